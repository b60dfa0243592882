"""The headers and footers of a template with the mark of a draft, and ours where it has none."""

from __future__ import annotations

from eoi.document.blocks import Properties
from eoi.writers.docx.letterhead.splicing import find_children, insert_xml
from eoi.writers.docx.package import PackagePart
from eoi.writers.docx.pages import RunningPart, write_footer
from eoi.writers.docx.paragraphs import write_paragraph
from eoi.writers.docx.xml import MAIN, part_xml, tag, text_runs, write_run
from eoi.writers.text import shorten_title

# The mark has its own formatting, because a letterhead has no style for it.
LOOK = '<w:b/><w:bCs/><w:color w:val="8A4B00"/><w:spacing w:val="20"/>'
MARK = tag("p", tag("pPr", tag("jc", val="right")), write_run("<w:t>DRAFT</w:t>", LOOK))


def letterhead_running(
    theirs: tuple[RunningPart, ...], titled: bool, properties: Properties
) -> tuple[RunningPart, ...]:
    """Return the headers and footers of the letterhead, with ours where it has none."""
    present = {(one.part.kind, one.pages) for one in theirs}
    found = [add_line(one, own_line(one.part.kind, properties)) for one in theirs]
    if ("header", "default") not in present:
        found.append(
            RunningPart("default", PackagePart("word/header1.xml", "header", plain_header(properties)))
        )
    if titled and properties.draft and ("header", "first") not in present:
        found.append(RunningPart("first", PackagePart("word/header2.xml", "header", part_xml("hdr", MARK))))
    if ("footer", "default") not in present:
        footer = PackagePart("word/footer1.xml", "footer", write_footer(properties))
        found.append(RunningPart("default", footer))
    return tuple(found)


def own_line(kind: str, properties: Properties) -> str:
    """Return our line for a header or footer: the mark of a draft, or the line that identifies the copy.

    It is empty if there is nothing to add.
    """
    if kind == "header":
        return MARK if properties.draft else ""
    copy = properties.identification
    return tag("p", tag("pPr", tag("jc", val="right")), text_runs(copy)) if copy else ""


def add_line(one: RunningPart, line: str) -> RunningPart:
    """Add a line at the end of a header or footer."""
    if not line:
        return one
    content = one.part.raw
    line = line.replace("<w:p>", f'<w:p xmlns:w="{MAIN}">', 1)
    return one._replace(
        part=one.part._replace(content=insert_xml(content, (find_children(content).end, line)))
    )


def plain_header(properties: Properties) -> str:
    """Write a header with the title.

    The mark of a draft is on a line of its own, since the tab stops depend on the template.
    """
    title = write_paragraph("Header", text_runs(shorten_title(properties.title)))
    return part_xml("hdr", title, MARK if properties.draft else "")
