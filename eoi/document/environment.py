"""The template environment: strict, escaping and sandboxed.

Why a sandbox for the project's own templates: the same environment will run templates that a CCG
brings along, and one way of rendering is easier to trust than two.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from eoi.document.prose import prose
from eoi.document.wording import FILTERS


def environment(kind: str, cache: BytecodeCache | None = None) -> ImmutableSandboxedEnvironment:
    """The environment for the templates of one kind of document, such as `checklist`."""
    env = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([templates_folder() / kind, templates_folder() / "shared"]),
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,
        bytecode_cache=cache,
    )
    env.filters.update(FILTERS, prose=prose)
    return env


def templates_folder() -> Path:
    """Inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
