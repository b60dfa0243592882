"""The whole-time equivalents in all by their sum."""

from eoi.fixes.instead import propose

__all__ = ["propose"]
