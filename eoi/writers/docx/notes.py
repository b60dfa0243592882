"""Footnotes, which Word numbers by their place, and the comments of reviewers."""

from __future__ import annotations

from eoi.document.inline import Remark
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.xml import DECLARATION, PLAIN, write_run, write_tag, write_text_runs, write_whole_part

AUTHOR = "eoi"
COMMENT_TEXT = '<w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
COMMENT_MARK = '<w:rStyle w:val="CommentReference"/>'
TITLE = PLAIN._replace(strong=True)
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
FIRST_KEY = 0x10000000


def add_comments(content: str, remarks: tuple[Remark, ...], context: WordContext) -> str:
    """Put the marks of comments around some content."""
    asked = [context.comment(remark) for remark in remarks]
    numbers = [
        number
        for one in asked
        for number in (one, *(reply for reply, parent in context.answered.items() if parent == one))
    ]
    starts = [f'<w:commentRangeStart w:id="{number}"/>' for number in numbers]
    ends = [
        f'<w:commentRangeEnd w:id="{number}"/>'
        + write_run(f'<w:commentReference w:id="{number}"/>', COMMENT_MARK)
        for number in numbers
    ]
    return "".join(starts) + content + "".join(ends)


def write_comments_part(context: WordContext) -> str:
    """Write the part that holds the comments."""
    threads = find_threads(context)
    return write_whole_part(
        "comments",
        *(
            write_comment_xml(number, remark, number in threads)
            for number, remark in context.comments.items()
        ),
    )


def write_comment_xml(number: int, remark: Remark, is_threaded: bool = False) -> str:
    """Write a comment. Our own comments have no date, since only the clock could give one."""
    mark = write_run("<w:annotationRef/>", COMMENT_MARK)
    lines = list(map(write_text_runs, remark.paragraphs if remark.by else ("", *remark.paragraphs)))
    lines[0] = mark + (lines[0] if remark.by else write_text_runs(remark.title, TITLE))
    paragraphs = [f"<w:p>{COMMENT_TEXT}{line}</w:p>" for line in lines]
    if is_threaded:
        paragraphs[-1] = paragraphs[-1].replace(
            "<w:p>", f'<w:p w14:paraId="{make_paragraph_key(number)}">', 1
        )
    day = {"date": f"{remark.on}T00:00:00Z"} if remark.on else {}
    author = remark.by or AUTHOR
    initials = "".join(word[0] for word in author.split()) if remark.by else AUTHOR
    return write_tag("comment", *paragraphs, id=number, author=author, **day, initials=initials)


def find_threads(context: WordContext) -> set[int]:
    """Return the numbers of comments that have replies, are replies, or are resolved."""
    resolved = (number for number, remark in context.comments.items() if remark.resolved)
    return {*context.answered, *context.answered.values(), *resolved}


def make_paragraph_key(number: int) -> str:
    """Return the key of the last paragraph of a comment. Replies refer to it."""
    return f"{FIRST_KEY + number:08X}"


def write_threads_part(context: WordContext) -> str:
    """Write the part that tells which comment is a reply to which, and which are resolved."""
    threads = find_threads(context)
    entries = []
    for number, remark in context.comments.items():
        if number in threads:
            parent = context.answered.get(number)
            answers = f' w15:paraIdParent="{make_paragraph_key(parent)}"' if parent is not None else ""
            done = int(remark.resolved)
            entries.append(
                f'<w15:commentEx w15:paraId="{make_paragraph_key(number)}"{answers} w15:done="{done}"/>'
            )
    return f'{DECLARATION}<w15:commentsEx xmlns:w15="{WORD_2012}">{"".join(entries)}</w15:commentsEx>'


NOTE_MARK = '<w:rStyle w:val="FootnoteReference"/>'
RULES = {-1: "separator", 0: "continuationSeparator"}  # the line above the notes of a page


def add_footnote(note: str, context: WordContext) -> str:
    """Keep the text of a footnote for its part, and return its mark for the text."""
    context.footnotes.append(note)
    return write_run(write_tag("footnoteReference", id=len(context.footnotes)), NOTE_MARK)


def write_footnotes_part(context: WordContext) -> str:
    """Write the part with the footnotes, and with the lines that Word draws above them."""
    rules = [
        write_tag("footnote", write_note_paragraph(write_run(write_tag(kind))), type=kind, id=number)
        for number, kind in RULES.items()
    ]
    notes = [
        write_tag(
            "footnote",
            write_note_paragraph(write_run("<w:footnoteRef/>", NOTE_MARK) + write_run("<w:tab/>") + note),
            id=number,
        )
        for number, note in enumerate(context.footnotes, 1)
    ]
    return write_whole_part("footnotes", *rules, *notes)


def write_note_paragraph(content: str) -> str:
    """Write the paragraph of a footnote."""
    return write_tag("p", write_tag("pPr", write_tag("pStyle", val="FootnoteText")), content)


def write_footnote_settings() -> str:
    """Write the settings for the lines above footnotes."""
    return write_tag("footnotePr", *(write_tag("footnote", id=number) for number in RULES))
