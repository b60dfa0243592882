"""How much an officer has to read: few findings, and nothing in them lost."""

from __future__ import annotations

from tests.samples import ROOT, examined, example

DRAFT = ROOT / "tests" / "drafts" / "eight-ccgs-2014.yaml"


def test_the_real_document_has_at_most_25_findings() -> None:
    found = examined(example("bath-and-north-east-somerset")).findings
    assert 15 < len(found) <= 25
    assert sum(len(finding.places) for finding in found) > 45


def test_a_draft_of_eight_ccgs_with_150_places_has_at_most_60_findings() -> None:
    found = examined(DRAFT.read_bytes()).findings
    assert sum(len(finding.places) for finding in found) > 150
    assert 20 < len(found) <= 60


def test_what_every_ccg_of_a_draft_lacks_is_said_once_with_eight_places() -> None:
    found = examined(DRAFT.read_bytes()).findings
    (approval,) = (one for one in found if one.rule == "board-approval-missing")
    assert approval.message.endswith("the date of approval by its Board, for 8 of the 8 CCGs")
    assert [place.label for place in approval.places][:2] == ["Brent CCG", "Central London CCG"]
    assert len(approval.lines) == 8
