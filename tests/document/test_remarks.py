"""What a reviewer would write in the margin: every gap and every finding, once, where it belongs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from eoi.document.blocks import Document, Heading, Remark, Remarked
from eoi.document.inlines import plain_text
from eoi.document.walk import inlines_of, walk_blocks, walk_inlines
from eoi.examined import Examined
from tests.readers import AS_TYPED
from tests.samples import COMPLETE, EXAMPLES, examined, example, interest, skeleton, words_of
from tests.strategies import Fields, as_yaml, submissions

BANES = "bath-and-north-east-somerset"


def remarked(document: Document) -> Iterator[tuple[str, Remark]]:
    """The words that each remark is about, in reading order."""
    for block in walk_blocks(document.blocks):
        for inline in walk_inlines(inlines_of(block)):
            if isinstance(inline, Remarked):
                words = plain_text(inline.children).translate(AS_TYPED)
                yield from ((words, as_typed(remark)) for remark in inline.remarks)


def as_typed(remark: Remark) -> Remark:
    paragraphs = tuple(paragraph.translate(AS_TYPED) for paragraph in remark.paragraphs)
    return Remark(remark.title.translate(AS_TYPED), paragraphs)


def about(document: Document, rule: str) -> list[str]:
    return [words for words, remark in remarked(document) if remark.title.startswith(f"{rule} (")]


def rules_told(document: Document) -> Counter[str]:
    return Counter(remark.title.split(" (")[0] for _, remark in remarked(document))


def assert_nothing_is_left_out(file: Examined, document: Document) -> None:
    """Each answer to complete is in the remark of its mark, each other finding has one of its own, and what
    is only to consider has none."""
    texts = [without_marks("\n".join(remark.paragraphs)) for _, remark in remarked(document)]
    for gap in file.checklist.open_gaps:
        paths = (gap.spot.path, gap.requirement.path)
        asks = f"An assessor expects {without_marks(gap.requirement.asks)}"
        told = any(asks in text and any(path in text for path in paths) for text in texts)
        assert told == gap.is_to_complete
    gaps = {(gap.requirement.rule, gap.spot.path) for gap in file.checklist.open_gaps}
    for finding in file.findings:
        if (finding.rule, finding.path) not in gaps:
            assert any(without_marks(finding.message) in text for text in texts), finding


def without_marks(text: str) -> str:
    """Margins write `code` as 'code'."""
    return text.replace("`", "").replace("'", "")


@pytest.mark.parametrize("path", [*EXAMPLES, COMPLETE], ids=lambda path: path.stem)
def test_a_draft_tells_every_gap_and_finding_and_a_final_document_none(path: Path) -> None:
    raw = path.read_bytes()
    assert_nothing_is_left_out(examined(raw), interest(raw))
    assert list(remarked(interest(raw, final=True))) == []


@pytest.mark.slow
@settings(max_examples=20)
@given(fields=submissions())
def test_whatever_an_officer_types_no_finding_is_lost(fields: Fields) -> None:
    written = as_yaml(fields)
    assert_nothing_is_left_out(examined(written), interest(written))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("resources-total", ["£79.4k"]),
        ("reserved-decision-out-of-scope", ["Applying contractual sanctions"]),
        ("same-risk-everywhere", ["Negative impact on CCG membership engagement"]),
        ("group-replaces", ["Strategic Primary Care Group"]),
        ("members-without-numbers", ["We have consulted:"]),
        ("contractor-group-not-offered", ["Yes"]),  # the first of three
    ],
)
def test_a_finding_is_anchored_on_the_words_it_is_about(rule: str, words: list[str]) -> None:
    assert about(interest(example(BANES)), rule) == words


def test_a_gap_is_anchored_on_its_mark() -> None:
    document = interest(skeleton())
    gaps = [words for words, remark in remarked(document) if remark.paragraphs[0].startswith("An assessor")]
    assert len(gaps) > 5
    assert [words for words in gaps if not words.startswith("To complete: ")] == []


def test_a_long_sentence_is_anchored_on_itself() -> None:
    sentence = "We " + "and so on " * 15 + "stop."
    document = interest(skeleton(more=f"summary: Short. {sentence} Short again.\n"))
    assert about(document, "long-sentence") == [sentence]


def test_words_across_emphasis_are_anchored_on_their_line() -> None:
    sentence = "We **really** " + "and so on " * 15 + "stop."
    document = interest(skeleton(more=f"summary: |\n  One.\n\n  {sentence}\n"))
    assert about(document, "long-sentence") == [sentence.replace("*", "")]


def test_a_finding_about_a_field_that_shows_nowhere_goes_to_a_heading() -> None:
    document = interest(skeleton(more="# eoi: ignore[long-sentence] there is none\nsummary: Short.\n"))
    assert about(document, "idle-ignore") == ["Expression of interest for co-commissioning of primary care"]
    (title,) = (block for block in document.blocks if isinstance(block, Heading) and block.level == 1)
    assert isinstance(title.children[0], Remarked)


def test_a_remark_says_what_is_expected_how_firmly_and_where_to_write_it() -> None:
    (remark,) = (
        remark for _, remark in remarked(interest(skeleton())) if "integrates care" in remark.paragraphs[0]
    )
    assert remark.title == "answer-missing (required)"
    assert remark.paragraphs == (
        "An assessor expects how the proposal integrates care. "
        "Published: S3; S5 (the checklist lists the sources).",
        "In the file: benefits.integration.",
    )


def test_a_finding_brings_its_reason_and_the_second_place() -> None:
    (remark,) = (
        remark
        for _, remark in remarked(interest(example(BANES)))
        if remark.title.startswith("resources-total")
    )
    assert remark.title == "resources-total (suggestion)"
    assert remark.paragraphs[0].startswith("The posts add up to £79.3k, not £79.4k")
    assert any(line.startswith("Why an assessor asks: ") for line in remark.paragraphs)
    assert remark.paragraphs[-1] == "The first of the costs: line 582."


def test_a_mark_for_several_gaps_has_one_remark() -> None:
    document = interest(skeleton(more="  - name: '[Full name]'\n  - name: '[Full name]'\n"))
    (names,) = [remark for _, remark in remarked(document) if "full name" in remark.paragraphs[0]]
    assert names.paragraphs[-1] == "In the file: applicants[].name, lines 5 and 6."
    assert rules_told(document)["answer-missing"] > 5


def test_remarks_change_no_word_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    with_remarks = words_of(interest(example(BANES)))
    monkeypatch.setattr("eoi.document.render.notes_on", lambda *_: ())
    without = interest(example(BANES))
    assert list(remarked(without)) == []
    assert words_of(without) == with_remarks
