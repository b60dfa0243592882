"""The template environment: strict, escaping and sandboxed.

Why a sandbox for the project's own templates: the same environment runs templates that a CCG
brings along, and one way of rendering is easier to trust than two.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, ModuleLoader, PrefixLoader
from jinja2 import __version__ as jinja_version

from eoi.document.prose import prose
from eoi.document.sandbox import Sandbox
from eoi.document.templates import SHIPPED, Templates
from eoi.document.tracing import Tracing
from eoi.document.wording import FILTERS
from eoi.submission.nothing import says_none

KINDS = ("expression-of-interest", "checklist", "figures")
PACKAGE = Path(__file__).parent.parent


@cache
def environment(kind: str, templates: Templates = SHIPPED) -> Sandbox:
    """The environment for the templates of one kind of document."""
    env = Sandbox(
        loader=loader(kind) if templates.own is None else own_loader(kind, templates.own),
        extensions=[Tracing] if templates.traced else [],
        auto_reload=templates.own is not None,
    )
    env.filters.update(FILTERS, prose=prose)
    env.tests["said_none"] = says_none
    return env


def loader(kind: str) -> BaseLoader:
    """The templates as the wheel brings them compiled, where this very Jinja compiled them."""
    compiled = PACKAGE / "compiled" / f"jinja-{jinja_version}" / kind
    if compiled.is_dir():
        return ModuleLoader(compiled)
    return FileSystemLoader([templates_folder() / kind, templates_folder() / "shared"])


def own_loader(kind: str, own: Path) -> BaseLoader:
    """Own files before those of the same name; these can still be had as `shipped/scope.html`."""
    shipped = [templates_folder() / folder for folder in (kind, "shared")]
    both = [own / kind, shipped[0], own / "shared", shipped[1]]
    return ChoiceLoader([FileSystemLoader(both), PrefixLoader({"shipped": FileSystemLoader(shipped)})])


def templates_folder() -> Path:
    """Inside the package when installed from a wheel, beside it in a checkout."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"
