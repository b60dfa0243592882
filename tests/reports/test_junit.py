"""JUnit XML against the schema of Jenkins xUnit, and read back by an XML parser."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from lxml import etree

from eoi.findings import Severity
from eoi.reports import CheckedFile, write_report
from eoi.reports.junit import escape_xml, write_element
from eoi.reports.lines import write_code
from eoi.xml_text import NOT_XML
from tests.reports.fixed import FIXED
from tests.reports.nasty import NASTY, checked

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))


def suites(*files: CheckedFile) -> ElementTree.Element:
    raw = write_report("junit", files).encode()
    SCHEMA.assertValid(etree.fromstring(raw))
    return ElementTree.fromstring(raw)


def legal(text: str) -> str:
    return NOT_XML.sub(write_code, text)


@pytest.mark.slow
@given(checked())
def test_every_report_satisfies_the_schema_and_its_counts_agree(files: list[CheckedFile]) -> None:
    root = suites(*files)
    assert len(root.findall("testsuite")) == len(files)
    for part in (root, *root.findall("testsuite")):
        assert int(part.attrib["tests"]) == len(part.findall(".//testcase"))
        assert int(part.attrib["failures"]) == len(part.findall(".//failure"))
        assert part.attrib["errors"] == "0"


def test_the_schema_is_really_asked() -> None:
    raw = write_report("junit", FIXED).encode().replace(b" failures=", b" broken=", 2)
    assert not SCHEMA.validate(etree.fromstring(raw))


@given(checked())
def test_names_and_messages_come_back_as_they_were(files: list[CheckedFile]) -> None:
    for suite, file in zip(suites(*files).findall("testsuite"), files, strict=True):
        assert suite.attrib["name"] == legal(file.path)
        errors = [finding for finding in file.findings if finding.severity is Severity.ERROR]
        failures = suite.findall("testcase/failure")
        assert [failure.attrib["message"] for failure in failures] == [legal(each.message) for each in errors]
        assert [failure.attrib["type"] for failure in failures] == [each.rule for each in errors]


@given(NASTY, NASTY)
def test_escaped_text_comes_back_as_it_was(value: str, text: str) -> None:
    read = ElementTree.fromstring(write_element("a", {"b": value}, escape_xml(text)))
    assert (read.attrib["b"], read.text or "") == (legal(value), legal(text))
    assert len(read) == 0


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_spelt_out(character: str) -> None:
    assert escape_xml(f"a{character}b") == f"a\\u{ord(character):04x}b"


def test_only_errors_fail() -> None:
    cases = suites(FIXED[0]).findall("testsuite/testcase")
    assert [[child.tag for child in case] for case in cases] == [["system-out"], ["failure"], ["system-out"]]
    assert cases[1][0].text == (
        "submissions/somewhere.yaml:6:5: error: `budget` is written twice here, so one of the two would be "
        "lost. [duplicate-key]\nhelp: Keep one of them, or join their contents."
    )


def test_a_file_without_findings_is_one_passed_test() -> None:
    (case,) = suites(FIXED[2]).findall("testsuite/testcase")
    assert case.attrib == {"classname": "submissions/clean.yaml", "name": "nothing found"}
    assert len(case) == 0


@given(checked())
def test_no_two_tests_of_a_file_have_the_same_name(files: list[CheckedFile]) -> None:
    for suite in suites(*files).findall("testsuite"):
        names = [case.attrib["name"] for case in suite.findall("testcase")]
        assert len(set(names)) == len(names)


def test_a_test_is_named_by_its_place_and_not_by_its_line() -> None:
    names = [case.attrib["name"] for case in suites(FIXED[1]).findall("testsuite/testcase")]
    assert names == ["wrong-value: form", "wording: summary", "wording: summary (2)", "wording"]
