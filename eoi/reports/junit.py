"""The report as JUnit XML, for Jenkins and GitLab: a suite for each file and a test for each finding.

An error is a failed test. A warning or a suggestion is a passed test with output. A file without findings is
a passed test too. The name of a test is made of its rule and its place in the structure, so that its history
survives edits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Finding, Severity
from eoi.reports import CheckedFile, Style
from eoi.reports.concise import write_finding_line
from eoi.reports.lines import UNSAFE, make_printable, write_code
from eoi.reports.spool import Spool
from eoi.reports.totals import Tally, count_file
from eoi.xml_text import NOT_XML

ENDING, IS_DATA = ".xml", True
BEGINS = Expression(r'\A<\?xml [^>]*\?>\s*<testsuites name="eoi" ')
MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# `##[error]` must not be in a build log, even inside XML.
COMMAND = re.compile(r"#(?=#\w*\[)")


class Suites:
    """The suites of all files.

    They wait until the end, since the head of the report has the counts of them all.
    """

    def __init__(self, _style: Style) -> None:
        self.spool = Spool()

    def begin(self) -> str:
        return '<?xml version="1.0" encoding="UTF-8"?>\n'

    def add(self, part: str) -> str:
        self.spool.put(part)
        return ""

    def end(self, tally: Tally) -> Iterator[str]:
        head = write_start_tag("testsuites", {"name": "eoi"} | write_totals(tally))
        if not tally.files:
            yield f"<{head}/>\n"
            return
        yield f"<{head}>\n"
        yield from (f"{suite}\n" for (suite,) in self.spool.values())
        yield "</testsuites>\n"


whole = Suites


def write_totals(tally: Tally) -> dict[str, str]:
    """Return the counts of tests: one for each finding, and one for each file without any."""
    tests = sum(tally.counts.values()) + tally.clean
    return {"tests": f"{tests}", "failures": f"{tally.errors}", "errors": "0"}


def part(file: CheckedFile, _style: Style) -> str:
    """Write the suite of one file."""
    return write_element(
        "testsuite", {"name": file.path} | write_totals(count_file(file)), *write_cases(file)
    )


def write_cases(file: CheckedFile) -> Iterator[str]:
    """Yield a test for each finding, with a name that survives edits."""
    if not file.findings:
        yield write_element("testcase", {"classname": file.path, "name": "nothing found"})
    seen: Counter[str] = Counter()
    for finding in file.findings:
        where = finding.key or finding.path
        name = f"{finding.rule}: {where}" if where else finding.rule
        seen[name] += 1
        unique = f"{name} ({seen[name]})" if seen[name] > 1 else name
        yield write_element(
            "testcase", {"classname": file.path, "name": unique}, write_outcome(file.path, finding)
        )


def write_outcome(path: str, finding: Finding) -> str:
    """Write an error as a failure, and any other finding as output of a passed test."""
    words = write_finding_line(path, finding)
    text = escape_xml(f"{words}\nhelp: {make_printable(finding.help)}" if finding.help else words)
    if finding.severity is Severity.ERROR:
        return write_element("failure", {"type": finding.rule, "message": finding.message}, text)
    return write_element("system-out", {}, text)


def write_element(name: str, attributes: dict[str, str], *inside: str) -> str:
    """Write an XML element. Its parts are on lines of their own if they are elements."""
    tag = write_start_tag(name, attributes)
    if not inside:
        return f"<{tag}/>"
    gap = "\n" if inside[0].startswith("<") else ""
    return f"<{tag}>{gap}{gap.join(inside)}{gap}</{name}>"


def write_start_tag(name: str, attributes: dict[str, str]) -> str:
    """Write the name and attributes of a start tag."""
    return name + "".join(f' {key}="{escape_xml(value)}"' for key, value in attributes.items())


def escape_xml(text: str) -> str:
    """Escape a text so that a reader gets it back, apart from the characters that XML cannot hold."""
    legal = NOT_XML.sub(write_code, text).translate(MARKUP)
    return UNSAFE.sub(write_character_reference, COMMAND.sub(write_character_reference, legal))


def write_character_reference(match: re.Match[str]) -> str:
    """Write a character as a numeric reference.

    New lines and tabs need this too, since an attribute would lose them.
    """
    return f"&#{ord(match[0])};"
