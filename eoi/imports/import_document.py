"""The import of a document that somebody changed, as changes to the file of the submission."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath

from eoi.document.templating.template_sources import SHIPPED, Templates
from eoi.imports.another_submission import refuse_another_submission
from eoi.imports.archive import CannotImport, open_archive
from eoi.imports.base import BuiltDocument, DocumentBuilder, Read, examine_whole, find_base, is_eoi_document
from eoi.imports.comments import place_comments
from eoi.imports.counted_rows import leave_out_numbers
from eoi.imports.differences import find_differences
from eoi.imports.merging import merge_into
from eoi.imports.open_document import read_open_document
from eoi.imports.outcome import ImportOutcome
from eoi.imports.outcome_words import NO_FIELD, NO_WAY
from eoi.imports.pairs import pair_document_lines
from eoi.imports.placing import place_differences
from eoi.imports.word import read_word

READERS: Mapping[str, Read] = {"docx": read_word, "odt": read_open_document}
TEXTS = (".md", ".markdown", ".txt", ".text")
NOT_OURS = (
    "eoi did not write, so its words lead to no fields; begin a submission from it with -o our-ccg.yaml"
)
KNOWN_BY = {"word/document.xml": "docx", "content.xml": "odt"}  # a part that no other format has


def import_document(
    raw: bytes,
    name: str,
    into: bytes,
    into_name: str,
    base: bytes | None = None,
    templates: Templates = SHIPPED,
    rejected: bool = False,
) -> ImportOutcome:
    """Return the changes that a returned document makes to the file `into`.

    `into_name` is the name of that file. `base` is the version that the document was built from, if it is not
    `into`. With `rejected`, tracked changes are rejected instead of accepted. Raise `CannotImport` if the
    document cannot be read.
    """
    if PurePath(name).suffix.lower() in TEXTS:
        raise CannotImport(f"it is plain text, which {NOT_OURS}")
    format_ = recognise(raw)
    read = READERS[format_]
    returned = read(raw, rejected)
    if not is_eoi_document(returned):
        raise CannotImport(f"it is a document that {NOT_OURS}")
    if returned.letterhead:
        returned = returned.leave_out_edges()
    source = find_base(returned, [into, *([base] if base is not None else [])])
    builder = DocumentBuilder(
        returned.paper, not returned.draft, format_, read, templates, returned.letterhead
    )
    built = builder.build(source, into_name)
    pairs = pair_document_lines(built.lines, returned.lines)
    differences = find_differences(leave_out_numbers(pairs, built), built, returned.gone)
    outcome = place_differences(differences, built, returned.lines, builder, PurePath(name).name)
    if outcome.unplaced:
        outcome = name_templates(outcome, builder, built)
    comments, left = place_comments(returned, pairs, built)
    outcome = replace(outcome, comments=comments, left=left)
    if source == into or built.examined is None:
        return outcome
    mine = examine_whole(into, into_name)
    refuse_another_submission(built.examined.source, mine.source)
    return merge_into(outcome, built.examined, mine)


def name_templates(outcome: ImportOutcome, builder: DocumentBuilder, built: BuiltDocument) -> ImportOutcome:
    """Name the template of each unplaced difference whose words come from one."""
    from eoi.imports.origins import find_origins, reduce_words  # late: most words find their place

    if built.examined is None:
        return outcome
    origins = find_origins(builder.paper, built.examined, builder.final, builder.templates)
    named = (
        replace(one, template=origins.get(reduce_words(one.difference.was), ""))
        if one.reason in (NO_FIELD, NO_WAY)
        else one
        for one in outcome.unplaced
    )
    return replace(outcome, unplaced=tuple(named))


def recognise(raw: bytes) -> str:
    """Recognise the format of a document by its content; raise `CannotImport` for any other file."""
    parts = open_archive(raw)
    found = next((format_ for part, format_ in KNOWN_BY.items() if part in parts), None)
    if found is None:
        raise CannotImport("it is neither a Word file nor an OpenDocument text; save it as .docx or .odt")
    return found
