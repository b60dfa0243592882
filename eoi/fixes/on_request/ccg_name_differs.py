"""The published name of a CCG for its code."""

from eoi.fixes.instead import propose

__all__ = ["propose"]
