"""The total of the posts by their sum."""

from eoi.fixes.instead import propose

__all__ = ["propose"]
