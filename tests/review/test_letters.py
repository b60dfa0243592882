"""A letter tells the CCGs of a submission its outcome, what is missing and what to have ready."""

from __future__ import annotations

import re
from pathlib import Path

from eoi.document.blocks import Document
from eoi.document.templating.template_sources import Templates
from eoi.document.words.wording import write_number_in_words
from eoi.review.letters import make_letter
from eoi.review.notices import list_notices
from eoi.review.submissions import ReviewedSubmission, review_submission
from eoi.rounds import list_known_rounds, load_round
from eoi.writers import find_writer, list_formats
from tests.samples import EXAMPLES, ROOT, examined, skeleton
from tests.tables import for_each

BIDS = tuple(sorted((ROOT / "tests/bids").glob("*.yaml")))
REAL = {file.stem: file.read_text(encoding="utf-8") for file in (*EXAMPLES, *BIDS)}
LEAST = {
    f"{name}-{form}": skeleton(form).replace("round: 2014", f"round: {name}")
    for name in list_known_rounds()
    for form in load_round(name).offers
}
ENDED = {"withdrawn": skeleton(more="status: withdrawn\n")}
ALL = REAL | LEAST | ENDED
LIST_ITEM = re.compile(r"^- .*[^ ]", re.MULTILINE)


def reviewed(text: str) -> ReviewedSubmission:
    found = review_submission(examined(text), "one.yaml")
    assert isinstance(found, ReviewedSubmission)
    return found


def letter(text: str, templates: Templates | None = None) -> Document:
    one = reviewed(text)
    return make_letter(one, load_round(one.round), templates or Templates())


def words(text: str) -> str:
    return find_writer("md").write(letter(text)).decode()


@for_each(ALL)
def test_no_letter_has_an_empty_or_a_false_sentence(name: str) -> None:
    text, one = words(ALL[name]), reviewed(ALL[name])
    assert not re.search(
        r"\bNone\b|\{\{|  \.|(?<!\.)\.\.(?!\.)|:\s*\n\n(?!-)|^-\s*$| ,", text, re.MULTILINE
    ), text
    for heading, shown in (
        ("What is missing", one.outcome.that_make("not ready")),
        ("What to have ready", one.outcome.that_make("ready with caveats")),
        ("Suggestions", one.outcome.that_make("suggestion")),
    ):
        assert (f"## {heading}" in text) == bool(shown)
        part = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
        assert len(LIST_ITEM.findall(part)) == len(shown)
    assert (" is not ready" in text) == (one.outcome.readiness.value == "not ready")


def test_the_letters_of_the_four_examples_the_bids_and_every_round_were_looked_at() -> None:
    assert len(REAL) == 6
    assert len(LEAST) == sum(len(load_round(name).offers) for name in list_known_rounds()) >= 9


def test_a_letter_lists_each_missing_answer_once_and_counts_what_it_lists() -> None:
    text = words(LEAST["2014-joint"])
    lacking = text.partition("## What is missing\n")[2].partition("\n## ")[0]
    assert f"{write_number_in_words(len(LIST_ITEM.findall(lacking)))} points are missing" in text
    others = text.partition("## Other answers to complete\n")[2].partition("\n## ")[0]
    assert "conflicts of interest" in lacking
    assert "conflicts of interest" not in others


def test_a_letter_to_a_partnership_has_its_name() -> None:
    names = "\napplicants:\n  - {name: NHS Leeds North CCG}\n  - {name: NHS Leeds West CCG}\n"
    one = reviewed(f"round: 2014\nform: joint{names}partnership: {{name: Leeds CCGs Together}}\n")
    assert one.name == "Leeds CCGs Together"
    letter_ = make_letter(one, load_round("2014"), Templates())
    text = find_writer("md").write(letter_).decode()
    assert "**Leeds CCGs Together: NHS Leeds North CCG and NHS Leeds West CCG**" in text
    assert letter_.properties.title.endswith(": Leeds CCGs Together")


def test_nothing_is_complete_or_answered_in_a_submission_that_has_ended() -> None:
    for status in ("withdrawn", "declined"):
        one = reviewed(skeleton(more=f"status: {status}\n"))
        assert (one.is_complete, one.share_answered) == (False, None)


def test_a_ccg_in_two_submissions_is_a_notice_to_read_first() -> None:
    alone = "round: 2014\nform: joint\napplicants: [{name: NHS Leeds North CCG}]\n"
    both = alone.replace("North CCG}", "North CCG}, {name: NHS Leeds West CCG}")
    ended = f"{alone}status: withdrawn\n"
    found = list_notices([reviewed(alone), reviewed(both)], "2014")
    assert "NHS Leeds North CCG is in 2 submissions." in [one.words for one in found]
    once = list_notices([reviewed(both), reviewed(ended)], "2014")
    assert not any("in 2 submissions." in one.words for one in once)


def test_a_submission_that_was_withdrawn_is_told_no_outcome() -> None:
    text = words(ENDED["withdrawn"])
    assert "Your expression of interest was withdrawn, so it was not judged." in text
    assert "missing" not in text


def set_aside(field: str, rule: str, reason: str) -> str:
    return skeleton(more=f"{field}  # eoi: ignore[{rule}] {reason}\n")


def test_a_comment_of_the_ccg_changes_no_outcome_and_its_reason_is_told() -> None:
    late = "submitted: Monday 23 June 2014"
    aside, plain = (
        reviewed(text)
        for text in (set_aside(late, "submitted-late", "agreed by nobody"), skeleton(more=f"{late}\n"))
    )
    assert "submitted-late" in [one.rule for one in aside.outcome.reasons]
    assert aside.outcome.readiness == plain.outcome.readiness
    text = words(set_aside(late, "submitted-late", "agreed by nobody"))
    assert "## What you set aside" in text
    assert "is after the deadline on 20 June 2014. Your reason: “agreed by nobody”" in text


def test_a_waiver_of_the_ccg_changes_no_outcome_and_its_reason_is_told() -> None:
    waiver = "waivers: [{path: benefits.integration, reason: We do not want to say}]\n"
    assert reviewed(skeleton(more=waiver)).outcome.reasons == reviewed(skeleton()).outcome.reasons
    (told,) = reviewed(skeleton(more=waiver)).set_aside
    assert (told.path, told.reason) == ("benefits.integration", "We do not want to say")
    assert "Your reason: “We do not want to say”" in words(skeleton(more=waiver))


def test_what_is_only_published_of_another_round_is_told_as_no_judgement_of_this_one() -> None:
    for text in ALL.values():
        told = words(text)
        assert "approved, in one case" not in told
        assert "the Board of NHS England approved" not in told
        assert "Nobody is known to have asked" not in told
    for name in ("2016", "2018"):
        assessment = load_round(name).assessment
        assert assessment is not None
        assert (assessment.how[:40], assessment.source) == ("How this round was judged was not found.", "")


def test_a_score_without_a_judgement_or_a_comment_has_no_word_that_reads_as_one() -> None:
    one, blank = reviewed(skeleton()), {"score": "", "judgement": "", "comment": "", "assessor": "team-a"}
    second = blank | {"key": "summary", "question": "Who applies?", "score": "2", "has_changed": "True"}
    first = blank | {"key": "summary", "question": "Who applies?", "score": "4", "has_changed": "False"}
    other = blank | {"key": "benefits-quality", "question": "What of quality?", "score": "3"}
    made = make_letter(
        one, load_round("2014"), Templates(), [first, other | {"has_changed": "False"}, second]
    )
    text = find_writer("md").write(made).decode()
    told = text.partition("## What the assessors wrote")[2].partition("\n## ")[0]
    assert "None" not in told
    assert told.count("has changed since this was written") == 1
    assert told.index("Who applies?") < told.rindex("Who applies?") < told.index("What of quality?")


def test_a_decision_in_the_file_is_told_with_its_day_its_reason_and_its_conditions() -> None:
    decision = (
        "decision: {outcome: approved_with_conditions, by: NHS England, date: 30 June 2014,"
        " reason: The plan is sound., conditions: [Publish the register]}\n"
    )
    text = words(skeleton(more=decision))
    assert "was approved with conditions by NHS England on 30 June 2014." in text
    assert "The plan is sound." in text
    assert "- Publish the register" in text
    declined = words(skeleton(more=decision.replace("approved_with_conditions", "declined")))
    assert "Your expression of interest was declined." in declined
    assert "was not judged" not in declined


def test_warnings_reach_the_letter_for_the_team_to_strike_out() -> None:
    text = words(skeleton(more="decision: {outcome: approved, date: 1 May 2014}\nsubmitted: 18 June 2014\n"))
    told = text.partition("## Points to look at")[2].partition("\n## ")[0]
    assert "The team strikes out what does not apply." in told
    assert "before the submission on 18 June 2014." in told


def test_a_late_submission_is_asked_for_its_reason_and_not_to_settle_its_date() -> None:
    text = words(skeleton(more="submitted: 23 June 2014\n"))
    assert "Have ready why the submission came after the deadline." in text
    assert "is after the deadline" not in text


def test_an_answer_that_several_items_lack_is_asked_for_once() -> None:
    names = "".join(f"    - {{function: Function {number}}}\n" for number in range(12))
    text = words(skeleton(more=f"scope:\n  functions:\n{names}"))
    (line,) = (line for line in text.splitlines() if "whether the function is in scope" in line)
    assert line.endswith("for all 12 functions")


def test_several_ccgs_are_named_and_asked_in_the_plural() -> None:
    text = skeleton(more="  - name: NHS Elsewhere CCG\n")
    assert "NHS Somewhere CCG and NHS Elsewhere CCG" in words(text)
    assert "five-year plans." in words(text)


def test_what_is_filled_in_by_hand_is_a_clear_blank() -> None:
    text = words(skeleton())
    for blank in ("name of the team", "date of the letter", "telephone and email of the team"):
        assert f"\\[{blank}\\]" in text


def test_a_letter_comes_in_every_format_with_its_title() -> None:
    made = letter(skeleton())
    assert made.properties.title == "Outcome of your expression of interest: NHS Somewhere CCG"
    assert {name for name in list_formats() if find_writer(name).write(made)} >= {"docx", "odt", "html", "md"}


def test_a_template_of_an_own_folder_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "letter").mkdir()
    (tmp_path / "letter/letter.html").write_text(
        '{% extends "shipped/letter.html" %}'
        "{% block closing %}<p>Write to the northern team.</p>{% endblock %}"
    )
    text = find_writer("md").write(letter(skeleton(), Templates(tmp_path))).decode()
    assert "Write to the northern team." in text
    assert "Yours faithfully" not in text
