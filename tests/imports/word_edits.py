"""Edits of a Word document as a person makes them: retype, track, add and delete, comment, reply, tick."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from eoi.writers.docx.xml import MAIN
from eoi.writers.seal import FIELD_MARK
from eoi.writers.zip_package import pack, read_parts

W = f"{{{MAIN}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WHO = {f"{W}author": "Board secretary", f"{W}date": "2014-06-12T09:00:00Z", f"{W}id": "77000"}
COMMENTS, DOCUMENT, THREADS = "word/comments.xml", "word/document.xml", "word/commentsExtended.xml"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
RELATIONSHIPS = {
    COMMENTS: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    THREADS: "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
}
EMPTY = {
    COMMENTS: f'<w:comments xmlns:w="{MAIN}" xmlns:w14="{W14.strip("{}")}"></w:comments>'.encode(),
    THREADS: f'<w15:commentsEx xmlns:w15="{W15}"></w15:commentsEx>'.encode(),
}


class WordFile:
    """A Word file whose text can be changed; `pack` gives its bytes."""

    def __init__(self, raw: bytes) -> None:
        self.parts = dict(read_parts(raw))
        self.root: Any = etree.fromstring(self.parts[DOCUMENT])
        self.marks: dict[str, Any] = {
            str(mark.get(f"{W}name")): mark for mark in self.root.iter(f"{W}bookmarkStart")
        }
        self.commented = 0

    def pack(self) -> bytes:
        return pack(
            self.parts | {DOCUMENT: etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")}
        )

    def paragraph(self, mark: str) -> Any:
        """The paragraph that a bookmark stands in."""
        return next(self.marks[mark].iterancestors(f"{W}p"))

    def row(self, mark: str) -> Any:
        return next(self.marks[mark].iterancestors(f"{W}tr"))

    def retype(self, mark: str, was: str, now: str) -> bool:
        """Retype words that stand in one run."""
        text = text_with(self.paragraph(mark), was)
        if text is not None:
            text.text = text.text.replace(was, now, 1)
        return text is not None

    def track(self, mark: str, was: str, now: str) -> bool:
        """Retype words while changes are tracked."""
        text = text_with(self.paragraph(mark), was)
        if text is None:
            return False
        run = text.getparent()
        before, _, after = text.text.partition(was)
        rest = run_like(run, after)
        rest.extend(text.itersiblings())  # a line break or a hyphen that does not break is one
        for piece in (rest, tracked(run, "ins", now), tracked(run, "del", was)):
            run.addnext(piece)
        text.text = before
        text.set(SPACE, "preserve")
        return True

    def copy_row(self, mark: str, was: str, now: str, before: bool) -> bool:
        """Put a copy of a row, with other words in it, before or after that row."""
        row = self.row(mark)
        return self.put_copy(row, row, was, now, before)

    def copy_item(self, mark: str, was: str, now: str, before: bool) -> bool:
        """Put a copy of a list item, with other words, before or after it."""
        paragraph = self.paragraph(mark)
        return self.put_copy(paragraph, paragraph, was, now, before)

    def put_copy(self, one: Any, beside: Any, was: str, now: str, before: bool) -> bool:
        copy = deepcopy(one)
        for mark in [*copy.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        for mark in [*copy.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")]:
            mark.getparent().remove(mark)
        text = text_with(copy, was)
        if text is None:
            return False
        text.text = text.text.replace(was, now, 1)
        (beside.addprevious if before else beside.addnext)(copy)
        return True

    def delete(self, element: Any) -> bool:
        element.getparent().remove(element)
        return True

    def comment(self, mark: str, words: str) -> bool:
        """Comment on a whole line."""
        paragraph, key = self.paragraph(mark), str(88000 + self.commented)
        self.commented += 1
        properties = paragraph.find(f"{W}pPr")
        start = etree.Element(f"{W}commentRangeStart", {f"{W}id": key})
        properties.addnext(start)
        paragraph.append(etree.Element(f"{W}commentRangeEnd", {f"{W}id": key}))
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(run, f"{W}commentReference", {f"{W}id": key})
        self.make_part(COMMENTS)
        said = f"{comment_xml(key, words)}</w:comments>"
        self.parts[COMMENTS] = self.parts[COMMENTS].replace(b"</w:comments>", said.encode())
        return True

    def reply(self, mark: str, words: str) -> bool:
        """Reply to the first comment of ours on a line or in its cell."""
        start = self.paragraph(mark).find(f".//{W}commentRangeStart")
        if start is None or COMMENTS not in self.parts:
            return False
        comments: Any = etree.fromstring(self.parts[COMMENTS])
        asked: Any = next(one for one in comments if one.get(f"{W}id") == start.get(f"{W}id"))
        key = str(99000 + self.commented)
        self.commented += 1
        reply = etree.fromstring(comment_xml(key, words))
        comments.append(reply)
        self.anchor_beside(start, key)
        self.thread(name_last(asked, f"{int(asked.get(f'{W}id')):08X}"), name_last(reply, f"{int(key):08X}"))
        self.parts[COMMENTS] = etree.tostring(comments, xml_declaration=True, encoding="UTF-8")
        return True

    def anchor_beside(self, start: Any, key: str) -> None:
        """Let a reply be about what the comment is about that it answers."""
        asked = start.get(f"{W}id")
        start.addnext(etree.Element(f"{W}commentRangeStart", {f"{W}id": key}))
        for end in self.root.iter(f"{W}commentRangeEnd"):
            if end.get(f"{W}id") == asked:
                end.addnext(etree.Element(f"{W}commentRangeEnd", {f"{W}id": key}))
        for reference in [*self.root.iter(f"{W}commentReference")]:
            if reference.get(f"{W}id") == asked:
                run = etree.Element(f"{W}r")
                etree.SubElement(run, f"{W}commentReference", {f"{W}id": key})
                reference.getparent().addnext(run)

    def thread(self, asked: str, reply: str) -> None:
        """Say in the part for it which comment a reply answers."""
        known = self.make_part(THREADS)
        entries = "" if asked.encode() in known else f'<w15:commentEx w15:paraId="{asked}" w15:done="0"/>'
        entries += f'<w15:commentEx w15:paraId="{reply}" w15:paraIdParent="{asked}" w15:done="0"/>'
        end = b"</w15:commentsEx>"
        self.parts[THREADS] = known.replace(end, entries.encode() + end)

    def make_part(self, name: str) -> bytes:
        """A part for comments, entered where programs look for the parts of a file if it was not there."""
        if name not in self.parts:
            stem = name.removeprefix("word/").removesuffix(".xml")
            kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{stem}+xml"
            self.put_last(
                "[Content_Types].xml", f'<Override PartName="/{name}" ContentType="{kind}"/>', "</Types>"
            )
            link = f'<Relationship Id="rId{stem}" Type="{RELATIONSHIPS[name]}" Target="{stem}.xml"/>'
            self.put_last("word/_rels/document.xml.rels", link, "</Relationships>")
            self.parts[name] = EMPTY[name]
        return self.parts[name]

    def put_last(self, part: str, entry: str, end: str) -> None:
        """Put an entry before the end of a part."""
        self.parts[part] = self.parts[part].replace(end.encode(), f"{entry}{end}".encode())

    def tick(self, words: str) -> bool:
        """Tick the box of the row that has some words."""
        for row in self.root.iter(f"{W}tr"):
            text = text_with(row, "☐")
            if text is not None and words in " ".join("".join(row.itertext()).split()):
                text.text = text.text.replace("☐", "☑", 1)
                return True
        return False


def comment_xml(key: str, words: str) -> str:
    return (
        f'<w:comment xmlns:w="{MAIN}" w:id="{key}" w:author="Chair" w:date="2014-06-12T09:00:00Z">'
        f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>"
    )


def name_last(comment: Any, name: str) -> str:
    """Give the last paragraph of a comment the name that threads know it by, and return it."""
    *_, last = comment.iter(f"{W}p")
    if last.get(f"{W14}paraId") is None:
        last.set(f"{W14}paraId", name)
    return str(last.get(f"{W14}paraId"))


def text_with(element: Any, words: str) -> Any:
    """The first piece of text with some words."""
    return next((one for one in element.iter(f"{W}t") if words in (one.text or "")), None)


def run_like(run: Any, words: str, kind: str = "t") -> Any:
    """A run that is set as another one, with other words."""
    made = etree.Element(f"{W}r")
    properties = run.find(f"{W}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    text = etree.SubElement(made, f"{W}{kind}", {SPACE: "preserve"})
    text.text = words
    return made


def tracked(run: Any, kind: str, words: str) -> Any:
    """Words that are tracked as put in or taken out."""
    change = etree.Element(f"{W}{kind}", WHO)
    change.append(run_like(run, words, "delText" if kind == "del" else "t"))
    return change


def is_mark(name: str) -> bool:
    return name.startswith(FIELD_MARK)
