"""Places that name another form of co-commissioning than the one applied for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.forms import NAMES, find_forms_mentioned
from eoi.rules.shared.forms.form_statements import Application, Statement, find_statements
from eoi.rules.shared.prose.mood import holds
from eoi.rules.shared.prose.words import quote_part
from eoi.submission.proposal import is_rehearsal

# These parts are about later plans, or quote other people.
ELSEWHERE = (("arrangement", "future"), ("engagement",))
LEVELS = ("level", "option", "model")
CHANGE = "Change it here, or change `form` at the top of the file."
AIM = " A form that is only an aim for later belongs in `arrangement.future`."
APPLIED_FOR = (("form",), "the form applied for")


def check(case: Case) -> Iterator[Problem]:
    yield from judge_options(case)
    yield from judge_phases(case)
    for statement in find_statements(case.prose, read_application(case)):
        if not any(statement.said.written.path[: len(path)] == path for path in ELSEWHERE):
            yield report_sentence(case, statement)


def read_application(case: Case) -> Application:
    """Return the form applied for, and the days between which it can begin.

    Those are the closing date of the round and the first of April after it.
    """
    submission, closing = case.submission, case.round.dated
    names = [name for one in submission.applicants for name in (one.name, one.short_name) if name]
    april = date(closing.last.year + (closing.last.month > 3), 4, 1)
    planned = frozenset(phase.form for phase in submission.phases if phase.form)
    return Application(submission.form, names, (closing.first, april), planned)


def judge_options(case: Case) -> Iterator[Problem]:
    """Compare the preferred option with the form, and report if the form is a rejected option."""
    arrangement, form = case.submission.arrangement, case.submission.form
    weighed = arrangement.options if arrangement else ()
    preferred = any(option.preferred and option.form for option in weighed)
    for index, option in enumerate(weighed):
        path = ("arrangement", "options", index)
        if option.preferred and option.form and option.form != form:
            message = f"The preferred option is {NAMES[option.form]}, but {describe_application(case)}."
            yield Problem((*path, "form"), message, CHANGE, APPLIED_FOR)
        elif not preferred and option.preferred is False and option.form == form:
            message = f"The option is marked as not preferred, but {describe_application(case)}."
            yield Problem((*path, "preferred"), message, CHANGE, APPLIED_FOR)


def judge_phases(case: Case) -> Iterator[Problem]:
    """Report phases of which none has the form applied for.

    One such phase is enough: a later phase can be an aim, and a shadow form comes before.
    """
    listed, form = case.submission.phases, case.submission.form
    forms = [(n, one.form) for n, one in enumerate(listed) if one.form and not is_rehearsal(one)]
    if not forms or any(phase.form == form for phase in listed):
        return
    index, last = forms[-1]
    unsaid = any(phase.form is None for phase in listed)
    yield Problem(
        ("arrangement", "phases", index, "form"),
        f"The last phase is {NAMES[last]}, but {describe_application(case)}.",
        CHANGE + (f" If another phase is meant, write `form: {form}` in it." if unsaid else ""),
        APPLIED_FOR,
        Severity.ADVICE if unsaid else None,
    )


def report_sentence(case: Case, statement: Statement) -> Problem:
    """Report a sentence, as a warning at most: prose can be misread."""
    said = statement.said
    if statement.is_rejected:
        message = f"{quote_part(said.text)} does not want {NAMES[statement.form]}, but the submission does."
        return Problem(said.written.path, message, CHANGE + AIM, APPLIED_FOR, Severity.WARNING, said.words)
    is_named = statement.form in find_forms_mentioned(said.flat) or holds(LEVELS, said.flat)
    verb = "names" if is_named else "describes"
    message = f"{quote_part(said.text)} {verb} {NAMES[statement.form]}, but {describe_application(case)}."
    return Problem(said.written.path, message, CHANGE + AIM, APPLIED_FOR, Severity.WARNING, said.words)


def describe_application(case: Case) -> str:
    """Return a clause that says which form the submission applies for."""
    return f"the submission applies for {NAMES[case.submission.form]}"


RULE = Rule(
    summary="The same form of co-commissioning is named throughout",
    why="The form decides which governance, functions and approval an assessor looks for. A document that "
    "names two cannot be assessed as either.",
    check=check,
    severity=Severity.ERROR,
    certainty="arithmetic",
    source="the file itself",
    fails="""
arrangement:
  options:
    - {form: influence, preferred: no}
    - {form: delegated, preferred: yes}
""",
    passes="""
summary: We apply for joint commissioning. NHS England also offers delegated commissioning.
arrangement:
  options:
    - {form: joint, preferred: yes}
    - {form: delegated, preferred: no}
  future: Later we may ask for delegated commissioning.
""",
)
