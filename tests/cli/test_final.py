"""`eoi build --final`: a document that somebody could sign, under a name of its own, or else nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eoi.checklist import Status
from eoi.final import find_obstacles
from eoi.rounds import list_known_rounds, load_round
from eoi.submission.part import replace
from eoi.writers import find_writer, list_formats
from tests.cli.calls import Call, Outcome, files_in
from tests.readers import READERS
from tests.samples import COMPLETE, checklist, examined, example, skeleton
from tests.thorough import some_of

BOTH = ("expression-of-interest", "checklist")
ENDINGS = sorted(find_writer(name).SUFFIX for name in list_formats())
FINALS = sorted(f"build/ccg-{kind}-final.{end}" for kind in BOTH for end in ENDINGS)
DRAFTS = sorted(f"build/ccg-{kind}.{end}" for kind in BOTH for end in ENDINGS)
TO_WAIVE = "To leave a part open on purpose, give its field and the reason under `waivers`.\n"
OF_2015 = "round: 2015\nform: joint\napplicants: [{name: NHS Somewhere CCG}]\n"


def submission(text: str | bytes) -> Path:
    Path("ccg.yaml").write_bytes(text.encode() if isinstance(text, str) else text)
    return Path("ccg.yaml")


def complete(*changes: tuple[str, str]) -> str:
    text = COMPLETE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def final(eoi: Call, text: str | bytes, *options: str) -> Outcome:
    return eoi("build", submission(text), "--final", "--format", "md", *options)


def refused(outcome: Outcome) -> bool:
    return outcome.code == 1 and "no final was built" in outcome.err and files_in(Path()) == ["ccg.yaml"]


def wording(outcome: Outcome) -> str:
    return " ".join(outcome.out.split())


def three_lines(round_name: str, form: str) -> str:
    return f"round: {round_name}\nform: {form}\napplicants: [{{name: NHS Somewhere CCG}}]\n"


OFFERS = [(name, form) for name in list_known_rounds() for form in load_round(name).offers]


def asks_for_something(round_name: str, form: str) -> bool:
    """Tell so: nobody knows what a round asked that only extends another."""
    return checklist(three_lines(round_name, form)).count_open(Status.GAP) > 0


def test_every_round_with_a_source_of_its_own_asks_for_something() -> None:
    asking = {name for name, form in OFFERS if asks_for_something(name, form)}
    assert asking >= {"2014", "2015", "2016", "2017", "2018", "2020"}


@pytest.mark.parametrize(("round_name", "form"), OFFERS)
def test_three_lines_are_no_final_in_any_round_and_form(eoi: Call, round_name: str, form: str) -> None:
    if not asks_for_something(round_name, form):
        pytest.skip("a final of this round may leave everything open")
    outcome = final(eoi, three_lines(round_name, form))
    assert refused(outcome)
    assert "Nothing is said under" in wording(outcome)
    assert outcome.err.endswith(TO_WAIVE)


def test_a_refusal_says_what_to_do_in_all(eoi: Call) -> None:
    _, _, err = final(eoi, f"{OF_2015}status: draft\n")
    assert re.fullmatch(
        r"ccg\.yaml: no final was built: (\d+ errors? to fix, )?\d+ parts? to answer and `status: submitted` "
        r"to write\.\n" + re.escape(TO_WAIVE),
        err,
    )


def test_a_refusal_shows_twenty_problems_and_tells_what_shows_the_rest(eoi: Call) -> None:
    lines = [f"name: Phase {number}, start: 2016, end: {1990 + number}" for number in range(25)]
    text = skeleton("delegated", f"arrangement: {{phases: [{', '.join(f'{{{line}}}' for line in lines)}]}}\n")
    out = final(eoi, text).out
    assert out.count("error: ") == 20
    more = len(list(find_obstacles(examined(text)))) - 20
    assert more > 0
    shows = "`eoi check ccg.yaml` shows all that is missing or wrong."
    assert out.splitlines()[-1] == f"... and {more} more. {shows}"


def test_a_part_whose_group_is_missing_says_where_to_write_it(eoi: Call) -> None:
    assert (
        "Add `scope.functions`: at the end of the file `scope:`, and `functions:` indented below it."
        in wording(final(eoi, skeleton()))
    )


def test_a_missing_group_is_to_be_added_once_and_the_other_parts_go_below_the_same_name(eoi: Call) -> None:
    shown = wording(final(eoi, skeleton()))
    assert shown.count("at the end of the file `benefits:`") == 1
    assert "Add `benefits.quality`: `quality:` indented below the same `benefits:`." in shown


@pytest.mark.slow
@pytest.mark.parametrize(
    "left_out",
    ["timescales", "evaluation", "resources", "signatories", "ccgs_involved", "summary"],
)
def test_what_is_only_to_be_considered_stops_no_final_and_leaves_no_trace(eoi: Call, left_out: str) -> None:
    text = COMPLETE.read_text(encoding="utf-8")
    for name in (left_out, "redactions"):
        text = re.sub(rf"(?m)^{name}:.*\n(?:[ #-].*\n|\n)*", "", text)
    assert f"{left_out}:" not in text.splitlines()
    # What is not there cannot be withheld.
    text = re.sub(rf"(?m)^  - {{path: \"{left_out}[.\[].*\n", "", text)
    text = re.sub(r"(?m)^redactions:\n(?! )", "", text)
    found = examined(text).checklist
    assert found.to_complete == 0 < found.to_consider
    outcome = final(eoi, text)
    assert outcome.code == 0, outcome.out
    document = Path("build/ccg-expression-of-interest-final.md").read_text(encoding="utf-8")
    assert "Consider" not in document


def test_what_is_wrong_comes_before_what_is_not_there(eoi: Call) -> None:
    outcome = final(eoi, skeleton(more="  - name: '[Full name of the CCG]'\n"))
    assert "To complete: the full name" in outcome.out.split("Nothing is said")[0]


def test_what_is_wrong_is_shown_the_worst_first_as_a_check_shows_it(eoi: Call) -> None:
    posts = "resources: {posts: [{role: Manager, cost: £43.3k}], total: £97.4k}\n"
    text = complete(("short_name: Northmoor CCG", "short_name: '[CCG short name]'"))
    text = re.sub(r"(?m)^resources:.*\n(?:[ #-].*\n|\n)*", posts, text)
    rules = re.findall(r"error: .*? \[([\w-]+)\]", wording(final(eoi, text)))
    assert rules == ["resources-total", "placeholder-text"]
    checked = wording(eoi("check", "ccg.yaml", "--format", "concise", "--order", "weight"))
    assert re.findall(r"error: .*? \[([\w-]+)\]", checked)[:2] == rules


def test_a_part_is_named_with_a_field_that_would_answer_it(eoi: Call) -> None:
    text = complete(("  inequalities:", "  # inequalities:"))
    outcome = final(eoi, text)
    assert refused(outcome)
    line = text[: text.index("benefits:")].count("\n") + 1
    assert wording(outcome) == (
        f"ccg.yaml:{line}:1: error: Nothing is said under 'B.VI. Health inequalities'. [part-not-answered] "
        f"{line} | benefits: | ^^^^^^^^ help: Add `benefits.inequalities` below line {line}."
    )
    assert outcome.err.startswith("ccg.yaml: no final was built: 1 part to answer.\n")


@pytest.mark.parametrize("path", ["benefits.inequalities", "benefits"])
def test_a_part_that_is_waived_with_a_reason_stops_no_final(eoi: Call, path: str) -> None:
    text = complete(("  inequalities:", "  # inequalities:"))
    waiver = f"\nwaivers:\n  - {{path: {path}, reason: Agreed with the area team on 12 June}}\n"
    assert final(eoi, text + waiver).code == 0
    assert "Agreed with the area team on 12 June." in Path(
        "build/ccg-expression-of-interest-final.md"
    ).read_text(encoding="utf-8")


def test_an_error_stops_a_final(eoi: Call) -> None:
    outcome = final(eoi, complete(("applicants:\n", "applicants:\n  - {name: NHS Northmoor CCG}\n")))
    assert refused(outcome)


WRONG_TOTALS = {
    "resources-total": "resources: {posts: [{role: Manager, cost: £43.3k}], total: £97.4k}\n",
    "budget-lines-total": "arrangement: {budget: {envelope: £23m, lines: [{line: GMS, budget: £14m}]}}\n",
    "budget-variance": (
        "arrangement: {budget: {lines: [{line: GMS, budget: £14.2m, actual: £14.5m, variance: £0.9m}]}}\n"
    ),
}


@pytest.mark.parametrize("weight", ["error", "warning", "advice"])
@pytest.mark.parametrize("rule", WRONG_TOTALS)
def test_a_total_that_rounding_cannot_explain_stops_a_final_whatever_it_weighs(
    monkeypatch: pytest.MonkeyPatch, rule: str, weight: str
) -> None:
    light = replace(load_round("2014"), rules={rule: weight})
    monkeypatch.setattr("eoi.pipeline.load_round", lambda _: light)
    wrong = find_obstacles(examined(skeleton(more=WRONG_TOTALS[rule]))).wrong
    assert {finding.severity.label for finding in wrong if finding.rule == rule} == {weight}


def test_a_total_within_rounding_stops_none(eoi: Call) -> None:
    assert final(eoi, example("bath-and-north-east-somerset")).code == 0


def test_a_file_that_says_it_is_a_draft_is_no_final(eoi: Call) -> None:
    outcome = final(eoi, complete(("status: submitted", "status: draft")))
    assert refused(outcome)
    assert "The file says that this is a draft. [final-of-a-draft]" in wording(outcome)
    assert "help: Write `status: submitted`." in wording(outcome)
    assert outcome.err == "ccg.yaml: no final was built: `status: submitted` to write.\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("status", "shown"), [("submitted", "Submitted"), ("withdrawn", "Withdrawn"), ("declined", "Declined")]
)
def test_any_other_status_can_be_final_and_stands_in_the_document_control(
    eoi: Call, status: str, shown: str
) -> None:
    assert final(eoi, complete(("status: submitted", f"status: {status}"))).code == 0
    assert f"| **Status** | {shown} |" in built_final()


def test_a_file_that_names_no_status_can_be_final(eoi: Call) -> None:
    assert final(eoi, complete(("status: submitted", ""))).code == 0
    assert "| **Status** | Final |" in built_final()


def built_final() -> str:
    return Path("build/ccg-expression-of-interest-final.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("status", ["withdrawn", "declined"])
def test_what_was_withdrawn_or_declined_can_be_built_for_the_record_as_it_is(eoi: Call, status: str) -> None:
    assert final(eoi, f"{skeleton()}status: {status}\n").code == 0


@pytest.mark.parametrize("status", ["withdrawn", "declined"])
def test_no_error_but_one_of_reading_stops_the_record_of_what_ended(eoi: Call, status: str) -> None:
    assert final(eoi, f"{skeleton()}status: {status}\nsummary: TBC\n").code == 0
    assert final(eoi, f"{skeleton()}status: {status}\nsumary: TBC\n", "--force").code == 1


def test_a_group_that_is_waived_gives_its_reason_once(eoi: Call) -> None:
    waiver = "waivers: [{path: governance, reason: The Board has not met}]\n"
    assert final(eoi, f"{skeleton()}status: withdrawn\n{waiver}").code == 0
    text = Path("build/ccg-expression-of-interest-final.md").read_text(encoding="utf-8")
    assert text.count("The Board has not met.") == 1
    assert text.count("The reason is given above.") >= 1
    assert text.index("The Board has not met.") < text.index("The reason is given above.")


def test_a_final_names_no_file(eoi: Call) -> None:
    final(eoi, COMPLETE.read_bytes())
    assert ".yaml" not in built_final()


@pytest.mark.slow
@pytest.mark.parametrize("name", some_of(["complete", "bath-and-north-east-somerset"], 1))
def test_a_final_has_names_of_its_own_and_no_mark_in_any_format(eoi: Call, name: str) -> None:
    submission(COMPLETE.read_bytes() if name == "complete" else example(name))
    assert eoi("build", "ccg.yaml", "--final").code == 0
    assert files_in(Path()) == [*FINALS, "ccg.yaml"]
    for output in (path for path in FINALS if "interest" in path):
        assert "To complete" not in READERS[Path(output).suffix[1:]](Path(output).read_bytes())


@pytest.mark.slow
def test_neither_a_final_nor_a_draft_takes_the_other_s_place(eoi: Call) -> None:
    submission(f"{skeleton()}status: withdrawn\n")
    eoi("build", "ccg.yaml")
    drafts = {name: Path(name).read_bytes() for name in DRAFTS}
    eoi("build", "ccg.yaml", "--final")
    assert files_in(Path()) == sorted([*DRAFTS, *FINALS, "ccg.yaml"])
    assert {name: Path(name).read_bytes() for name in DRAFTS} == drafts
    finals = {name: Path(name).read_bytes() for name in FINALS}
    eoi("build", "ccg.yaml", "--force")
    assert {name: Path(name).read_bytes() for name in FINALS} == finals


@pytest.mark.slow
def test_a_final_that_lies_beside_the_drafts_goes_stale_with_them(eoi: Call) -> None:
    submission(complete())
    for options in ([], ["--final"]):
        eoi("build", "ccg.yaml", "--format", "md", *options)
    check = ["build", "ccg.yaml", "--format", "md", "--check"]
    assert eoi(*check) == (0, "", "4 documents, all up to date.\n")
    submission(complete(("summary: |", "summary: |\n  More of it.")))
    assert eoi(*check).err == "4 documents: 4 stale.\n"
    submission(complete(("status: submitted", "status: draft")))
    outcome = eoi(*check)
    assert outcome.code == 1
    assert "stale    build/ccg-expression-of-interest-final.md (no final can be built now)" in outcome.out


@pytest.mark.slow
def test_checking_finals_looks_at_finals_alone(eoi: Call) -> None:
    submission(complete())
    eoi("build", "ccg.yaml", "--format", "md")
    outcome = eoi("build", "ccg.yaml", "--format", "md", "--check", "--final")
    assert (outcome.code, outcome.err) == (1, "2 documents: 2 missing.\n")
    assert eoi("build", "ccg.yaml", "--format", "md", "--check").err == "2 documents, all up to date.\n"
