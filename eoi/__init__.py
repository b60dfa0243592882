"""Expressions of interest for primary care co-commissioning, drafted from one YAML file.

`eoi.check`, `eoi.build` and `eoi.read` do from Python what the commands do; docs/python.md has examples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eoi.api import CannotBuild, Report, build, check, read
    from eoi.findings import Finding, Severity

__version__ = "0.1.0"
__all__ = ["CannotBuild", "Finding", "Report", "Severity", "__version__", "build", "check", "read"]


def __getattr__(name: str) -> Any:
    """Import the rest of the package only on demand, since `eoi --version` needs none of it."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "eoi.findings" if name in ("Finding", "Severity") else "eoi.api"
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
