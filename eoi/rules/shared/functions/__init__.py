"""The rows of every scope table, and those that are not about GP practices: performers, pharmacy and more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.frozen_value import FrozenValue
from eoi.rounds.model import Round
from eoi.rules.case import Case, work_out_once
from eoi.rules.shared.problems import mentions
from eoi.rules.shared.prose.words import quote_part
from eoi.source.nodes import Path
from eoi.submission.scope import Function, ScopeTable

ID = "performers_list"
DOCTORS = r"(?:GPs?|doctors?|practitioners?|performers?|clinicians?)['’]?s?"
WORK = Expression(
    rf"\bperformers?['’]? lists?\b|\brevalidat|\b{DOCTORS} appraisals?\b|\bindividual {DOCTORS} performance\b"
    rf"|\b(?:appraisals? of (?:individual )?|performance(?: management)? of individual ){DOCTORS}\b"
    r"(?! (?:practice|premises|surger|service|contract))",
    re.IGNORECASE,
    words="performer|revalidat|apprais|individual",
)
LEFT_OUT = Expression(
    r"\b(?:except|exclud\w+|other than|not|without|apart from|but for)\b.*",
    re.IGNORECASE,
    words="except|exclud|other than|not|without|apart from|but for",
)
# These words mark work beside it: to support, refer or inform is not to manage.
BESIDE = WordList("support*|liais*|referr*|refer|inform*|link*|training|align*")
SERVICES = {"pharmacy": "community pharmacy", "dental": "dental services", "eye": "eye care"}
# Only plain names count: 'pharmacists in practices' is about practices.
NAMED = {
    "pharmacy": Expression(
        r"\bcommunity pharmac|\bpharmac(?:y|eutical) (?:contract|list|service)", re.IGNORECASE, "pharmac"
    ),
    "dental": Expression(r"\bdental\b|\bdentist|\borthodont", re.IGNORECASE, "dental|dentist|orthodont"),
    "eye": Expression(
        r"\beye (?:care|health)\b|\boptometr|\bophthalmic|\bopticians?\b",
        re.IGNORECASE,
        "eye |optometr|ophthalmic|optician",
    ),
}
ALIGNMENT = WordList(
    "align*|review*|need assess*|needs assess*|need-assess*|needs-assess*|assess need|assess needs|"
    "assesses need|assesses needs|assessing need|assessing needs|assessment need|assessment needs|discuss*|"
    "liais*|coordinat*|co-ordinat*|network*|advis*|influenc*|link*|pathway|pathways"
)
NHS_ENGLAND = r"(?:nhs england|nhse|the (?:local )?area team)"
ALIGNMENT_ONLY = Expression(
    rf"\b(?:(?:alignment|discussion|review|information|advice) only\b|only (?:to )?(?:align|discuss|advise)"
    rf"|no (?:role in )?decisions?\b"
    rf"|decisions? (?:(?:will|would|to) )?(?:stay|remain|rest|lie)s? with {NHS_ENGLAND}\b"
    rf"|{NHS_ENGLAND} (?:(?:will|would|to|still|continues?) ){{0,3}}"
    rf"(?:decides?|(?:keeps?|takes?|makes?) (?:all |the )?decisions?)\b)",
    words=" only|only |no |with nhs|with the|nhs england |nhse |area team ",
)


class Row(FrozenValue):
    """A row of a scope table. `table` is None if the submission has a single table."""

    path: Path
    function: Function
    table: ScopeTable | None
    catalogue_name: str

    @property
    def name(self) -> str:
        return self.function.function or self.catalogue_name

    @property
    def known_as(self) -> str:
        return quote_part(self.name) if self.name else "A function"

    @property
    def known_in_brief(self) -> str:
        """Return a shorter name, for a sentence that names two rows."""
        return quote_part(self.name, 45) if self.name else "a function"

    @property
    def is_in(self) -> bool:
        return self.function.in_scope in ("yes", "part")

    def at(self, field: str) -> Path:
        return (*self.path, field)


@work_out_once
def list_rows(case: Case) -> tuple[Row, ...]:
    """Return the rows of every scope table, computed once for all rules."""
    return tuple(list_every_row(case))


def list_every_row(case: Case) -> Iterator[Row]:
    """Yield the rows of every scope table."""
    scope = case.submission.scope
    if scope is None:
        return
    names = case.round.function_names
    tables = [(("scope",), scope.functions, None)] + [
        (("scope", "tables", index), table.functions, table) for index, table in enumerate(scope.tables)
    ]
    for path, functions, table in tables:
        for index, function in enumerate(functions):
            yield Row((*path, "functions", index), function, table, names.get(function.id or "", ""))


def is_performers_work(text: str) -> bool:
    """Tell whether a text is only about the performance of individual GPs."""
    return bool(WORK.search(LEFT_OUT.sub("", text)) and not BESIDE.is_in(text))


def is_performers_list(row: Row) -> bool:
    """Tell whether a row is about the performance of individual GPs."""
    return row.function.id == ID or (row.function.id is None and is_performers_work(row.name))


def find_contractor_group(row: Row, round_: Round) -> str | None:
    """Return the group of contractors that a row is about, or None for GPs.

    Its id in the catalogue decides, or else its table, or else its words.
    """
    if is_performers_list(row):
        return None
    of_id = round_.function_groups.get(row.function.id or "", "all")
    if of_id != "all":
        return of_id if of_id in SERVICES else None
    if row.table and row.table.contractor_group:
        return row.table.contractor_group if row.table.contractor_group in SERVICES else None
    return next((group for group, words in NAMED.items() if words.search(row.name)), None)


def asks_little(row: Row, round_: Round) -> bool:
    """Tell whether a row asks only for a part, for alignment, or for work that concerns every group.

    Workforce and training are such work.
    """
    shared = round_.function_groups.get(row.function.id or "") == "all"
    return shared or row.function.in_scope == "part" or ALIGNMENT.is_in(row.name)


def says_who_decides(row: Row) -> bool:
    """Tell whether a row leaves the decision to NHS England, so that it asks for little."""
    function = row.function
    if function.lead == "nhse" and function.in_scope == "part":
        return True
    texts = (function.comment, *function.details, row.name, row.table.introduction if row.table else None)
    return any(mentions(ALIGNMENT_ONLY, text.lower()) for text in texts if text)
