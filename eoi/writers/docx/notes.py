"""Footnotes, which Word numbers by their place, and the comments of reviewers."""

from __future__ import annotations

from eoi.document.blocks import Remark
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.xml import PLAIN, part_xml, tag, text_runs, write_run

AUTHOR = "eoi"
COMMENT_MARK = '<w:rStyle w:val="CommentReference"/>'
TITLE = PLAIN._replace(strong=True)


def add_comments(content: str, remarks: tuple[Remark, ...], context: WordContext) -> str:
    """Put the marks of comments around some content."""
    numbers = [context.comment(remark) for remark in remarks]
    starts = [tag("commentRangeStart", id=number) for number in numbers]
    ends = [
        tag("commentRangeEnd", id=number) + write_run(tag("commentReference", id=number), COMMENT_MARK)
        for number in numbers
    ]
    return "".join(starts) + content + "".join(ends)


def comments_part(context: WordContext) -> str:
    """Write the part that holds the comments."""
    return part_xml("comments", *(comment_xml(number, remark) for number, remark in context.comments.items()))


def comment_xml(number: int, remark: Remark) -> str:
    """Write a comment without a date, which only the clock could give."""
    title = write_run("<w:annotationRef/>", COMMENT_MARK) + text_runs(remark.title, TITLE)
    lines = [title, *map(text_runs, remark.paragraphs)]
    paragraphs = [tag("p", tag("pPr", tag("pStyle", val="CommentText")), line) for line in lines]
    return tag("comment", *paragraphs, id=number, author=AUTHOR, initials=AUTHOR)


NOTE_MARK = '<w:rStyle w:val="FootnoteReference"/>'
RULES = {-1: "separator", 0: "continuationSeparator"}  # the line above the notes of a page


def footnote_mark(note: str, context: WordContext) -> str:
    """Keep a footnote for its part, and write its mark in the text."""
    context.footnotes.append(note)
    return write_run(tag("footnoteReference", id=len(context.footnotes)), NOTE_MARK)


def footnotes_part(context: WordContext) -> str:
    """Write the part that holds the footnotes, and the rules that Word draws above them."""
    rules = [
        tag("footnote", note_paragraph(write_run(tag(kind))), type=kind, id=number)
        for number, kind in RULES.items()
    ]
    notes = [
        tag(
            "footnote",
            note_paragraph(write_run("<w:footnoteRef/>", NOTE_MARK) + write_run("<w:tab/>") + note),
            id=number,
        )
        for number, note in enumerate(context.footnotes, 1)
    ]
    return part_xml("footnotes", *rules, *notes)


def note_paragraph(content: str) -> str:
    """Write the paragraph of a footnote."""
    return tag("p", tag("pPr", tag("pStyle", val="FootnoteText")), content)


def footnote_settings() -> str:
    """Write the settings that name the rules above footnotes."""
    return tag("footnotePr", *(tag("footnote", id=number) for number in RULES))
