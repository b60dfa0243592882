"""The comments at cells of a returned workbook, led to `remarks:` of the submission."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from eoi.change import Change
from eoi.imports.archive import read_xml
from eoi.imports.comments import OURS, CommentPlace, say_comment, say_who, write_remark
from eoi.imports.lines import MarginComment
from eoi.source.edits import AddItem
from eoi.source.nodes import Path, Plain
from eoi.source.paths import write_path
from eoi.workbook.grids import GridPlace, ReadSheet, parse_place

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
NOT_TAKEN = "Not taken over: "
PERSONS = "xl/persons/person"
COMMENTS, THREADS = "/comments", "/threadedComment"  # how the kinds of relationships end


def read_excel_comments(parts: Mapping[str, bytes], sheet: str) -> dict[GridPlace, MarginComment]:
    """Return the comments of a sheet by their cells, each with its replies.

    Newer versions of Excel write them twice; the notes for older versions are then left out.
    """
    notes = [read_notes(read_xml(parts, name)) for name in list_related_parts(parts, sheet, COMMENTS)]
    persons = read_persons(parts)
    threads = [
        read_threads(read_xml(parts, name), persons) for name in list_related_parts(parts, sheet, THREADS)
    ]
    said = ((parse_place(ref), comment) for ref, comment in chain(*notes, *threads) if comment.text)
    return {place: comment for place, comment in said if place is not None}


def list_related_parts(parts: Mapping[str, bytes], name: str, kind: str) -> Iterator[str]:
    """Yield the parts of a kind that a part refers to."""
    folder = dirname(name)
    links = f"{folder}/_rels/{name.removeprefix(folder).strip('/')}.rels"
    for one in read_xml(parts, links) if links in parts else ():
        target = one.get("Target", "")
        found = target.removeprefix("/") if target.startswith("/") else normpath(join(folder, target))
        if one.get("Type", "").endswith(kind) and found in parts:
            yield found


def read_notes(root: Element) -> Iterator[tuple[str, MarginComment]]:
    """Yield the notes of a sheet, without the author's name that Excel writes above the words."""
    authors = [one.text or "" for one in root.iterfind(f"{MAIN}authors/{MAIN}author")]
    for one in root.iterfind(f"{MAIN}commentList/{MAIN}comment"):
        number = one.get("authorId", "")
        by = authors[int(number)] if number.isdecimal() and int(number[:9]) < len(authors) else ""
        text = "".join(part.text or "" for part in one.iter(f"{MAIN}t")).strip()
        yield one.get("ref", ""), MarginComment(by, "", text.removeprefix(f"{by}:").strip() if by else text)


def read_persons(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the names of those who commented, by their keys."""
    found = (one for name in sorted(parts) if name.startswith(PERSONS) for one in read_xml(parts, name))
    return {one.get("id", ""): one.get("displayName", "") for one in found}


def read_threads(root: Element, persons: Mapping[str, str]) -> Iterator[tuple[str, MarginComment]]:
    """Yield the threads of a sheet."""
    said = {
        one.get("id", ""): (one, read_threaded_comment(one, persons))
        for one in root.iterfind(f"{THREADED}threadedComment")
    }
    for key, (one, comment) in said.items():
        if one.get("parentId", "") not in said:
            answers = tuple(reply for other, reply in said.values() if other.get("parentId") == key)
            yield one.get("ref", ""), replace(comment, replies=answers)


def read_threaded_comment(one: Element, persons: Mapping[str, str]) -> MarginComment:
    """Return the author, the day and the words of a comment, and whether it is resolved."""
    by, is_done = persons.get(one.get("personId", ""), ""), one.get("done", "0") in ("1", "true")
    text = one.findtext(f"{THREADED}text", "").strip()
    return MarginComment(by, one.get("dT", "")[:10], text, resolved=is_done)


def leave_out_ours(comment: MarginComment) -> MarginComment:
    """Return a comment without the lines that eoi wrote into a marked copy."""
    lines = [line for line in comment.text.split("\n") if not line.startswith(NOT_TAKEN)]
    return replace(comment, by="" if comment.by == OURS else comment.by, text="\n".join(lines).strip())


def list_remarks_at_cells(
    sheets: Sequence[ReadSheet], paths: Mapping[str, Path], known: Plain | None
) -> Iterator[Change]:
    """Yield the change for each comment that is not one of `known`, the remarks of the file.

    `paths` holds the field of each cell by the cell's name, and those of rows by the names of their rows.
    """
    said = {say_comment(str(one.get("text", ""))) for one in known or () if isinstance(one, dict)}
    for sheet in sheets:
        for place, comment in sorted(sheet.comments.items()):
            comment = leave_out_ours(comment)
            if not comment.text or say_comment(comment.text) in said:
                continue
            where = sheet.where(place)
            path = paths.get(where) or paths.get(sheet.where(GridPlace(place.row, 0)), ())
            remark = write_remark(comment, CommentPlace(where, write_path(path), ""))
            yield Change(AddItem(("remarks",), remark), "", comment.text, say_who(comment), where)
