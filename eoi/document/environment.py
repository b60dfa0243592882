"""The template environment: strict, escaping and sandboxed.

Why a sandbox for the project's own templates: the same environment will run templates that a CCG
brings along, and one way of rendering is easier to trust than two.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import BaseLoader, FileSystemLoader, ModuleLoader, StrictUndefined
from jinja2 import __version__ as jinja_version
from jinja2.sandbox import ImmutableSandboxedEnvironment

from eoi.document.prose import prose
from eoi.document.wording import FILTERS

KINDS = ("expression-of-interest", "checklist")
PACKAGE = Path(__file__).parent.parent


@cache
def environment(kind: str) -> ImmutableSandboxedEnvironment:
    """The environment for the templates of one kind of document."""
    env = ImmutableSandboxedEnvironment(
        loader=loader(kind),
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,
    )
    env.filters.update(FILTERS, prose=prose)
    return env


def loader(kind: str) -> BaseLoader:
    """The templates as the wheel brings them compiled, where this very Jinja compiled them."""
    compiled = PACKAGE / "compiled" / f"jinja-{jinja_version}" / kind
    if compiled.is_dir():
        return ModuleLoader(compiled)
    return FileSystemLoader([templates_folder() / kind, templates_folder() / "shared"])


def templates_folder() -> Path:
    """Inside the package when installed from a wheel, beside it in a checkout."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"
