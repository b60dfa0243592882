"""A Word document that somebody edited comes back to its fields, and nothing else changes."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

import eoi
from eoi.change import apply_changes
from eoi.imports.archive import CannotImport
from eoi.imports.import_document import import_document
from eoi.imports.outcome import ImportOutcome
from eoi.imports.outcome_words import NO_WAY, say_sentences
from eoi.imports.reports.text import write, write_values
from eoi.source import load
from eoi.submission.vocabulary import list_field_names_at
from eoi.writers.zip_package import pack, read_parts
from tests.imports.saved import SAVED_EXAMPLES
from tests.imports.word_files import SHORT, built, reworded
from tests.samples import EXAMPLES, ROOT
from tests.tables import for_each_row

RAW = SHORT.read_bytes()


def back(document: bytes, into: bytes = RAW, base: bytes | None = None) -> ImportOutcome:
    return import_document(document, "back.docx", into, "ours.yaml", base)


def changed_lines(outcome: ImportOutcome, into: bytes = RAW) -> list[str]:
    """The lines of the submission that differ once the changes are made, as a diff marks them."""
    after = apply_changes(load(into, "x", list_field_names_at), outcome.changes, list_field_names_at)
    lines = difflib.ndiff(into.decode().split("\n"), after.decode().split("\n"))
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_document_that_nobody_touched_changes_nothing(path: Path) -> None:
    outcome = import_document(built(path), "back.docx", path.read_bytes(), path.name)
    assert outcome.is_empty
    assert outcome.counts.unchanged == outcome.counts.total > 500


@pytest.mark.slow
@pytest.mark.parametrize("path", SAVED_EXAMPLES, ids=lambda path: path.stem)
def test_a_save_by_libreoffice_changes_nothing(path: Path, saved_by_libreoffice: Path) -> None:
    saved = (saved_by_libreoffice / f"{path.stem}.docx").read_bytes()
    assert import_document(saved, "back.docx", path.read_bytes(), path.name).is_empty


@pytest.mark.long
@pytest.mark.sampled
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
        pytest.param(
            ">Project manager<",
            ">Programme manager<",
            ["-     - role: Project manager", "+     - role: Programme manager"],
            id="a cell of a table",
        ),
        pytest.param(
            "Operational group",
            "Strategic group",
            ["-       kind: operational group", "+       kind: strategic group"],
            id="a choice, as the document prints it",
        ),
    ],
)
def test_retyped_words_come_back_to_their_field(was: str, now: str, lines: list[str]) -> None:
    outcome = back(reworded(built(SHORT), (was, now)))
    assert not outcome.unplaced
    assert changed_lines(outcome) == lines


HELD = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


@pytest.mark.long
def test_a_plain_hyphen_is_as_good_as_one_that_holds_a_term_together() -> None:
    retyped = (f"provide some services in{HELD}house", "provide some services in-house")
    assert back(reworded(built(SHORT), retyped)).is_empty
    outcome = back(reworded(built(SHORT), (retyped[0], retyped[1].replace("some", "most"))))
    assert not outcome.unplaced
    begins = "propose to change how some of these arrangements are set up during 2014/15 and to provide"
    assert changed_lines(outcome) == [f"-     {begins} some", f"+     {begins} most"]


@pytest.mark.slow
def test_words_of_a_template_are_listed_and_not_placed() -> None:
    outcome = back(reworded(built(SHORT), ("what is the vision for", "what do you want for")))
    assert not outcome.changes
    assert [one.reason for one in outcome.unplaced] == [NO_WAY]
    assert outcome.counts.unplaced > 0


JOINT = b"""round: 2014
form: joint
applicants:
  - {name: NHS Leeds North CCG, population: {registered: "208,247"}}
  - {name: NHS Leeds West CCG, population: {registered: "366,061"}}
  - {name: NHS Leeds South and East CCG, population: {registered: "269,493"}}
"""


@pytest.mark.slow
def test_a_changed_sum_names_the_fields_that_it_is_computed_from() -> None:
    document = eoi.build(JOINT, ["docx"])["docx"]
    outcome = back(reworded(document, ("843,801", "844,000")), JOINT)
    assert not outcome.changes
    assert {one.reason for one in outcome.unplaced} == {
        "this is the sum of 3 populations (`applicants[].population.registered`): change those in the file"
    }
    assert "template" not in write("back.docx", outcome, 200)


def test_changed_words_are_shown_with_their_sentence() -> None:
    text = "Members are in favour. Those in the west were asked about it, and about\nbid in May. They plan."
    was, now = say_sentences(text, "about", "about the", 1)
    assert was == "Those in the west were asked about it, and about\nbid in May."
    assert now == "Those in the west were asked about it, and about the\nbid in May."


@for_each_row(
    [
        ("{0} {1}", "{0}\n\n{1}", "a new paragraph begins with '{1}'"),
        ("{0}\n\n{1}", "{0}\n{1}", "no paragraph begins with '{1}' any more"),
        ("{0}\n- one\n- two", "{0}\n- one\n\n- two", "only spaces and line ends differ"),
        ("{0}\n- one\n- two", "{0} - one\n- two", "no paragraph begins with '- one' any more"),
    ]
)
def test_a_paragraph_that_is_split_or_joined_is_told(was: str, now: str, told: str) -> None:
    for first in ("We meet.", "We join up care outside hospitals for those with long-term conditions. " * 2):
        before, after, said = (one.format(first.strip(), "Then we close.") for one in (was, now, told))
        assert list(write_values(before, after, 200)) == [f"    {said}"]


@pytest.mark.long
def test_a_file_that_changed_meanwhile_is_merged_and_a_conflict_is_shown_and_not_written() -> None:
    document = reworded(
        built(SHORT), ("population of 177,643", "population of 178,020"), ("lean org", "slim org")
    )
    into = RAW.replace(b"resident: 177,643", b"resident: 180,000")
    outcome = back(document, into)
    (conflict,) = outcome.conflicts
    assert (conflict.was, conflict.mine, conflict.theirs) == ("177,643", "180,000", "178,020")
    assert [change.path for change in outcome.changes] == ["background.structure"]


@pytest.mark.slow
def test_the_words_of_a_document_add_up() -> None:
    document = reworded(built(SHORT), ("lean org", "slim org"), ("what is the vision", "what vision"))
    counts = back(document).counts
    assert counts.total == counts.unchanged + counts.placed + counts.unplaced
    assert counts.placed
    assert counts.unplaced


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "no Word"),
        (b"PK\x03\x04 broken", "no Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "before 2007"),
    ],
)
def test_what_is_no_word_file_is_refused_with_a_sentence(raw: bytes, reason: str) -> None:
    with pytest.raises(CannotImport, match=reason):
        back(raw)


@pytest.mark.slow
def test_a_final_needs_the_file_it_was_built_from() -> None:
    path = ROOT / "tests/golden/documents/complete.yaml"
    final = built(path, final=True)
    other = path.read_bytes() + b"# seen\n"
    with pytest.raises(CannotImport, match="--base"):
        import_document(final, "back.docx", other, path.name)
    assert import_document(final, "back.docx", other, path.name, path.read_bytes()).is_empty


@pytest.mark.long
def test_an_item_put_in_above_moves_nothing_to_a_wrong_place() -> None:
    document = reworded(built(SHORT), (">Project manager<", ">Programme manager<"))
    into = RAW.replace(b"  posts:\n", b"  posts:\n    - role: Clinical lead\n      cost: 10k\n")
    assert into != RAW
    outcome = back(document, into)
    assert [change.path for change in outcome.changes] == ["resources.posts[1].role"]


@pytest.mark.slow
def test_what_the_file_says_already_is_no_change() -> None:
    document = reworded(built(SHORT), ("population of 177,643", "population of 178,020"))
    assert back(document, RAW.replace(b"resident: 177,643", b"resident: 178,020")).is_empty


@pytest.mark.long
def test_words_of_a_template_are_named_with_its_line() -> None:
    one = back(reworded(built(SHORT), (">Key facts<", ">Main facts<"))).unplaced[0]
    assert one.template.startswith("expression-of-interest/")
    assert ", line " in one.template


@pytest.mark.long
@pytest.mark.parametrize(
    ("part", "was", "now"),
    [
        ("word/footer1.xml", "> of <", "> out of <"),
        ("word/header2.xml", ">DRAFT<", ">FOR THE BOARD<"),
    ],
)
def test_words_of_a_header_or_footer_are_listed_with_where_they_stand(part: str, was: str, now: str) -> None:
    parts = dict(read_parts(built(SHORT)))
    assert was in parts[part].decode()
    outcome = back(pack(parts | {part: parts[part].decode().replace(was, now, 1).encode()}))
    assert not outcome.changes
    assert {one.difference.where for one in outcome.unplaced} == {"the header or footer"}
    assert any(now.strip("<> ") in one.difference.now for one in outcome.unplaced)
