"""The sheets of a workbook, planned from the model: one for each list, and one for all single answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from eoi.submission.model import Submission
from eoi.submission.part import Field, Part
from eoi.submission.walk import walk

ANSWERS, ALL = "Answers", "Every question that has one answer"
# The sheets that every workbook has, in their order. Other lists have a sheet only if they hold something.
TITLES = {
    (): ANSWERS,
    ("applicants",): "Applicants",
    ("priorities",): "Priorities",
    ("scope", "functions"): "Scope",
    ("resources", "posts"): "Posts",
    ("arrangement", "budget", "lines"): "Budget lines",
    ("timescales",): "Milestones",
    ("governance", "groups"): "Groups",
    ("governance", "groups", "members"): "Members",
    ("governance", "reserved_decisions"): "Reserved decisions",
    ("engagement", "members", "events"): "Meetings of members",
    ("engagement", "stakeholders"): "Stakeholders",
    ("engagement", "nhs_england"): "Contact with NHS England",
    ("evaluation",): "Evaluation",
    ("support",): "Support",
    ("risks",): "Risks",
    ("signatories",): "Signatories",
}
SHORTER = {
    ("governance", "conflicts_of_interest", "cases"): "Conflict cases",
    ("arrangement", "options", "scores"): "Scores of options",
    ("engagement", "members", "ballots"): "Votes of members",
    ("engagement", "members", "positives"): "Members' positives",
    ("engagement", "members", "concerns"): "Members' concerns",
    ("engagement", "stakeholders", "positives"): "Stakeholder positives",
    ("engagement", "stakeholders", "concerns"): "Stakeholder concerns",
    ("arrangement", "carve_outs"): "Carve-outs",
    ("scope", "tables", "functions"): "Scope table rows",
}
# The lists in which the order of rows matters: a total adds up the lines above it.
ORDERED = frozenset({("arrangement", "budget", "lines")})
INITIALS = {
    "wte": "WTE",
    "nhs": "NHS",
    "url": "URL",
    "gms": "GMS",
    "pms": "PMS",
    "apms": "APMS",
    "ccg": "CCG",
    "ccgs": "CCGs",
    "england": "England",
}

FieldNames = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet: the names that lead from its row to its field, and the field."""

    names: FieldNames
    field: Field

    @property
    def path(self) -> str:
        return ".".join(self.names)

    @property
    def heading(self) -> str:
        """The names of the field and of the groups it is in: "Population: as of" for `population.as_of`."""
        return ": ".join([spell(self.names[0]), *map(spell_words, self.names[1:])])


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A sheet: the names that lead to its list, which are empty for single answers, and its columns.

    `parent` holds the names of the list that its rows are parts of, as members are parts of groups.
    """

    title: str
    names: FieldNames
    part: type[Part]
    columns: tuple[SheetColumn, ...]
    parent: FieldNames = ()
    question: str = ""
    may_be_none: bool = False

    @property
    def is_usual(self) -> bool:
        return self.names in TITLES

    @property
    def labelled_by(self) -> SheetColumn:
        """The column by which people know a row."""
        return next((one for one in self.columns if one.path == self.part.shorthand), self.columns[0])


@cache
def list_sheet_plans() -> tuple[SheetPlan, ...]:
    """Return the sheet of every list of the model.

    The sheets of every workbook come first, in their order.
    """
    lists = {
        list_pattern_names(one.steps): one.field for one in walk() if one.field.part and one.field.is_list
    }
    found = [SheetPlan(ANSWERS, (), Submission, tuple(list_sheet_columns(Submission)), question=ALL)]
    for names, field in lists.items():
        assert field.part
        above = [names[:length] for length in range(len(names) - 1, 0, -1) if names[:length] in lists]
        title = TITLES.get(names) or SHORTER.get(names) or spell(" ".join(names[-2:]))
        columns = tuple(list_sheet_columns(field.part))
        whole = next(iter(above), ())
        found.append(SheetPlan(title, names, field.part, columns, whole, field.question, field.may_be_none))
    order = list(TITLES)
    return tuple(sorted(found, key=lambda one: order.index(one.names) if one.is_usual else len(order)))


def list_sheet_columns(part: type[Part], above: FieldNames = ()) -> Iterator[SheetColumn]:
    """Yield the fields of a part and of the groups in it.

    Lists of groups are left out, since they have sheets of their own.
    """
    for name, field in part.by_written.items():
        if field.part is None:
            yield SheetColumn((*above, name), field)
        elif not field.is_list:
            yield from list_sheet_columns(field.part, (*above, name))


def list_pattern_names(steps: FieldNames) -> FieldNames:
    """Return the names of a pattern without the `[]` of lists."""
    return tuple(step.removesuffix("[]") for step in steps)


def spell(words: str) -> str:
    """Write names of fields as words, with a capital first."""
    spelt = spell_words(words)
    return spelt[:1].upper() + spelt[1:]


def spell_words(words: str) -> str:
    """Write names of fields as words."""
    return " ".join(INITIALS.get(word, word) for word in words.replace("_", " ").split())
