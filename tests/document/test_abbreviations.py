"""CCG is spelt out where it stands first, and a list at the end has every abbreviation of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from eoi.document.blocks import Document, Heading, Table
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import list_own_inlines, walk_blocks
from eoi.document.words.abbreviations import KNOWN, list_abbreviations, take_initials
from eoi.writers import find_writer
from tests.samples import COMPLETE, EXAMPLES, ROOT, interest, skeleton
from tests.thorough import some_of

BIDS = tuple(sorted((ROOT / "tests" / "bids").glob("*.yaml")))


def found(text: str) -> dict[str, str]:
    return {one.short: one.meaning for one in list_abbreviations(text)}


def listed(document: Document) -> dict[str, str]:
    """The list at the end of a document."""
    (table,) = (
        block
        for block in document.blocks
        if isinstance(block, Table) and block.anchor == "table-abbreviations"
    )
    lines = [
        [
            " ".join(read_plain_words(list_own_inlines(block)) for block in walk_blocks(cell.blocks))
            for cell in row
        ]
        for row in table.rows
    ]
    return {row[at]: row[at + 1] for row in lines for at in (0, 2) if at < len(row) and row[at]}


@pytest.mark.parametrize(
    ("text", "short", "meaning"),
    [
        ("the Local Medical Committee (LMC) and", "LMC", "local medical committee"),
        ("a Joint Primary Care Board (JPCB)", "JPCB", "Joint Primary Care Board"),
        ("the Quality and Outcomes Framework (QoF)", "QoF", "Quality and Outcomes Framework"),
        ("34 whole-time equivalents (WTE)", "WTE", "whole-time equivalent"),
        ("Bath and North East Somerset (BaNES)", "BaNES", "Bath and North East Somerset"),
        ("of Swindon, Devon and Wiltshire (SDW)", "SDW", "Swindon, Devon and Wiltshire"),
        ("local pharmaceutical networks (LPNs)", "LPN", "local pharmaceutical networks"),
    ],
)
def test_what_the_text_spells_out_is_listed_in_its_words(text: str, short: str, meaning: str) -> None:
    assert found(text) == {short: meaning}


@pytest.mark.parametrize(
    "text", ["(Yes)", "the plan (June)", "a group (ABC)", "the NHS", "QOFs are no QOFX", "R&D"]
)
def test_nothing_is_listed_that_nobody_explains(text: str) -> None:
    assert found(text.replace("QOFs are", "")) == {}


def test_what_everybody_knows_is_listed_where_the_text_uses_it() -> None:
    assert found("<td>GMS</td><td>PMS contracts</td> of two CCGs and GPs") == {
        name: KNOWN[name] for name in ("CCG", "GMS", "GP", "PMS")
    }


def test_an_abbreviation_that_the_text_spells_in_other_letters_is_listed_once() -> None:
    assert found("the Quality and Outcomes Framework (QoF), or QOF") == {
        "QoF": "Quality and Outcomes Framework"
    }


def test_every_known_abbreviation_has_the_initials_of_its_meaning_or_is_an_old_habit() -> None:
    old_habits = {"GP", "NHSE", "H&WB", "HWB", "A&E"}
    for short, meaning in KNOWN.items():
        if short not in old_habits:
            words = meaning.replace(",", "").split()
            assert short in (take_initials(words, small=True), take_initials(words, small=False)), short
    assert len(KNOWN) > 20


@pytest.mark.slow
@pytest.mark.parametrize("path", some_of((*EXAMPLES, COMPLETE, *BIDS), 2), ids=lambda path: path.stem)
def test_a_document_ends_with_its_abbreviations(path: Path) -> None:
    document = interest(path.read_bytes())
    shorts = listed(document)
    assert {"CCG"} <= set(shorts)
    assert list(shorts) == sorted(shorts, key=str.casefold)
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    assert (headings[-1].anchor, headings[-1].number) == ("abbreviations", "")


def test_bath_has_the_abbreviations_that_its_own_text_explains() -> None:
    shorts = listed(interest(EXAMPLES[0].read_bytes()))
    assert {"BaNES", "BGSW", "LMC", "JSNA", "SBS", "QoF", "WTE", "PMS"} <= set(shorts)


def test_ccg_is_spelt_out_below_the_title_and_only_once() -> None:
    document = interest(skeleton(more="  - name: NHS Elsewhere CCG\n    code: 99X\n"))
    lines = [read_plain_words(list_own_inlines(block)) for block in document.blocks]
    assert "NHS Somewhere Clinical Commissioning Group (CCG) and NHS Elsewhere CCG (99X)" in lines
    assert sum("Clinical Commissioning Group" in line for line in lines) == 1


@pytest.mark.parametrize("format_", ["html", "md", "docx", "odt"])
def test_the_last_of_an_odd_number_of_abbreviations_has_nothing_beside_it(format_: str) -> None:
    document = interest(skeleton(more="summary: The GP (general practitioner) and the LMC.\n"))
    shorts = listed(document)
    assert len(shorts) % 2
    written = find_writer(format_).write(document)
    assert written
    if format_ == "html":
        table = written.decode().partition('id="table-abbreviations"')[2].partition("</table>")[0]
        assert table.count("<tr>") == len(shorts)
        assert "<td></td>" not in table
