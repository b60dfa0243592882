"""Generated sentences say "we" or "the CCG", one of them throughout, and call the board by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from eoi.document.words.voice import choose_speaker
from eoi.submission.part import Part
from tests.samples import COMPLETE, EXAMPLES, ROOT, examined, interest, lines_of, skeleton, words_of
from tests.thorough import some_of

BIDS = tuple(sorted((ROOT / "tests" / "bids").glob("*.yaml")))
DRAFTS = tuple(sorted((ROOT / "tests" / "drafts").glob("*.yaml")))
FACTS = """\
    population: {resident: 1000, as_of: 2014-03-31}
    practices: 5
    area_team: London
    running_costs: £1m
    contracts: {gms: 5}
    commissioning_support: {agreement: contract}
engagement:
  members: {practices_consulted: 5}
  stakeholders: [{name: Council, with_members: yes, view: Agrees}]
governance: {conflicts_of_interest: {registers: none, cases: [{case: A lease}]}}
resources: {posts: [{role: Manager, cost: £50k}]}
priorities: [{title: Access}]
arrangement: {fallback: influence}
"""
PROSE = "summary: |\n  We plan. Our plan is ours. We work with the CCG next door.\n"
GENERATED = re.compile(r"\b(?:The CCG|Its|It) (?:has|serves|asks|employs|keeps|works|leads|expects)\b")


def text(more: str) -> str:
    return words_of(interest(skeleton(more=FACTS + more)))


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        (
            "we",
            [
                "We serve a resident population of 1,000.",
                "We have five member practices.",
                "We work with the London area team of NHS England.",
                "Of our practices, 5 have General Medical Services (GMS) contracts.",
                "Our running costs budget is £1m.",
                "We have commissioning support under a contract.",
                "We have consulted five practices.",
                "We consulted this body together with our members:",
                "We keep no register of interests.",
                "We have managed conflicts of interest in this case:",
                "We ask for one post.",
                "sets out our priority.",
                "If it is not agreed, we would accept",
            ],
        ),
        (
            "the CCG",
            [
                "The CCG serves a resident population of 1,000.",
                "It has five member practices.",
                "It works with the London area team of NHS England.",
                "Of its practices, 5 have General Medical Services (GMS) contracts.",
                "The CCG's running costs budget is £1m.",
                "The CCG has commissioning support under a contract.",
                "The CCG has consulted five practices.",
                "The CCG consulted this body together with its members:",
                "The CCG keeps no register of interests.",
                "The CCG asks for one post.",
                "sets out the CCG's priority.",
            ],
        ),
    ],
)
def test_every_generated_sentence_has_the_voice_of_the_file(voice: str, said: list[str]) -> None:
    written = text(f"voice: {voice}\n")
    assert [sentence for sentence in said if sentence not in written] == []
    assert bool(GENERATED.search(written)) is (voice != "we")


def test_without_a_voice_the_document_speaks_as_its_text_does() -> None:
    assert choose_speaker(examined(skeleton(more=PROSE)).submission).is_we
    assert not choose_speaker(examined(skeleton(more="summary: Our plan.\n")).submission).is_we
    third = "summary: The CCG plans. The CCG works. We, our neighbours say, and us, the CCG. The CCG is.\n"
    assert not choose_speaker(examined(skeleton(more=third)).submission).is_we


def test_several_ccgs_can_say_we_and_each_keeps_its_name() -> None:
    more = "  - name: NHS Elsewhere CCG\n    running_costs_reduction: {share: 10%}\nvoice: we\n"
    written = words_of(interest(skeleton(more=more + "engagement: {members: {consulted: All}}\n")))
    assert "We have consulted:" in written
    assert "NHS Elsewhere CCG's running costs budget will fall by 10%." in written


@pytest.mark.slow
@pytest.mark.parametrize("path", [*EXAMPLES, COMPLETE], ids=lambda path: path.stem)
def test_no_part_of_a_document_mixes_both_voices(path: Path) -> None:
    """Where the templates say "we", none of their sentences has the CCG for its subject."""
    file = examined(path.read_bytes())
    if not choose_speaker(file.submission).is_we:
        pytest.skip("the CCG speaks of itself as others do")
    lines = lines_of(interest(path.read_bytes()).blocks)
    assert [line for line in lines if GENERATED.match(line)] == []


THE_OTHER_VOICE = {
    "we": re.compile(r"\b(?:the|both|all (?:\w+)) CCGs?\b(?! Board)", re.IGNORECASE),
    "the CCG": re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE),
}
# These say who speaks, head a row in a table of CCGs, or speak of whichever CCG it is.
NAMES_THE_SPEAKER = re.compile(r"We, the \w+ CCGs,|^(?:All \w+|Both) CCGs$|means that the CCG withdraws")


def typed_in(value: object) -> Iterator[str]:
    """Yield every line and sentence that somebody typed."""
    if isinstance(value, Part):
        value = tuple(value.given.values())
    if isinstance(value, tuple):
        for one in value:
            yield from typed_in(one)
    elif isinstance(value, str):
        plain = " ".join(re.sub(r"[*_]|^- ", "", value, flags=re.MULTILINE).split())
        yield from (plain, *re.split(r"(?<=[.:]) ", plain))
        yield from (line.strip(" -*").replace("*", "") for line in value.splitlines())


def generated_words(path: Path, voice: str) -> list[str]:
    """What the templates say of a file in this voice, without what was typed."""
    text = path.read_text(encoding="utf-8")
    typed = {one.strip(".") for one in typed_in(examined(text).submission) if len(one) > 3}
    given = re.sub(r"^voice:.*\n", "", text, flags=re.MULTILINE) + f"\nvoice: {voice}\n"
    lines = lines_of(interest(given, final=True).blocks)
    anything = re.compile("|".join(map(re.escape, sorted(typed, key=len, reverse=True))), re.IGNORECASE)
    return [anything.sub("", NAMES_THE_SPEAKER.sub("", " ".join(line.split()))) for line in lines]


FILES = (*EXAMPLES, COMPLETE, *BIDS, *DRAFTS)


@pytest.mark.slow
@pytest.mark.parametrize("voice", sorted(THE_OTHER_VOICE))
@pytest.mark.parametrize("path", some_of(FILES, 3), ids=lambda path: path.stem)
def test_no_sentence_of_the_templates_speaks_in_the_other_voice(path: Path, voice: str) -> None:
    lines = generated_words(path, voice)
    assert [line for line in lines if THE_OTHER_VOICE[voice].search(line)] == []
    assert len(lines) > 50


@pytest.mark.parametrize(
    ("typed", "one", "several"),
    [
        (
            "the Governing Body",
            "The Governing Body is asked",
            "The Governing Bodies of the two CCGs are asked",
        ),
        ("Board", "The Board is asked", "The Boards of the two CCGs are asked"),
        (
            "Clinical Council",
            "The Clinical Council is asked",
            "The Clinical Councils of the two CCGs are asked",
        ),
    ],
)
def test_the_board_is_called_by_its_name(typed: str, one: str, several: str) -> None:
    name = f"governing_body_name: {typed}\n"
    assert one in words_of(interest(skeleton(more=name)))
    assert several in words_of(interest(skeleton(more=f"  - name: NHS Elsewhere CCG\n{name}")))


def test_the_name_of_the_board_stands_wherever_its_approval_is_told() -> None:
    more = "    board_approved: 2014-06-12\ngoverning_body_name: the Governing Body\n"
    written = words_of(interest(skeleton(more=more)))
    assert written.count("Governing Body") == 3
    assert "CCG Board" not in written


def test_the_boards_of_several_ccgs_have_their_name_where_each_approved_on_its_day() -> None:
    more = (
        "    board_approved: 2014-06-12\n  - name: NHS Elsewhere CCG\n    board_approved: 2014-06-13\n"
        "governing_body_name: Governing Body\n"
    )
    written = words_of(interest(skeleton(more=more)))
    assert (
        "The Governing Bodies approved this expression of interest: NHS Somewhere CCG on 12 June 2014"
        in written
    )


@pytest.mark.slow
@pytest.mark.parametrize("path", [*EXAMPLES, COMPLETE, *BIDS], ids=lambda path: path.stem)
def test_no_document_prints_what_only_a_program_reads(path: Path) -> None:
    lines = lines_of(interest(path.read_bytes()).blocks)
    assert [line for line in lines if re.search(r"<\w+ |object at 0x|Undefined", line)] == []
