"""The page around the blocks. Its policy forbids scripts and any load, as a second line of defence."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from eoi.document.blocks import Document, Heading, Properties
from eoi.writers.html.body import blocks_html
from eoi.writers.seal import PLACEHOLDER

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def page(document: Document) -> str:
    headings = tuple(
        block
        for block in document.blocks
        if isinstance(block, Heading) and block.level in (2, 3) and block.anchor
    )
    draft = '<p class="draft">Draft</p>\n' if document.properties.draft else ""
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n{head(document.properties)}</head>\n<body>\n'
        f'<a class="skip" href="#content">Skip to the content</a>\n'
        f'<main id="content">\n{draft}{blocks_html(document.blocks, headings)}\n</main>\n</body>\n</html>\n'
    )


def head(about: Properties) -> str:
    described = {
        "author": about.author,
        "description": about.subject,
        "keywords": ", ".join(about.keywords),
        "dcterms.date": about.date,
        "eoi-seal": PLACEHOLDER,
    }
    metas = "".join(
        f'<meta name="{name}" content="{escape(value)}">\n' for name, value in described.items() if value
    )
    style = (files(__package__) / "style.css").read_text(encoding="utf-8")
    return (
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(about.title, quote=False)}</title>\n{metas}<style>\n{style}</style>\n"
    )
