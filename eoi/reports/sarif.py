"""SARIF 2.1.0, for code scanning: one run, the rules that were broken, and each finding as a result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import quote

from eoi import __version__
from eoi.certainties import CERTAINTIES
from eoi.findings import Finding, Place, Severity
from eoi.parse_errors import parse_errors
from eoi.reports import Checked, Style
from eoi.reports.excerpt import printable
from eoi.reports.json import HERE, around, item
from eoi.reports.spool import Spool
from eoi.reports.totals import Tally, fingerprints, relative
from eoi.rules import catalogue
from eoi.rules.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
Json = dict[str, object]


Part = list[tuple[str, Severity, Json]]


def part(file: Checked, _style: Style) -> Part:
    return [
        (finding.rule, finding.severity, entry)
        for finding, entry in zip(file.findings, results(file), strict=True)
    ]


class Run:
    """The results wait for the rules, which come first and are numbered by their names."""

    def __init__(self, _style: Style) -> None:
        self.spool = Spool()
        self.heaviest: dict[str, Severity] = {}

    def begin(self) -> str:
        return ""

    def add(self, part: Part) -> str:
        for rule, severity, entry in part:
            self.heaviest[rule] = max(severity, self.heaviest.get(rule, severity))
            self.spool.put(rule, entry)
        return ""

    def end(self, _tally: Tally) -> Iterator[str]:
        names = sorted(self.heaviest)
        before, after = around(log([descriptor(name, self.heaviest[name]) for name in names]))
        yield before
        gap = "\n"
        for rule, entry in self.spool.values():
            yield gap + item({"ruleId": rule, "ruleIndex": names.index(rule)} | entry, depth=4)
            gap = ",\n"
        yield ("\n      " if names else "") + after


whole = Run


def log(rules: list[Json]) -> Json:
    run: Json = {"tool": {"driver": driver(rules)}, "columnKind": "unicodeCodePoints", "results": [HERE]}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def driver(rules: list[Json]) -> Json:
    return {"name": "eoi", "version": __version__, "semanticVersion": __version__, "rules": rules}


def descriptor(name: str, heaviest: Severity) -> Json:
    rule = next((rule for rule in catalogue() if rule.name == name), None)
    return {"id": name} | (of_catalogue(rule) if rule else of_reading(name, heaviest))


def of_catalogue(rule: Rule) -> Json:
    heaviest = min(rule.severity, CERTAINTIES[rule.certainty].heaviest)
    return {
        "shortDescription": {"text": f"{rule.summary}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": help_text(rule), "markdown": help_markdown(rule)},
        "defaultConfiguration": {"level": heaviest.words.sarif_level},
        "properties": {"tags": [rule.family]},
    }


def of_reading(name: str, heaviest: Severity) -> Json:
    """What stops a file from being read comes before there is a submission to judge by rules."""
    words = name.replace("-", " ").capitalize()
    summary, why = next(((r.summary, r.why) for r in parse_errors() if r.name == name), (words, f"{words}."))
    return {
        "shortDescription": {"text": f"{summary}."},
        "fullDescription": {"text": why},
        "help": {"text": f"{why} The finding itself says what to write."},
        "defaultConfiguration": {"level": heaviest.words.sarif_level},
    }


def help_text(rule: Rule) -> str:
    fails, passes = rule.fails.strip("\n"), rule.passes.strip("\n")
    return f"{rule.why}\n\nSource: {rule.source}\n\nThis fails:\n\n{fails}\n\nThis passes:\n\n{passes}\n"


def help_markdown(rule: Rule) -> str:
    fails, passes = (f"```yaml\n{example.strip(chr(10))}\n```\n" for example in (rule.fails, rule.passes))
    return f"{rule.why}\n\n*Source: {rule.source}*\n\n**This fails**\n\n{fails}\n**This passes**\n\n{passes}"


def results(file: Checked) -> Iterator[Json]:
    """Without the number of their rule, which only the whole run can give."""
    for finding, fingerprint in zip(file.findings, fingerprints(file), strict=True):
        yield {
            "level": finding.severity.words.sarif_level,
            "message": message(finding.message, finding.help),
            "locations": [location(file.path, place) for place in finding.places],
            **related(file.path, finding),
            # Our own name, not GitHub's `primaryLocationLineHash`: its uploader warns of each that differs
            # from what it computes itself.
            "partialFingerprints": {"eoi/v1": fingerprint},
        }


def related(path: str, finding: Finding) -> Json:
    seconds = [place.related for place in finding.places if place.related]
    if not seconds:
        return {}
    return {
        "relatedLocations": [{"id": id_, **location(path, second)} for id_, second in enumerate(seconds, 1)]
    }


def location(path: str, place: Place) -> Json:
    """With the name of the item, where it is one of several, or what stands there."""
    span, label = place.span, place.label
    region = {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }
    physical: Json = {"physicalLocation": {"artifactLocation": artifact(path), "region": region}}
    return physical | ({"message": message(label)} if label else {})


def artifact(path: str) -> dict[str, str]:
    """What lies outside the working folder has a whole address, not one below the repository's root."""
    inside = relative(path)
    if PurePath(inside).is_absolute():
        return {"uri": f"file:///{quote(inside.lstrip('/'), safe='/:', errors='surrogatepass')}"}
    return {"uri": quote(inside, errors="surrogatepass"), "uriBaseId": "%SRCROOT%"}


def message(*sentences: str) -> dict[str, str]:
    """Braces stand for arguments unless doubled; `[words](1)` is a link unless its brackets are escaped."""
    text = "\n".join(printable(sentence) for sentence in sentences if sentence)
    plain = re.sub(r"[\\\[\]]", r"\\\g<0>", text) if "](" in text else text
    return {"text": plain.replace("{", "{{").replace("}", "}}")}
