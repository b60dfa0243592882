"""What a reviewer would write in the margin: every gap and every finding, once, where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from eoi.document.blocks import Document, Heading
from eoi.document.front_page.questions import list_questions_to_expect
from eoi.document.inline import Remark, RemarkedWords
from eoi.document.notes.remarks import make_finding_note
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import list_own_inlines, walk_blocks, walk_inlines
from eoi.document.words.wording import begin_in_words
from eoi.examined import ExaminedSubmission, is_on_redactions
from eoi.rule_facts import why
from eoi.rules import load_catalogue
from eoi.rules.rule import Rule
from tests.readers import AS_TYPED
from tests.samples import (
    COMPLETE,
    EXAMPLES,
    checklist_document,
    examined,
    example,
    interest,
    skeleton,
    words_of,
)
from tests.strategies import Fields, as_yaml, submissions
from tests.tables import for_each
from tests.thorough import IS_AT_A_DESK, examples, some_of

BANES = "bath-and-north-east-somerset"
CASES_OF_RULES = Path(__file__).parent.parent / "cases"


def remarked(document: Document) -> Iterator[tuple[str, Remark]]:
    """The words that each remark is about, in reading order."""
    for block in walk_blocks(document.blocks):
        for inline in walk_inlines(list_own_inlines(block)):
            if isinstance(inline, RemarkedWords):
                words = read_plain_words(inline.children).translate(AS_TYPED)
                yield from ((words, as_typed(remark)) for remark in inline.remarks)


def as_typed(remark: Remark) -> Remark:
    paragraphs = tuple(paragraph.translate(AS_TYPED) for paragraph in remark.paragraphs)
    return Remark(remark.title.translate(AS_TYPED), paragraphs)


def about(document: Document, rule: str) -> list[str]:
    reason = f"Why an assessor asks: {without_marks(why(rule))}"
    return [words for words, remark in remarked(document) if reason in map(without_marks, remark.paragraphs)]


def assert_nothing_is_left_out(file: ExaminedSubmission, document: Document) -> None:
    """Each answer to complete is in the remark of its mark, each other finding has one of its own, and what
    is only to consider has none."""
    every = [remark for _, remark in remarked(document)]
    texts = [without_marks("\n".join((remark.title, *remark.paragraphs))) for remark in every]
    for gap in file.checklist.open_gaps:
        paths = (gap.spot.path, gap.requirement.path)
        asks = f"To complete: {without_marks(gap.requirement.asks)}"
        told = any(asks in text and any(path in text for path in paths) for text in texts)
        assert told == gap.is_to_complete
    gaps = {(gap.requirement.rule, gap.spot.path) for gap in file.checklist.open_gaps}
    for finding in file.findings:
        if (finding.rule, finding.path) not in gaps and not is_on_redactions(finding):
            message = without_marks(begin_in_words(finding.message).translate(AS_TYPED))
            assert any(message in text for text in texts), finding


def without_marks(text: str) -> str:
    """Margins write `code` as 'code'."""
    return text.replace("`", "").replace("'", "")


@pytest.mark.slow
@pytest.mark.parametrize("path", [*EXAMPLES, COMPLETE], ids=lambda path: path.stem)
def test_a_draft_tells_every_gap_and_finding_and_a_final_document_none(path: Path) -> None:
    raw = path.read_bytes()
    assert_nothing_is_left_out(examined(raw), interest(raw))
    assert list(remarked(interest(raw, final=True))) == []


@pytest.mark.slow
@settings(max_examples=examples(20))
@given(fields=submissions())
def test_whatever_an_officer_types_no_finding_is_lost(fields: Fields) -> None:
    written = as_yaml(fields)
    assert_nothing_is_left_out(examined(written), interest(written))


@pytest.mark.slow
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


def test_a_finding_on_a_redaction_is_in_the_checklist_and_in_no_margin() -> None:
    """A draft withholds nothing, so no reader of it would ask."""
    written = skeleton(
        more="resources: {posts: [{role: A, cost: £40k}, {role: B, cost: £20k}], total: £60k}\n"
        'redactions: [{path: "resources.posts[0].cost", exemption: section 43(2), reason: Bargaining}]\n'
    )
    said = "can be worked out from"
    assert [one.rule for one in examined(written).other_findings if said in one.message] == [
        "redaction-worked-out"
    ]
    remarks = [paragraph for _, remark in remarked(interest(written)) for paragraph in remark.paragraphs]
    assert [text for text in remarks if said in text] == []
    assert said in words_of(checklist_document(written))


def test_a_gap_is_anchored_on_its_mark() -> None:
    document = interest(skeleton())
    gaps = [words for words, remark in remarked(document) if remark.title.startswith("To complete: ")]
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
    assert isinstance(title.children[0], RemarkedWords)


def test_a_comment_on_a_gap_says_only_where_to_write_it_since_the_mark_says_what_is_missing() -> None:
    (remark,) = (remark for _, remark in remarked(interest(skeleton())) if "integrates care" in remark.title)
    assert remark.title == "To complete: how the proposal integrates care."
    assert remark.paragraphs == ("Required. In the file: benefits.integration.",)


def test_a_comment_opens_with_the_question_then_says_why_it_is_asked_and_last_where_the_field_is() -> None:
    (remark,) = (
        remark
        for _, remark in remarked(interest(example(BANES)))
        if remark.paragraphs[0].startswith("The posts add up to £79.3k")
    )
    assert remark.title == "Do the figures add up?"
    assert remark.paragraphs[1] == f"Why an assessor asks: {why('resources-total')}"
    assert remark.paragraphs[-1] == (
        "Suggested. In the file: resources.total, line 591. The first of the costs: line 582."
    )


def test_the_comment_on_a_contradiction_asks_what_the_first_page_asks() -> None:
    titles = [remark.title for _, remark in remarked(interest(example(BANES)))]
    asked = [
        one.question for one in list_questions_to_expect(examined(example(BANES))) if "?" in one.question
    ]
    assert "Who decides?" in asked
    assert set(asked) <= set(titles)


def test_a_mark_for_several_gaps_has_one_comment() -> None:
    document = interest(skeleton(more="  - name: '[Full name]'\n  - name: '[Full name]'\n"))
    (names,) = [remark for _, remark in remarked(document) if "full name" in remark.title]
    assert names.title == "To complete: the full name, for 2 of the 3 CCGs."
    assert names.paragraphs == ("Required. In the file: applicants[].name, lines 5 and 6.",)


SENTENCE = re.compile(r"""(["'“‘]|[A-Z0-9£]).*[.!?]["'”’)]*""", re.DOTALL)
SCALE = re.compile(r"(Required|Recommended|Suggested)\. In the file: ")


RULES = some_of(load_catalogue(), 60, lambda rule: rule.family)


@pytest.mark.slow
@for_each(RULES, lambda rule: rule.name)
def test_the_comment_of_every_rule_is_english_and_weighs_by_one_scale(rule: Rule) -> None:
    seen = 0
    for path in sorted(CASES_OF_RULES.joinpath(rule.name).glob("*.yaml")):
        if seen and IS_AT_A_DESK:
            break
        file = examined(path.read_bytes())
        for finding in (one for one in file.findings if one.rule == rule.name):
            remark = make_finding_note(finding, file, file.source.text.split("\n")).remark
            seen += 1
            assert re.fullmatch(r"[A-Z].*\?", remark.title)
            assert remark.paragraphs[1].startswith("Why an assessor asks: ")
            assert SCALE.match(remark.paragraphs[-1])
            assert [text for text in remark.paragraphs if not SENTENCE.fullmatch(text)] == []
            assert "`" not in "".join(remark.paragraphs)
            assert rule.name not in remark.title
    assert seen


def test_remarks_change_no_word_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    with_remarks = words_of(interest(example(BANES)))
    monkeypatch.setattr("eoi.document.render.list_notes_on_document", lambda *_: ())
    without = interest(example(BANES))
    assert list(remarked(without)) == []
    assert words_of(without) == with_remarks


BALLOT = "    ballot: {electorate: 32, voted: 3, for: 23, against: 2, closed: 2014-06-12}\n"


def test_a_remark_about_a_figure_marks_no_figure_that_only_holds_it() -> None:
    """Three practices voted of 32, and the remark about the 3 is on no part of 32."""
    staff = "    staff: {headcount: 64, wte: 6}\n"
    document = interest(skeleton(more=f"{staff}engagement:\n  members:\n{BALLOT}"))
    beside = list(characters_beside_figures(document))
    assert beside
    assert [one for one in beside if one.isdigit()] == []


def characters_beside_figures(document: Document) -> Iterator[str]:
    """The character before and the one after each remark that is about a figure."""
    for block in walk_blocks(document.blocks):
        inlines = list(list_own_inlines(block))
        for one, other in pairwise(inlines):
            words, next_words = read_plain_words((one,)), read_plain_words((other,))
            if isinstance(other, RemarkedWords) and next_words[:1].isdigit():
                yield words[-1:]
            if isinstance(one, RemarkedWords) and words[-1:].isdigit():
                yield next_words[:1]
