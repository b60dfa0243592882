"""JUnit XML, as Jenkins and GitLab read it: a suite for each file and a test for each finding.

An error is a failed test; a warning or advice is a passed one that says so in its output, and so is a
file in which nothing was found. A test is named by its rule and its place in the structure, so that its
history survives edits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from eoi.findings import Finding, Severity
from eoi.reports import Checked, Style
from eoi.reports.concise import line
from eoi.reports.excerpt import UNSAFE, printable, spelt_out
from eoi.reports.spool import Spool
from eoi.reports.totals import Tally, tally_of
from eoi.xml_text import NOT_XML

MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# `##[error]` must not stand in a build log, even inside XML.
COMMAND = re.compile(r"#(?=#\w*\[)")


class Suites:
    """They wait for their head, which has the counts of them all."""

    def __init__(self, _style: Style) -> None:
        self.spool = Spool()

    def begin(self) -> str:
        return '<?xml version="1.0" encoding="UTF-8"?>\n'

    def add(self, part: str) -> str:
        self.spool.put(part)
        return ""

    def end(self, tally: Tally) -> Iterator[str]:
        head = start_tag("testsuites", {"name": "eoi"} | totals(tally))
        if not tally.files:
            yield f"<{head}/>\n"
            return
        yield f"<{head}>\n"
        yield from (f"{suite}\n" for (suite,) in self.spool.values())
        yield "</testsuites>\n"


whole = Suites


def totals(tally: Tally) -> dict[str, str]:
    """A test for each finding, and one for a file without any."""
    tests = sum(tally.counts.values()) + tally.clean
    return {"tests": f"{tests}", "failures": f"{tally.errors}", "errors": "0"}


def part(file: Checked, _style: Style) -> str:
    return element("testsuite", {"name": file.path} | totals(tally_of(file)), *cases(file))


def cases(file: Checked) -> Iterator[str]:
    if not file.findings:
        yield element("testcase", {"classname": file.path, "name": "nothing found"})
    seen = Counter[str]()
    for finding in file.findings:
        where = finding.key or finding.path
        name = f"{finding.rule}: {where}" if where else finding.rule
        seen[name] += 1
        unique = f"{name} ({seen[name]})" if seen[name] > 1 else name
        yield element("testcase", {"classname": file.path, "name": unique}, outcome(file.path, finding))


def outcome(path: str, finding: Finding) -> str:
    words = line(path, finding)
    text = xml(f"{words}\nhelp: {printable(finding.help)}" if finding.help else words)
    if finding.severity is Severity.ERROR:
        return element("failure", {"type": finding.rule, "message": finding.message}, text)
    return element("system-out", {}, text)


def element(name: str, attributes: dict[str, str], *inside: str) -> str:
    """Its parts on lines of their own where they are elements; a text as it is."""
    tag = start_tag(name, attributes)
    if not inside:
        return f"<{tag}/>"
    gap = "\n" if inside[0].startswith("<") else ""
    return f"<{tag}>{gap}{gap.join(inside)}{gap}</{name}>"


def start_tag(name: str, attributes: dict[str, str]) -> str:
    return name + "".join(f' {key}="{xml(value)}"' for key, value in attributes.items())


def xml(text: str) -> str:
    """What a reader gets back is the text itself, but for the characters XML cannot hold."""
    legal = NOT_XML.sub(spelt_out, text).translate(MARKUP)
    return UNSAFE.sub(reference, COMMAND.sub(reference, legal))


def reference(match: re.Match[str]) -> str:
    """New lines and tabs too, which an attribute would otherwise lose."""
    return f"&#{ord(match[0])};"
