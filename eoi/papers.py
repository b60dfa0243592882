"""The papers that can be made of a submission, each from a folder of templates, eoi's or a CCG's own.

A help page lists them, so this module does not import what makes them.
"""

from __future__ import annotations

from pathlib import Path

USUAL = ("expression-of-interest", "checklist")
"""What is made where nobody names a paper."""
PUBLIC = "public"
"""The document without what the file withholds. Other papers leave it out only where a call asks for that."""
FIRST = "document.html"
PACKAGE = Path(__file__).parent


def list_papers(own: Path | None = None) -> tuple[str, ...]:
    """Return the names of the papers, the usual ones first.

    A folder with a first template is a paper.
    """
    folders = [find_templates_folder(), *([own] if own else [])]
    found = {name for folder in folders for name in list_papers_in_folder(folder)}
    return (*USUAL, *sorted(found - set(USUAL)))


def list_papers_in_folder(folder: Path) -> list[str]:
    """Return the names of the papers in a folder of templates."""
    return [path.parent.name for path in folder.glob(f"*/{FIRST}") if not path.parent.name.startswith(".")]


def find_templates_folder() -> Path:
    """Return the folder of the templates: in the package in a wheel, beside it in a checkout."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"
