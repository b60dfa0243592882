"""The report as SARIF 2.1.0, for code scanning: one run, its rules, and a result for each finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import quote

from eoi import __version__
from eoi.expressions import Expression
from eoi.findings import CERTAINTIES, Finding, LabelledPlace, Severity, Span
from eoi.parse_errors import list_parse_errors
from eoi.reports import CheckedFile, Style
from eoi.reports.fixes import find_stretches
from eoi.reports.json import HERE, split_report
from eoi.reports.json_text import encode_item
from eoi.reports.lines import make_printable, name_weight
from eoi.reports.spool import Spool
from eoi.reports.totals import Tally, find_relative_path, make_fingerprints
from eoi.rules import load_catalogue
from eoi.rules.rule import Rule

ENDING, IS_DATA = ".sarif", True
BEGINS = Expression(
    r'\A\{\s*"\$schema": "[^"]*sarif[^"]*",[^\[]*"runs": \[\s*[^\[]*"driver": \{\s*"name": "eoi",'
)
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
Json = dict[str, object]


Part = list[tuple[str, Severity, Json]]


def part(file: CheckedFile, _style: Style) -> Part:
    """Return the results of one file, each with its rule and severity."""
    return [
        (finding.rule, finding.severity, entry)
        for finding, entry in zip(file.findings, list_results(file), strict=True)
    ]


class SarifRun:
    """The results of all files. They wait until the end, since the rules come first, numbered by name."""

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
        before, after = split_report(
            describe_log([describe_rule(name, self.heaviest[name]) for name in names])
        )
        yield before
        gap = "\n"
        for rule, entry in self.spool.values():
            yield gap + encode_item({"ruleId": rule, "ruleIndex": names.index(rule)} | entry, depth=4)
            gap = ",\n"
        yield ("\n      " if names else "") + after


whole = SarifRun


def describe_log(rules: list[Json]) -> Json:
    """Return the whole log as data, with a mark in place of its results."""
    run: Json = {
        "tool": {"driver": describe_driver(rules)},
        "columnKind": "unicodeCodePoints",
        "results": [HERE],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def describe_driver(rules: list[Json]) -> Json:
    """Describe the program and its rules."""
    return {"name": "eoi", "version": __version__, "semanticVersion": __version__, "rules": rules}


def describe_rule(name: str, heaviest: Severity) -> Json:
    """Describe a rule of the catalogue or an error in reading."""
    rule = next((rule for rule in load_catalogue() if rule.name == name), None)
    return {"id": name} | (describe_rule_of_catalogue(rule) if rule else describe_parse_error(name, heaviest))


def describe_rule_of_catalogue(rule: Rule) -> Json:
    """Describe a rule with its reason and its examples."""
    heaviest = min(rule.severity, CERTAINTIES[rule.certainty].heaviest)
    return {
        "shortDescription": {"text": f"{rule.summary}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": write_help_text(rule), "markdown": write_help_markdown(rule)},
        "defaultConfiguration": {"level": heaviest.words.sarif_level},
        "properties": {"tags": [rule.family]},
    }


def describe_parse_error(name: str, heaviest: Severity) -> Json:
    """Describe an error that stops a file from being read, so that no rule can judge it."""
    words = name.replace("-", " ").capitalize()
    summary, why = next(
        ((r.summary, r.why) for r in list_parse_errors() if r.name == name), (words, f"{words}.")
    )
    return {
        "shortDescription": {"text": f"{summary}."},
        "fullDescription": {"text": why},
        "help": {"text": f"{why} The finding itself says what to write."},
        "defaultConfiguration": {"level": heaviest.words.sarif_level},
    }


def write_help_text(rule: Rule) -> str:
    """Write the page of a rule as plain text."""
    fails, passes = rule.fails.strip("\n"), rule.passes.strip("\n")
    return f"{rule.why}\n\nSource: {rule.source}\n\nThis fails:\n\n{fails}\n\nThis passes:\n\n{passes}\n"


def write_help_markdown(rule: Rule) -> str:
    """Write the page of a rule as Markdown."""
    fails, passes = (f"```yaml\n{example.strip(chr(10))}\n```\n" for example in (rule.fails, rule.passes))
    return f"{rule.why}\n\n*Source: {rule.source}*\n\n**This fails**\n\n{fails}\n**This passes**\n\n{passes}"


def list_results(file: CheckedFile) -> Iterator[Json]:
    """Yield the results, without the number of their rule, which only the whole run can give."""
    for finding, fingerprint in zip(file.findings, make_fingerprints(file), strict=True):
        yield {
            "level": finding.severity.words.sarif_level,
            "message": write_sarif_text(finding.message, say_own_weight(finding), finding.help),
            "locations": [describe_location(file.path, place) for place in finding.places],
            **list_related(file.path, finding),
            # This name is eoi's own, not GitHub's `primaryLocationLineHash`: the uploader warns of each of
            # those that differs from its own result.
            "partialFingerprints": {"eoi/v1": fingerprint},
            **list_fix(file, finding),
        }


def say_own_weight(finding: Finding) -> str:
    """Return a sentence that says that a severity is an organisation's own, or an empty text."""
    said = name_weight(finding)
    return f"{said}." if said else ""


def list_fix(file: CheckedFile, finding: Finding) -> Json:
    """Return the fix of a finding as SARIF, or an empty dictionary if it replaces no parts of the text."""
    found = find_stretches(file, finding)
    if found is None or not found[1]:
        return {}
    fix, stretches = found
    replacements = [
        {"deletedRegion": describe_region(one.span), "insertedContent": {"text": one.text}}
        for one in stretches
    ]
    change = {"artifactLocation": describe_artifact(file.path), "replacements": replacements}
    label = fix.label if fix.safety == "safe" else f"{fix.label}, if that is meant"
    return {"fixes": [{"description": write_sarif_text(label), "artifactChanges": [change]}]}


def list_related(path: str, finding: Finding) -> Json:
    """Return the places that disagree with those of a finding, or an empty dictionary if there are none."""
    seconds = [place.related for place in finding.places if place.related]
    if not seconds:
        return {}
    return {
        "relatedLocations": [
            {"id": id_, **describe_location(path, second)} for id_, second in enumerate(seconds, 1)
        ]
    }


def describe_location(path: str, place: LabelledPlace) -> Json:
    """Return a place as SARIF, with its label if it has one."""
    span, label = place.span, place.label
    region = describe_region(span)
    physical: Json = {"physicalLocation": {"artifactLocation": describe_artifact(path), "region": region}}
    return physical | ({"message": write_sarif_text(label)} if label else {})


def describe_region(span: Span) -> dict[str, int]:
    """Return a part of the text as SARIF."""
    return {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }


def describe_artifact(path: str) -> dict[str, str]:
    """Return a file's address as SARIF: from the repository's root, or in full if it is outside."""
    inside = find_relative_path(path)
    if PurePath(inside).is_absolute():
        return {"uri": f"file:///{quote(inside.lstrip('/'), safe='/:', errors='surrogatepass')}"}
    return {"uri": quote(inside, errors="surrogatepass"), "uriBaseId": "%SRCROOT%"}


def write_sarif_text(*sentences: str) -> dict[str, str]:
    """Return a message as SARIF.

    Braces are doubled, since they mark arguments. Brackets are escaped where they would make a link.
    """
    text = "\n".join(make_printable(sentence) for sentence in sentences if sentence)
    plain = re.sub(r"[\\\[\]]", r"\\\g<0>", text) if "](" in text else text
    return {"text": plain.replace("{", "{{").replace("}", "}}")}
