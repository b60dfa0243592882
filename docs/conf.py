"""The configuration of the site of `docs/`: `python -m sphinx -W -b html docs build/site`."""

from __future__ import annotations

import re

from sphinx.application import Sphinx

project = "eoi"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["trust.json"]
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]  # a template's mistake is shown on purpose
html_theme = "furo"
html_title = "eoi"
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False

OUTSIDE = re.compile(r"\[([^\]]+)\]\((?:\.\./)+(?!docs/)[^)]*\)")


RULES = "\n```{toctree}\n:hidden:\n:glob:\n\n*\n```\n"


def prepare_page(_app: Sphinx, page: str, source: list[str]) -> None:
    """Replace each link that leads out of `docs/` by its words, and list the rules below their page."""
    source[0] = OUTSIDE.sub(r"\1", source[0]) + (RULES if page == "rules/README" else "")


def setup(app: Sphinx) -> None:
    app.connect("source-read", prepare_page)
