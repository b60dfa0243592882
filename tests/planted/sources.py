"""The text of five public documents, put into the submissions that tell of the same bodies.

Whatever a comparison of prose with fields says of it is a false alarm. Names of people are roles here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eoi.findings import Finding
from eoi.pipeline import examine
from eoi.rules import load_catalogue
from tests.planted.editing import base_text, with_sentence
from tests.planted.entries import items, path_of
from tests.planted.planting import base_findings, sameness, text_at

SOURCES = {
    "bromley-2015": "examples/bromley.yaml",
    "bromley-2019": "examples/bromley.yaml",
    "westminster-2017": "examples/central-london.yaml",
    "southampton-2014": "examples/southampton.yaml",
    "bath-and-north-east-somerset-2014": "examples/bath-and-north-east-somerset.yaml",
}
FIELDS = ("summary", "background.vision", "governance.introduction", "engagement.stakeholders_planned")
TOGETHER = 12  # paragraphs in one field: one each would take a minute


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    source: str
    rule: str
    words: str


def paragraphs(source: str) -> list[str]:
    text = Path(__file__).with_name("sources").joinpath(f"{source}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line]


@cache
def false_alarms() -> frozenset[FalseAlarm]:
    """The same words in another field are one."""
    return frozenset(alarm for source in SOURCES for alarm in alarms_of(source))


def alarms_of(source: str) -> Iterator[FalseAlarm]:
    base, lines = SOURCES[source], paragraphs(source)
    known = {sameness(one) for one in base_findings(base)}
    for start in range(0, len(lines), TOGETHER):
        field = FIELDS[start // TOGETHER % len(FIELDS)]
        text = with_paragraphs(base_text(base), field, lines[start : start + TOGETHER])
        for finding in examine(text.encode(), base).every_finding:
            if is_of_prose(finding) and sameness(finding) not in known:
                yield FalseAlarm(source, finding.rule, text_at(finding.places[0], text).strip())


def with_paragraphs(text: str, field: str, lines: list[str]) -> str:
    return with_sentence(text, path_of(field), *lines).text


def is_of_prose(finding: Finding) -> bool:
    return finding.rule in prose_rules()


@cache
def prose_rules() -> frozenset[str]:
    return frozenset(rule.name for rule in load_catalogue() if rule.family == "prose")


def listed() -> dict[FalseAlarm, str]:
    """Those that are known, each with the reason."""
    return {
        FalseAlarm(one["source"], one["rule"], one["words"]): one["reason"]
        for one in items("false_alarms.yaml")
    }
