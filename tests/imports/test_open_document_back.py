"""An OpenDocument text that somebody edited comes back to its fields, as a Word file does."""

from __future__ import annotations

from pathlib import Path

import pytest

from eoi.imports.import_document import import_document
from tests.imports.saved import FILE, SAVED_EXAMPLES
from tests.imports.test_word_back import changed_lines
from tests.imports.word_files import SHORT, built, reworded
from tests.samples import EXAMPLES

RAW = SHORT.read_bytes()
TEXT, DC = "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "http://purl.org/dc/elements/1.1/"
CHANGE = (
    '<text:changed-region text:id="{key}"><text:{kind}><office:change-info><dc:creator>Board secretary'
    "</dc:creator><dc:date>2014-06-12T10:00:00</dc:date></office:change-info>{deleted}</text:{kind}>"
    "</text:changed-region>"
)
TRACKED = "<text:tracked-changes>{}</text:tracked-changes><text:sequence-decls>"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_text_that_nobody_touched_changes_nothing(path: Path) -> None:
    outcome = import_document(built(path, "odt"), "back.odt", path.read_bytes(), path.name)
    assert outcome.is_empty
    assert outcome.counts.unchanged == outcome.counts.total > 500


@pytest.mark.slow
@pytest.mark.parametrize("path", SAVED_EXAMPLES, ids=lambda path: path.stem)
def test_a_save_by_libreoffice_changes_nothing(path: Path, saved_by_libreoffice: Path) -> None:
    saved = (saved_by_libreoffice / f"{path.stem}.odt").read_bytes()
    assert import_document(saved, "back.odt", path.read_bytes(), path.name).is_empty


@pytest.mark.slow
def test_a_word_file_saved_as_open_document_and_as_word_again_changes_nothing(
    saved_by_libreoffice: Path,
) -> None:
    for name in ("from-word.odt", "again.docx"):
        back = (saved_by_libreoffice / name).read_bytes()
        assert import_document(back, "back", FILE.read_bytes(), FILE.name).is_empty


@pytest.mark.long
@pytest.mark.parametrize(
    ("was", "now", "lines"),
    [
        pytest.param(
            "relatively small and lean",
            "very small and lean",
            [
                "-     We are a relatively small and lean organisation.",
                "+     We are a very small and lean organisation.",
            ],
            id="a word of a long text",
        ),
        pytest.param(
            "resident population of 177,643",
            "resident population of 178,020",
            ["-       resident: 177,643", "+       resident: 178,020"],
            id="a figure in a sentence of ours",
        ),
    ],
)
def test_retyped_words_come_back_to_their_field(was: str, now: str, lines: list[str]) -> None:
    outcome = import_document(reworded(built(SHORT, "odt"), (was, now)), "back.odt", RAW, SHORT.name)
    assert not outcome.unplaced
    assert changed_lines(outcome) == lines


def tracked() -> bytes:
    """A word put in and a word taken out, both tracked."""
    deleted = "<text:p>relatively </text:p>"
    regions = CHANGE.format(key="c1", kind="deletion", deleted=deleted) + CHANGE.format(
        key="c2", kind="insertion", deleted=""
    )
    return reworded(
        built(SHORT, "odt"),
        ("<text:sequence-decls>", TRACKED.format(regions)),
        ("a relatively small", 'a <text:change text:change-id="c1"/>small'),
        (
            "lean org",
            '<text:change-start text:change-id="c2"/>agile, <text:change-end text:change-id="c2"/>lean org',
        ),
    )


@pytest.mark.long
def test_tracked_changes_are_accepted_with_who_made_them_and_when() -> None:
    outcome = import_document(tracked(), "back.odt", RAW, SHORT.name)
    assert changed_lines(outcome) == [
        "-     We are a relatively small and lean organisation.",
        "+     We are a small and agile, lean organisation.",
    ]
    assert [change.by for change in outcome.changes] == ["Board secretary 2014-06-12"]


def test_rejected_changes_leave_the_text_as_it_was() -> None:
    assert import_document(tracked(), "back.odt", RAW, SHORT.name, rejected=True).is_empty
