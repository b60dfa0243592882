"""Word templates of CCGs, made with python-docx, and ways to spoil them."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, RGBColor

from eoi.writers.docx.package import PARTS
from tests.word import MAIN

LOGO = (PARTS / "media/plain.png").read_bytes()
Change = Callable[[bytes], bytes]


@cache
def letterhead() -> bytes:
    """A page of another size, a logo on the first, words on the others, and headings with ids in German."""
    template = short_template()
    section = template.sections[0]
    section.page_width, section.page_height = Mm(200), Mm(250)
    section.left_margin = section.right_margin = Mm(25)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(LOGO), width=Mm(40))
    section.header.paragraphs[0].text = "NHS Somewhere CCG, Some Street"
    section.footer.paragraphs[0].text = "Chair: Dr A"
    rename(template, "Heading 1", "berschrift1")
    rename(template, "Body Text", "Textkrper")
    template.add_paragraph("Text of the template, which no document takes over")
    return saved(template)


@cache
def purple_letterhead() -> bytes:
    """Purple headings, Georgia, a logo on the first page, and words above and below the others."""
    template = short_template()
    section = template.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(LOGO), width=Mm(40))
    section.header.paragraphs[0].text = "NHS Somewhere CCG, Some Street"
    section.footer.paragraphs[0].text = "Chair: a lay member"
    template.styles["Heading 1"].font.color.rgb = RGBColor(0x6A, 0x1B, 0x7A)
    template.styles["Normal"].font.name = "Georgia"
    return saved(template)


def short_template() -> Any:
    """The default template without its hundred styles of tables: each test reads them all, and uses none."""
    template = docx.Document()
    tables = (style for style in template.styles if style.type == WD_STYLE_TYPE.TABLE)
    for style in [style for style in tables if style.name not in ("Normal Table", "Table Grid")]:
        style.element.getparent().remove(style.element)
    for link in template.part.rels.values():
        if link.reltype.endswith("/stylesWithEffects"):
            link.target_part._blob = f'<w:styles xmlns:w="{MAIN[1:-1]}"/>'.encode()
    return template


def rename(template: Any, name: str, key: str) -> None:
    """As in a template made by Word in another language: the name stays, the id does not."""
    style = template.styles[name].element
    old = style.styleId
    style.styleId = key
    for element in template.styles.element.iter(*(f"{MAIN}{name}" for name in ("basedOn", "next", "link"))):
        if element.get(f"{MAIN}val") == old:
            element.set(f"{MAIN}val", key)


def saved(template: Any) -> bytes:
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def changed(raw: bytes, changes: dict[str, Change]) -> bytes:
    """The file with some of its parts changed; one that was not there is made from nothing."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(raw)) as package, ZipFile(stream, "w", ZIP_DEFLATED) as spoiled:
        for name in package.namelist():
            spoiled.writestr(name, changes.get(name, unchanged)(package.read(name)))
        for name in changes.keys() - set(package.namelist()):
            spoiled.writestr(name, changes[name](b""))
    return stream.getvalue()


def unchanged(content: bytes) -> bytes:
    return content


def replacing(old: str, new: str) -> Change:
    def change(content: bytes) -> bytes:
        assert old.encode() in content, f"{old} is not there to be replaced"
        return content.replace(old.encode(), new.encode())

    return change


def given(content: str | bytes) -> Change:
    raw = content.encode() if isinstance(content, str) else content
    return lambda _: raw


def header_links(*relationships: str) -> Change:
    """The relationships of the header with the logo, with more of them."""
    return replacing("</Relationships>", "".join(relationships) + "</Relationships>")
