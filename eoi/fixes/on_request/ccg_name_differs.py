"""The name of a CCG by its code."""

from eoi.fixes.instead import propose

__all__ = ["propose"]
