"""Captions of tables and figures, and each figure below its caption: SVG, with a PNG for old programs."""

from __future__ import annotations

from eoi.document.blocks import Figure
from eoi.document.inline import Inline
from eoi.document.subset.inlines import read_plain_words
from eoi.writers.odt.inline import write_inlines
from eoi.writers.odt.paragraphs import add_bookmark, write_paragraph
from eoi.writers.odt.xml import OdtContext, write_points
from eoi.writers.page import Surroundings, compute_figure_size
from eoi.writers.text import UNBROKEN, escape, runs_right_to_left

LABELS = ("Table", "Figure")
COUNTED = "".join(
    f'<text:sequence-decl text:display-outline-level="0" text:name="{label}"/>' for label in LABELS
)
DECLARATIONS = f"<text:sequence-decls>{COUNTED}</text:sequence-decls>"


def write_caption(
    label: str,
    number: int | None,
    words: tuple[Inline, ...],
    anchor: str,
    place: Surroundings,
    context: OdtContext,
) -> str:
    """Write a caption.

    Its bookmark covers the words that a reference repeats: the label and number, or the whole caption. A line
    that only holds the bookmark stays on the page of the table too, or a heading above would stand alone.
    """
    text = write_inlines(words, context)
    if number is None:
        content = add_bookmark(anchor, text, context)
    else:
        name = f"{label}{UNBROKEN}{write_number_field(label, number, context)}"
        name = add_bookmark(anchor, name, context)
        content = f"{name}: {text}" if text else name
    if not content:
        return ""
    if not (text or number is not None):
        return write_paragraph("TableSpace", content, place._replace(leads=True), context)
    rtl = runs_right_to_left(read_plain_words(words))
    return write_paragraph("Caption", content, place._replace(leads=False), context, rtl=rtl)


def write_number_field(label: str, number: int, context: OdtContext) -> str:
    """Write the number as a field, so that programs renumber captions when one is added.

    If the document's own numbers leave some out, the field starts again at this number.
    """
    formula = f"{label}+1" if context.counts_on(label, number) else str(number)
    name = f'text:ref-name="ref{label}{context.next(label)}" text:name="{label}"'
    return (
        f'<text:sequence {name} text:formula="ooow:{formula}" style:num-format="1">{number}</text:sequence>'
    )


def write_figure(block: Figure, place: Surroundings, context: OdtContext) -> str:
    """Write a figure below its caption."""
    head = write_caption("Figure", block.number, block.caption, block.anchor, place, context)
    return head + write_paragraph("Figure", write_drawing(block, place, context), place, context)


def write_drawing(block: Figure, place: Surroundings, context: OdtContext) -> str:
    """Write a drawing as part of a line of text, so that it stays with its caption."""
    width, height = (write_points(twips) for twips in compute_figure_size(block, place))
    images = "".join(
        [
            f'<draw:image xlink:href="{name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
            for name in make_drawing_files(block, context.pictures[block])
        ]
    )
    label = f"Figure {block.number}: " if block.number is not None else ""
    title = f"{label}{read_plain_words(block.caption)}".removesuffix(": ")
    return (
        f'<draw:frame draw:style-name="Graphics" draw:name="Figure {context.next("drawing")}"'
        f' text:anchor-type="as-char" svg:x="0pt" svg:y="0pt"'
        f' svg:width="{width}" svg:height="{height}">{images}'
        f"<svg:title>{escape(title)}</svg:title><svg:desc>{escape(block.alt)}</svg:desc></draw:frame>"
    )


def make_picture_parts(context: OdtContext) -> dict[str, str | bytes]:
    """Return the files of all pictures."""
    return {
        name: content
        for block, number in context.pictures.items()
        for name, content in make_drawing_files(block, number).items()
    }


def make_drawing_files(block: Figure, number: int) -> dict[str, str | bytes]:
    """Return the files of a drawing by name: SVG, and PNG if one can be made.

    A program shows the first file that it can.
    """
    from eoi.writers.typesetting import draw_png  # late, since most documents have no pictures

    found: dict[str, str | bytes] = {f"Pictures/figure{number}.svg": block.svg}
    if raster := draw_png(block.svg, block.width, block.height):
        found[f"Pictures/figure{number}.png"] = raster
    return found
