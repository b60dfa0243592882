"""Documents as somebody sends them back: built by eoi, and changed in their XML."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import eoi
from eoi.imports.base import DocumentBuilder
from eoi.imports.word import read_word
from eoi.writers.zip_package import pack, read_parts
from tests.samples import EXAMPLES

BATH = next(path for path in EXAMPLES if path.stem.startswith("bath"))
SHORT = Path(__file__).with_name("short.yaml")


@cache
def built(path: Path, name: str = "docx", final: bool = False) -> bytes:
    """The document as eoi builds it, once for all tests."""
    return eoi.build(path, [name], final=final)[name]


@cache
def built_checklist(path: Path, name: str = "docx") -> bytes:
    """The checklist as eoi builds it, once for all tests."""
    return eoi.build(path, [name], document="checklist")[name]


def reworded(raw: bytes, *words: tuple[str, str]) -> bytes:
    """The document with some words retyped, each the first time it stands there."""
    parts = dict(read_parts(raw))
    name = "word/document.xml" if "word/document.xml" in parts else "content.xml"
    text = parts[name].decode()
    for was, now in words:
        assert was in text, was
        text = text.replace(was, now, 1)
    return pack(parts | {name: text.encode()})


def commented(raw: bytes, start: str, end: str, *said: tuple[str, str, str], resolved: bool = False) -> bytes:
    """The Word file with a comment on what stands from `start` to `end`, and the replies to it.

    Each is given as who, when and what.
    """
    parts = dict(read_parts(raw))
    keys = range(90_000, 90_000 + len(said))
    starts = "".join(f'<w:commentRangeStart w:id="{key}"/>' for key in keys)
    ends = "".join(
        f'<w:commentRangeEnd w:id="{key}"/><w:r><w:commentReference w:id="{key}"/></w:r>' for key in keys
    )
    text = parts["word/document.xml"].decode()
    first = text.rindex("<w:r>", 0, text.index(start))
    last = text.index("</w:r>", text.index(end, first)) + len("</w:r>")
    text = text[:first] + starts + text[first:last] + ends + text[last:]
    said_xml = "".join(
        f'<w:comment w:id="{key}" w:author="{by}" w:date="{on}T09:00:00Z"><w:p w14:paraId="{key:08X}"><w:r>'
        f"<w:t>{words}</w:t></w:r></w:p></w:comment>"
        for key, (by, on, words) in zip(keys, said, strict=True)
    )
    parents = ["", *(f' w15:paraIdParent="{keys[0]:08X}"' for _ in said[1:])]
    threads = "".join(
        f'<w15:commentEx w15:paraId="{key:08X}"{parent} w15:done="{int(resolved)}"/>'
        for key, parent in zip(keys, parents, strict=True)
    )
    comments = parts["word/comments.xml"].decode().replace("</w:comments>", f"{said_xml}</w:comments>")
    return pack(
        parts
        | {
            "word/document.xml": text.encode(),
            "word/comments.xml": comments.encode(),
            "word/commentsExtended.xml": threads_xml(threads),
        }
    )


def threads_xml(entries: str) -> bytes:
    """The part that says which comment answers which."""
    namespace = "http://schemas.microsoft.com/office/word/2012/wordml"
    return f'<w15:commentsEx xmlns:w15="{namespace}">{entries}</w15:commentsEx>'.encode()


def answered(raw: bytes, words: str, reply: tuple[str, str, str], resolved: bool) -> bytes:
    """The Word file with a reply to the comment that has some words."""
    parts = dict(read_parts(raw))
    comments = parts["word/comments.xml"].decode()
    at = comments.index("</w:comment>", comments.index(words))
    paragraph = comments.rindex("<w:p", 0, comments.rindex("<w:pPr>", 0, at))
    if key := re.match(r'<w:p w14:paraId="(\w+)"', comments[paragraph:]):
        parent = key[1]
    else:
        parent = "00000001"
        comments = f'{comments[:paragraph]}<w:p w14:paraId="{parent}">{comments[paragraph + 5 :]}'
    by, on, said = reply
    added = (
        f'<w:comment w:id="99999" w:author="{by}" w:date="{on}T09:00:00Z"><w:p w14:paraId="00000002"><w:r>'
        f"<w:t>{said}</w:t></w:r></w:p></w:comment></w:comments>"
    )
    known = re.findall(r"<w15:commentEx [^>]*>", parts.get("word/commentsExtended.xml", b"").decode())
    entries = "".join(one for one in known if f'w15:paraId="{parent}"' not in one) + (
        f'<w15:commentEx w15:paraId="{parent}" w15:done="{int(resolved)}"/>'
        f'<w15:commentEx w15:paraId="00000002" w15:paraIdParent="{parent}" w15:done="{int(resolved)}"/>'
    )
    return pack(
        parts
        | {
            "word/comments.xml": comments.replace("</w:comments>", added).encode(),
            "word/commentsExtended.xml": threads_xml(entries),
        }
    )


def mark_of(path: Path, field: str) -> str:
    """The first bookmark of the lines that show a field."""
    base = DocumentBuilder("expression-of-interest", False, "docx", read_word).build(
        path.read_bytes(), path.name
    )
    return next(line.marks[0] for line in base.lines if field in base.paths_of(line))
