"""Read a document that somebody changed, and find out what that means for the file of the submission."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from eoi.document.templates import SHIPPED, Templates
from eoi.imports.archive import CannotImport
from eoi.imports.base import Builder, Read, find_base, is_ours
from eoi.imports.differences import find_differences
from eoi.imports.merging import merge_into
from eoi.imports.outcome import Outcome
from eoi.imports.pairs import pair_lines
from eoi.imports.placing import place_differences
from eoi.imports.word import read_word

READERS: Mapping[str, Read] = {"docx": read_word}


def import_document(
    raw: bytes,
    name: str,
    into: bytes,
    into_name: str,
    base: bytes | None = None,
    templates: Templates = SHIPPED,
) -> Outcome:
    """Return what a document that came back changes in the file `into`; raise `CannotImport`.

    The checklist says the name of that file, which is `into_name`.

    `base` is the version of the file that the document was built from, where it is not `into`.
    """
    format_ = PurePath(name).suffix.lower().removeprefix(".")
    read = READERS.get(format_)
    if read is None:
        raise CannotImport(f"eoi reads {', '.join(f'.{one}' for one in READERS)} files")
    returned = read(raw)
    if not is_ours(returned):
        raise CannotImport("eoi did not write this document, so its words cannot be led back to fields")
    source = find_base(returned, [into, *([base] if base is not None else [])])
    builder = Builder(returned.paper, not returned.draft, format_, read, templates)
    built = builder.build(source, into_name)
    differences = find_differences(pair_lines(built.lines, returned.lines), built)
    outcome = place_differences(differences, built, returned.lines, builder, PurePath(name).name)
    return outcome if source == into else merge_into(outcome, built, into)
