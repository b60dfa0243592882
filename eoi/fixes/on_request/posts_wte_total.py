"""The sum of the whole-time equivalents in place of their stated total."""

from eoi.fixes.instead import propose

__all__ = ["propose"]
