"""The heads of a table, and the field that each column holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from eoi.imports.lines import Line
from eoi.imports.old_documents.places import find_model_field, tell_words
from eoi.imports.old_documents.units import is_unit, read_unit_of_head
from eoi.submission.part import Field, Part
from eoi.submission.synonyms import list_meanings

Cell = tuple[Line, ...]


Row = Mapping[int, Cell]


# The lists that a table can hold, with the words that people use as heads of columns besides the name.
HEADS: Mapping[str, Mapping[str, str]] = {
    "priorities": {
        "title": "priority; priorities; priority work programmes; work programme; work stream; objective",
        "opportunities": "opportunities; joint commissioning opportunities; how co-commissioning helps",
        "outcomes": "outcomes; anticipated outcomes; expected outcome; benefits",
        "measure": "measure; indicator; KPI; how measured",
    },
    "scope.functions": {
        "function": "function; task; responsibility; aspect of commissioning; activity",
        "sub_functions": "sub functions; sub-function; detail",
        "in_scope": "in scope; scope; included; in or out",
        "lead": "lead; led by; responsible; who leads",
        "forum": "forum; co-ordinated by; group",
        "interest": "interest; level of interest",
        "comment": "comment; comments; how it would work; notes; rationale",
        "risk": "risk; risks; risks identified; associated risks",
    },
    "resources.posts": {
        "role": "post; role; job title; position; staff",
        "band": "band; grade; pay band",
        "wte": "WTE; FTE; whole time equivalent",
        "sessions_per_week": "sessions; sessions per week",
        "covers": "covers; purpose; duties",
        "cost": "cost; annual cost; amount",
    },
    "timescales": {
        "milestone": "milestone; what; event; action; step; stage; activity; task; key milestone",
        "date": "date; when; by when; timescale; deadline; target date; completion",
        "note": "note; notes; comment; comments; dependency",
    },
    "governance.groups": {
        "name": "group; committee; board; name of group",
        "purpose": "purpose; role; remit; function; terms of reference",
        "meets": "frequency; meets; meetings; how often",
        "chair": "chair; chaired by",
        "reports_to": "reports to; accountable to; reporting",
        "quorum": "quorum; quoracy",
    },
    "engagement.stakeholders": {
        "name": "stakeholder; organisation; partner; who",
        "role": "representative; contact",
        "date": "date; when",
        "view": "view; views; response; feedback; comments",
        "positives": "positives; benefits; strengths; support",
        "concerns": "concerns; challenges; issues; risks",
    },
    "risks": {
        "risk": "risk; description of risk; risk identified",
        "likelihood": "likelihood; probability",
        "impact": "impact; severity; consequence",
        "level": "rating; RAG; level",
        "owner": "owner; risk owner",
        "mitigation": "mitigation; mitigating action; controls; action",
    },
    "arrangement.budget.lines": {
        "line": "budget line; line; budget heading; area of spend; category",
        "budget": "budget; annual budget; allocation",
        "forecast": "forecast; forecast outturn; projected",
        "actual": "actual; spend; outturn; year to date",
        "variance": "variance; difference",
        "note": "note; comment",
    },
    "evaluation": {
        "what": "what; area reviewed; what is reviewed; evaluation",
        "measure": "measure; indicator; metric; KPI",
        "by": "by; by whom; who; responsible",
        "when": "when; frequency; how often; date",
    },
    "support": {
        "body": "body; supporting body; board; organisation",
        "date": "date; when",
        "view": "view; statement; comments",
    },
    "signatories": {
        "name": "name; signed by; signatory; signed",
        "role": "role; title; position; job title",
        "organisation": "organisation; on behalf of; CCG; body",
        "date": "date; date signed",
    },
}


MOST_COLUMNS = 40


FEWEST = 2  # the fewest heads that must be known


LIKE_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Heads:
    """The list that a table holds, with the field, the words and the unit of each column."""

    path: str
    fields: Mapping[int, Field]
    names: Mapping[int, str]
    units: Mapping[int, str] = field(default_factory=dict)

    def with_units(self, around: str, below: Row | None) -> Heads:
        """Return the heads with the unit of each column of amounts.

        It stands in the head, in a row of units below it, or in the words around the table.
        """
        words = {column: join_cell_words(cell) for column, cell in (below or {}).items()}
        units = {
            column: read_unit_of_head(self.names[column], one)
            or read_unit_of_head(words.get(column, ""), one)
            or read_unit_of_head(around, one)
            for column, one in self.fields.items()
        }
        return replace(self, units=units)


def read_heads(row: Row, here: str) -> Heads | None:
    """Return the list that a row of heads means; return None if it means none.

    `here` is the path of the list of its section, which is preferred.
    """
    if len(row) > MOST_COLUMNS:
        return None
    names = {column: join_cell_words(cell) for column, cell in row.items()}
    heads = {column: tell_words_of_head(words) for column, words in names.items()}
    best: tuple[float, Heads] | None = None
    for path, known in HEADS.items():
        list_field = find_model_field(path)
        if list_field is None or list_field.part is None:
            continue
        found, weight = match_heads(heads, path, list_field.part)
        key = next(iter(known))
        if len(found) < FEWEST or key not in {one.written for one in found.values()}:
            continue
        weight += 0.5 * (path == here)
        if best is None or weight > best[0]:
            best = weight, Heads(path, found, names)
    return best[1] if best else None


def tell_words_of_head(head: str) -> frozenset[str]:
    """Return the significant words of a head. A head such as What is one too."""
    return tell_words(head) or frozenset([head.lower()] if head.isalpha() else [])


def match_heads(
    heads: Mapping[int, frozenset[str]], path: str, part: type[Part]
) -> tuple[dict[int, Field], float]:
    """Return the fields that the heads of columns mean, each at most once, and how well they fit."""
    scored = sorted(
        (
            (measure_head_likeness(told, phrase), -column, name)
            for column, told in heads.items()
            if told
            for name, phrases in list_head_phrases(path, part).items()
            for phrase in phrases
        ),
        reverse=True,
    )
    found: dict[int, Field] = {}
    total, taken = 0.0, set[str]()
    for score, column, name in scored:
        if score < LIKE_ENOUGH:
            break
        if -column not in found and name not in taken:
            found[-column] = part.by_written[name]
            taken.add(name)
            total += score
    return found, total


@cache
def list_head_phrases(path: str, part: type[Part]) -> Mapping[str, tuple[frozenset[str], ...]]:
    """Return the words that can be the head of each field's column."""
    found = {name: [*phrases.split(";"), name] for name, phrases in HEADS[path].items()}
    for other, fields in list_meanings(part.__name__).items():
        if fields[0] in found:
            found[fields[0]].append(other)
    told = {
        name: [tell_words_of_head(one.replace("_", " ")) for one in phrases]
        for name, phrases in found.items()
    }
    return {name: tuple(dict.fromkeys(one for one in phrases if one)) for name, phrases in told.items()}


def measure_head_likeness(told: frozenset[str], phrase: frozenset[str]) -> float:
    """Return the share of words in common, from 0 to 1. A head may have more words than the phrase."""
    common = len(told & phrase)
    if not common:
        return 0.0
    if phrase <= told:
        return 0.6 + 0.4 * common / len(told)
    return 2 * common / (len(told) + len(phrase)) * 0.9


def is_row_of_units(row: Row) -> bool:
    """Tell whether a row below the heads gives nothing but units."""
    words = [words for words in map(join_cell_words, row.values()) if words]
    return bool(words) and all(map(is_unit, words))


def join_cell_words(cell: Cell) -> str:
    """Return the words of a cell as one line."""
    return " ".join(line.words for line in cell if line.words)
