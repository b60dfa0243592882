"""What reviewers remark, as Word comments: marks around the words, and the part that holds what they say."""

from __future__ import annotations

from eoi.document.blocks import Remark
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.text import PLAIN, text_runs
from eoi.writers.docx.xml import part_xml, run, tag

AUTHOR = "eoi"
MARK = '<w:rStyle w:val="CommentReference"/>'
TITLE = PLAIN._replace(strong=True)


def commented(content: str, remarks: tuple[Remark, ...], ledger: Ledger) -> str:
    numbers = [ledger.comment(remark) for remark in remarks]
    starts = [tag("commentRangeStart", id=number) for number in numbers]
    ends = [
        tag("commentRangeEnd", id=number) + run(tag("commentReference", id=number), MARK)
        for number in numbers
    ]
    return "".join(starts) + content + "".join(ends)


def comments_part(ledger: Ledger) -> str:
    return part_xml("comments", *(comment(number, remark) for number, remark in ledger.comments.items()))


def comment(number: int, remark: Remark) -> str:
    """Without a date, which only the clock could give."""
    title = run("<w:annotationRef/>", MARK) + text_runs(remark.title, TITLE)
    lines = [title, *map(text_runs, remark.paragraphs)]
    paragraphs = [tag("p", tag("pPr", tag("pStyle", val="CommentText")), line) for line in lines]
    return tag("comment", *paragraphs, id=number, author=AUTHOR, initials=AUTHOR)
