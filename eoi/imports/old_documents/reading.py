"""The reading of documents from any program as lines, with advice on how to get text if there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from eoi.expressions import Expression
from eoi.imports.archive import CannotImport, open_archive
from eoi.imports.import_document import READERS, recognise
from eoi.imports.lines import Line, LineKind, MarginComment, ReturnedDocument, Run
from eoi.imports.old_documents.text_lines import read_text
from eoi.writers.zip_package import ZIP

MOST_NULS = 8
MOST_LINES = 20_000
MOST_WORDS = 120_000
UNPRINTABLE = Expression(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
PICTURE = Expression(r"(?:word/media|Pictures)/.+")
OTHERS = {
    b"%PDF": "it is a PDF; open it in Word, save it as .docx, and import that",
    b"{\\rtf": "it is in Rich Text Format; open it in Word, save it as .docx, and import that",
    b"\x89PNG": "it is a picture; eoi reads text only",
    b"\xff\xd8\xff": "it is a picture; eoi reads text only",
    b"II*\0": "it is a picture; eoi reads text only",
    b"MM\0*": "it is a picture; eoi reads text only",
    b"GIF8": "it is a picture; eoi reads text only",
}
PAGES = (b"<!doctype html", b"<html")
TEXTS = frozenset({".md", ".markdown", ".txt", ".text", ""})


def read_old_document(raw: bytes, name: str) -> tuple[Line, ...]:
    """Return the lines of a document; raise `CannotImport` with advice if there are none."""
    if not raw.strip():
        raise CannotImport("it is empty; ask for the file again")
    for start, why in OTHERS.items():
        if raw.startswith(start):
            raise CannotImport(why)
    if raw.lstrip()[:20].lower().startswith(PAGES):
        raise CannotImport("it is a web page; open it in Word, save it as .docx, and import that")
    is_package = raw.startswith((ZIP, b"\xd0\xcf\x11\xe0")) or PurePath(name).suffix.lower() not in TEXTS
    lines = read_package(raw) if is_package else read_text(decode_text(raw))
    kept = tuple(drop_unprintable(line) for line in lines)
    if len(kept) > MOST_LINES or sum(len(line.words.split()) for line in kept) > MOST_WORDS:
        raise CannotImport("it is larger than any submission; take out what does not belong to it")
    if not any(line.words for line in kept):
        raise CannotImport("it holds no words")
    return kept


def read_package(raw: bytes) -> tuple[Line, ...]:
    """Return the lines of a Word file or OpenDocument text, with headers, footers and notes last."""
    format_ = recognise(raw)
    returned = READERS[format_](raw, False)
    parts = open_archive(raw)
    lines = [*map(call_edge_a_note, returned.lines), *list_comments_as_lines(returned)]
    if not any(line.words for line in lines) and any(PICTURE.fullmatch(part) for part in parts):
        raise CannotImport(
            "it holds pictures but no words, as a scan does; "
            "ask for the file that was printed, or have the scan read as text"
        )
    return tuple(replace(line, number=number) for number, line in enumerate(lines, 1))


def call_edge_a_note(line: Line) -> Line:
    """Return a line of a header or footer as a note, since it belongs to no part of the text."""
    return replace(line, kind="note") if line.kind == "edge" else line


def list_comments_as_lines(returned: ReturnedDocument) -> Iterator[Line]:
    """Yield the comments in the margin as lines, without the names of their authors."""
    for comment in returned.comments.values():
        yield from make_comment_lines(comment)


def make_comment_lines(comment: MarginComment) -> Iterator[Line]:
    """Yield a comment and its replies as lines."""
    kind: LineKind = "note"
    yield Line(0, kind, (Run(f"Comment in the margin: {comment.text}"),))
    for reply in comment.replies:
        yield from make_comment_lines(reply)


def decode_text(raw: bytes) -> str:
    """Decode a text in UTF-16, UTF-8 or a Windows encoding, with plain line ends."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16", errors="replace")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", errors="replace")
    if text.count("\0") > max(MOST_NULS, len(text) // 100):
        raise CannotImport("it is no text, no Word file and no OpenDocument text")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def drop_unprintable(line: Line) -> Line:
    """Return a line without characters that no YAML file can hold."""
    runs = tuple(run._replace(words=UNPRINTABLE.sub(" ", run.words)) for run in line.runs)
    return replace(line, runs=runs) if runs != line.runs else line
