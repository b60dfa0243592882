"""Markdown, read back by a parser of GitHub's tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from eoi.reports import CheckedFile, write_report
from eoi.reports.lines import make_printable
from eoi.reports.markdown import ACTED_ON, CUT, QUOTED, escape_inline, fit_step_summary
from tests.readers import html_tree, markdown_tree
from tests.reports.fixed import FIXED
from tests.reports.nasty import NASTY, checked
from tests.tables import for_each_row

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
IN_A_CELL = "| a |\n| --- |\n| {} |\n"


def words(text: str) -> str:
    """As a reader sees them: what stands between backquotes is set as code, without them."""
    return QUOTED.sub(r"\1", make_printable(text)).strip()


def read_back(element: Element) -> str:
    return "".join(element.itertext()).strip()


def cell(text: str) -> Element:
    (found,) = html_tree(PARSER.render(IN_A_CELL.format(escape_inline(text)))).findall(".//td")
    return found


def plain_texts(text: str) -> Iterator[str]:
    """Runs of text outside code, as GitHub sees them when it looks for mentions, links and emoji."""
    tokens = [
        token
        for block in PARSER.parse(IN_A_CELL.format(escape_inline(text)))
        for token in block.children or []
    ]
    yield from "".join(map(outside_code, tokens)).split("\0")


def outside_code(token: Token) -> str:
    return "\0" if token.type == "code_inline" else token.content


@given(NASTY)
def test_a_text_comes_back_as_it_was_with_nothing_but_code_in_it(text: str) -> None:
    read = cell(text)
    assert read_back(read) == words(text)
    assert {child.tag for child in read} <= {"code"}


@given(NASTY)
def test_github_finds_nothing_to_act_on_outside_code(text: str) -> None:
    for run in plain_texts(text):
        assert not ACTED_ON.search(run)


@for_each_row(
    [
        ("There is no field `budgt`.", "There is no field `budgt`."),
        ("a|b and `c|d`", "a&#124;b and `c`&#124;`d`"),
        ("an odd ` one", "an odd &#96; one"),
        ("``", "&#96;&#96;"),
        ("` a `", " `a` "),
        ("see @octocat now", "see `@octocat` now"),
        ("`a`@b", "`a@b`"),
        ("jane@nhs.net, www.nhs.uk", "`jane@nhs.net,` `www.nhs.uk`"),
        ("*a* _b_ ~~c~~ [d](e)", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\[d\\](e)"),
        ("<b> & &amp;", "&lt;b&gt; &amp; &amp;amp;"),
        ("C:\\new", "C:&#92;new"),
        ("12:30 and 1:2:3", "12:30 and `1:2:3`"),
    ],
)
def test_only_what_could_act_is_changed(text: str, marked_up: str) -> None:
    assert escape_inline(text) == marked_up
    assert read_back(cell(text)) == words(text)


@pytest.mark.long
@given(checked())
def test_each_finding_is_a_row_of_its_file_s_table_and_nothing_else_is_there(
    files: list[CheckedFile],
) -> None:
    tree = markdown_tree(write_report("markdown", files))
    found = [file for file in files if file.findings]
    assert [read_back(heading) for heading in tree.findall("h3")] == [
        make_printable(file.path).strip() for file in found
    ]
    for table, file in zip(tree.findall("table"), found, strict=True):
        rows = [[read_back(td) for td in row.findall("td")] for row in table.findall("tbody/tr")]
        assert [row[:3] for row in rows] == [
            [f"{each.span.start.line}:{each.span.start.column}", each.severity.word, each.rule]
            for each in file.findings
        ]
        assert [row[4] for row in rows] == [words(each.help) for each in file.findings]
    assert {element.tag for element in tree.iter()} <= {
        *("document", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code")
    }


def test_the_second_place_is_named_with_its_line() -> None:
    assert "would be lost. (Line 5: written first here.) |" in write_report("markdown", FIXED)


def test_a_file_without_findings_is_counted_but_not_listed() -> None:
    assert write_report("markdown", FIXED[2:]) == "## eoi check\n\nNothing found in 1 file.\n"


def test_a_summary_that_fits_is_whole() -> None:
    assert fit_step_summary([write_report("markdown", FIXED)]) == write_report("markdown", FIXED)


@pytest.mark.parametrize("room", [400, 900, 1500])
def test_a_summary_too_large_for_github_ends_at_a_row_and_says_so(room: int) -> None:
    text = fit_step_summary(write_report("markdown", FIXED).splitlines(keepends=True), room)
    assert len(text.encode()) <= room
    assert text.endswith(CUT)
    kept = text.removesuffix(CUT)
    assert write_report("markdown", FIXED).startswith(f"{kept}\n")


def test_what_github_acts_on_is_known() -> None:
    for word in ("@octocat", "#1", "$x$", "https://a", "HTTP://a", "www.a.b", ":tada:", "a@b.c"):
        assert ACTED_ON.search(word), word
    for word in ("12:30", "a:b", "note:", re.escape("a")):
        assert not ACTED_ON.search(word), word
