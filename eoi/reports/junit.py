"""JUnit XML, as Jenkins and GitLab read it: a suite for each file and a test for each finding.

An error is a failed test; a warning or advice is a passed one that says so in its output, and so is a
file in which nothing was found. A test is named by its rule and its place in the structure, so that its
history survives edits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from eoi.findings import Finding, Severity
from eoi.reports import Checked, Style
from eoi.reports.concise import line
from eoi.reports.excerpt import UNSAFE, printable, spelt_out
from eoi.reports.totals import count
from eoi.xml_text import NOT_XML

MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# `##[error]` must not stand in a build log, even inside XML.
COMMAND = re.compile(r"#(?=#\w*\[)")


def render(checked: Sequence[Checked], _style: Style) -> str:
    suites = [suite(file) for file in checked]
    every = [finding for file in checked for finding in file.findings]
    clean = sum(not file.findings for file in checked)
    attributes = {"name": "eoi"} | totals(len(every) + clean, count(checked, Severity.ERROR))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + element("testsuites", attributes, *suites) + "\n"


def totals(tests: int, failures: int) -> dict[str, str]:
    return {"tests": f"{tests}", "failures": f"{failures}", "errors": "0"}


def suite(file: Checked) -> str:
    inside = list(cases(file))
    attributes = {"name": file.path} | totals(len(inside), count([file], Severity.ERROR))
    return element("testsuite", attributes, *inside)


def cases(file: Checked) -> Iterator[str]:
    if not file.findings:
        yield element("testcase", {"classname": file.path, "name": "nothing found"})
    seen = Counter[str]()
    for finding in file.findings:
        name = f"{finding.rule}: {finding.path}" if finding.path else finding.rule
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
    tag = name + "".join(f' {key}="{xml(value)}"' for key, value in attributes.items())
    if not inside:
        return f"<{tag}/>"
    gap = "\n" if inside[0].startswith("<") else ""
    return f"<{tag}>{gap}{gap.join(inside)}{gap}</{name}>"


def xml(text: str) -> str:
    """What a reader gets back is the text itself, but for the characters XML cannot hold."""
    legal = NOT_XML.sub(spelt_out, text).translate(MARKUP)
    return UNSAFE.sub(reference, COMMAND.sub(reference, legal))


def reference(match: re.Match[str]) -> str:
    """New lines and tabs too, which an attribute would otherwise lose."""
    return f"&#{ord(match[0])};"
