"""Hostile templates, figures and folders of them: told in words with their line, soon, and within bounds."""

from __future__ import annotations

import os
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from eoi.document.render import render_expression_of_interest, render_submission_checklist
from eoi.document.templating import limits as budget
from eoi.document.templating.environment import environment
from eoi.document.templating.own_files import DEEPEST, LARGEST, MOST_FILES, MOST_TEMPLATES
from eoi.document.templating.template_problems import TemplateProblem, make_with_templates
from eoi.document.templating.template_sources import Templates
from eoi.parse_errors.yaml import MAX_ITEMS
from tests.cli.calls import Call
from tests.cli.conftest import eoi
from tests.compiled import copied_templates
from tests.hostile.templates import DEEP, MEMORY, TIME
from tests.samples import EXAMPLES, examined, skeleton
from tests.thorough import some_of

__all__ = ["eoi"]

LIST = "checklist/document.html"
Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Write]:
    (tmp_path / "ccg.yaml").write_text(skeleton(), encoding="utf-8")
    (tmp_path / "ours").mkdir()

    def write(name: str, text: str | bytes) -> Path:
        path = tmp_path / "ours" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    environment.cache_clear()
    yield write
    environment.cache_clear()


def page(inside: str) -> str:
    return f'<h1 id="t">x</h1>\n<p>\n{inside}\n</p>'


def problem(folder: Path) -> TemplateProblem:
    with pytest.raises(TemplateProblem) as told:
        make_with_templates(
            Templates(folder), partial(render_submission_checklist, examined(skeleton()), False)
        )
    return told.value


@pytest.mark.parametrize("attack", [*some_of(MEMORY, 4), *some_of(TIME, 3)])
def test_a_template_cannot_take_memory_or_time_without_end(
    attack: str, ours: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a part of the budget, so that all of them together take seconds."""
    monkeypatch.setattr(budget, "MOST", budget.MOST // 100)
    monkeypatch.setattr(budget, "SECONDS", 0.5)
    ours(LIST, page({**MEMORY, **TIME}[attack]))
    tracemalloc.start()
    try:
        told = problem(tmp_path / "ours")
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()
    assert told.origin is not None
    assert told.origin.line in (3, 4)


@pytest.mark.parametrize("attack", ["loops in loops", "a text times a number"])
def test_a_template_without_end_is_told_with_its_line(
    attack: str, eoi: Call, ours: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MOST", budget.MOST // 25)
    ours(LIST, page({**MEMORY, **TIME}[attack]))
    code, out, err = eoi("build", "ccg.yaml", "--templates", "ours", "--format", "md")
    assert (code, out) == (2, "")
    assert err.startswith("ours/checklist/document.html:3:1: error: This takes more time or memory than a")


@pytest.mark.parametrize("attack", DEEP)
def test_a_template_that_goes_too_deep_is_told_and_not_a_mistake_of_ours(
    attack: str, ours: Write, tmp_path: Path
) -> None:
    ours(LIST, DEEP[attack])
    told = problem(tmp_path / "ours")
    assert told.origin is not None
    assert "too deep" in str(told) or "without end" in str(told)


@pytest.fixture
def copied() -> Templates:
    """Return a copy of all templates, which is compiled once for all tests of it."""
    return Templates(copied_templates())


def test_no_file_that_there_can_be_takes_more_than_half_of_the_budget(copied: Templates) -> None:
    """The work grows with the number of applicants: an eighth of the most takes an eighth of that half."""
    ccg = "{name: NHS X%d CCG, population: {resident: 1, registered: 2}, budget: £1m, practices: 27}"
    many = "round: 2014\nform: joint\napplicants:\n" + "".join(
        f"  - {ccg % n}\n" for n in range(MAX_ITEMS // 8)
    )
    for raw, most in ((EXAMPLES[0].read_bytes(), budget.MOST / 2), (many.encode(), budget.MOST / 16)):
        render_expression_of_interest(examined(raw), False, copied)
        left = vars(environment("expression-of-interest", copied))["budget"].left
        assert budget.MOST - left < most


@pytest.mark.parametrize("name", ["checklist", "expression-of-interest"])
def test_counting_changes_nothing_that_a_template_writes(name: str, copied: Templates) -> None:
    make = {
        "checklist": render_submission_checklist,
        "expression-of-interest": render_expression_of_interest,
    }[name]
    given = examined(EXAMPLES[0].read_bytes())
    assert make(given, False, copied) == make(given, False)


def nested(tag: str, number: int) -> str:
    return f"<{tag}>" * number + "x" + f"</{tag.split()[0]}>" * number


TABLE = '<table class="data"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
ODD = {
    "<strong> a thousand deep": (f"<p>{nested('strong', 1000)}</p>", "stands in more than 50 elements"),
    "quotations a thousand deep": (nested("blockquote", 1000), "stands in more than 50 elements"),
    "elements that are never closed": ("<div>" * 1000, "stands in more than 50 elements"),
    "lists that are never closed": ("<ul><li>" * 40, "stands in more than 50 elements"),
    "a class without a name": ('<p class="">x</p>', '<p class=""> is not in the subset'),
    "a class of spaces": ('<aside class="  "><p>x</p></aside>', '<aside class=""> is not in the subset'),
    "a list that starts with a word": ('<ol start="x"><li>x</li></ol>', "starts with a whole number"),
    "a list that starts with nothing": ('<ol start=""><li>x</li></ol>', "starts with a whole number"),
    "a list that starts below nought": ('<ol start="-1"><li>x</li></ol>', "starts with a whole number"),
    "a list that starts high": (f'<ol start="{"9" * 9999}"><li>x</li></ol>', "starts with a whole number"),
    "a table with no cell": (TABLE.format(head="", body="<tr></tr>"), "at least one cell"),
    "a table with no row": ('<table class="data"><tbody></tbody></table>', "at least one cell"),
    "a table too wide for Word": (
        TABLE.format(head='<th scope="col">x</th>' * 64, body=""),
        "at most 63 columns",
    ),
    "a cell that spans none": (TABLE.format(head='<th colspan="0">x</th>', body=""), "cannot carry colspan"),
}


@pytest.mark.sampled
@pytest.mark.parametrize("name", ODD)
def test_what_no_format_can_show_is_told_with_its_line(name: str, eoi: Call, ours: Write) -> None:
    xml, complaint = ODD[name]
    ours(LIST, f'<h1 id="t">x</h1>\n\n{xml}')
    code, out, err = eoi("build", "ccg.yaml", "--templates", "ours", "--format", "md")
    assert (code, out) == (2, "")
    assert err.startswith("ours/checklist/document.html:3:1: error: ")
    assert complaint in " ".join(err.split())


@pytest.mark.sampled
@pytest.mark.parametrize(
    "inside",
    [
        nested("blockquote", 49),
        f"<p>{nested('strong', 48)}</p>",
        "<ul><li>" * 24 + "x" + "</li></ul>" * 24,
        TABLE.format(head='<th scope="col">x</th>', body=""),
        TABLE.format(head='<th scope="col">x</th>', body='<tr><td data-path="summary"></td></tr>'),
        TABLE.format(head='<th scope="col">x</th>' * 63, body=""),
        '<ol start="0"><li>x</li></ol><ol start="32767"><li></li></ol>',
        "<ul></ul><blockquote></blockquote><aside></aside>",
        '<h2 id="">x</h2><h3 id="a b&quot;&lt;">y</h3><p><a href="#a b&quot;&lt;">x</a></p>',
    ],
)
def test_what_a_template_may_write_is_shown_in_every_format(inside: str, eoi: Call, ours: Write) -> None:
    ours(LIST, f'<h1 id="t">x</h1>\n{inside}')
    code, _, err = eoi("build", "ccg.yaml", "--templates", "ours", "--document", "checklist")
    assert code == 0, err


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="9" viewBox="0 0 640 9">{}</svg>'
WITH_A_PICTURE = skeleton(
    more="scope: {functions: ["
    + ", ".join(f"{{function: {name}, in_scope: yes, lead: ccg}}" for name in "ABCDEFGHIJ")
    + "]}\n"
)
PICTURES = {
    "no picture": "Words.",
    "nothing": "",
    "a page": "<html/>",
    "a picture of no name": "<svg/>",
    "a picture of no size": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "a picture of size nought": SVG.format("").replace("640", "0"),
    "a picture below nought": SVG.format("").replace("640", "-640"),
    "a picture too large": SVG.format("").replace("640", "1000000000"),
    "a picture that a file is needed for": SVG.format('<image href="logo.png" width="9" height="9"/>'),
    "a picture that uses a file": SVG.format('<use href="other.svg#a"/>'),
    "a picture that uses itself": SVG.format('<g id="a"><use href="#a"/><use href="#a"/></g>'),
    "a picture with a pattern of a file": SVG.format('<rect fill="url(http://example.org/x#a)"/>'),
    "a picture with a program": SVG.format("<script/>"),
    "a picture with a style sheet": SVG.format("<style>a {}</style>"),
    "a picture with an entity": '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"),
    "a picture that is very deep": SVG.format(nested("g", 5000)),
    "a picture with a prefix of its own": SVG.format("<x:rect/>"),
    "a picture cut off": SVG.format("")[:-3],
    "a picture with a huge number": SVG.format('<circle r="1e30"/>'),
    "a picture that is enlarged": SVG.format('<g transform="scale(99999)"><rect/></g>'),
    "a picture of too many shapes": SVG.format("<g/>" * 20_000),
    "a picture of too many words": SVG.format(f"<text>{'x' * 50_001}</text>"),
}


@pytest.mark.parametrize("name", some_of(PICTURES, 2))
def test_a_figure_that_cannot_be_drawn_is_told_with_its_file(name: str, eoi: Call, ours: Write) -> None:
    Path("ccg.yaml").write_text(WITH_A_PICTURE, encoding="utf-8")
    ours("figures/scope.svg", PICTURES[name])
    code, out, err = eoi("build", "ccg.yaml", "--templates", "ours", "--format", "md")
    assert (code, out) == (2, "")
    assert err.startswith("ours/figures/scope.svg:1:1: error: The picture figures/scope.svg ")


def test_a_figure_of_simple_shapes_is_drawn_in_every_format(eoi: Call, ours: Write) -> None:
    Path("ccg.yaml").write_text(WITH_A_PICTURE, encoding="utf-8")
    shapes = '<rect width="9" height="9" fill="#1e5"/><text transform="rotate(5)">x</text>'
    ours("figures/scope.svg", SVG.format(shapes))
    assert eoi("build", "ccg.yaml", "--templates", "ours").code == 0


def refuse_folder(eoi: Call) -> str:
    """The folder is refused in one line, and without reading what is in it."""
    tracemalloc.start()
    try:
        code, out, err = eoi("build", "ccg.yaml", "--templates", "ours", "--format", "md")
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()
    assert (code, out, err.count("\n")) == (2, "", 1)
    return err.removeprefix("eoi: ").rstrip("\n")


POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@POSIX
def test_a_link_out_of_the_folder_is_not_followed(eoi: Call, ours: Write, tmp_path: Path) -> None:
    ours("expression-of-interest/summary.html", "{% include 'secret.html' %}")
    (tmp_path / "secret").write_text("A secret.", encoding="utf-8")
    link = tmp_path / "ours/shared/secret.html"
    link.parent.mkdir()
    link.symlink_to(tmp_path / "secret")
    outside = "is a link to something outside ours, which is not followed; put a copy in its place"
    assert refuse_folder(eoi) == f"ours/shared/secret.html {outside}"
    link.unlink()
    link.symlink_to("../../..")
    assert refuse_folder(eoi) == f"ours/shared/secret.html {outside}"


@POSIX
def test_a_hidden_link_is_not_followed_either(eoi: Call, ours: Write, tmp_path: Path) -> None:
    ours(LIST, "<p>\n{% include '.secret' %}</p>")
    (tmp_path / "secret").write_text("A secret.", encoding="utf-8")
    (tmp_path / "ours/checklist/.secret").symlink_to(tmp_path / "secret")
    code, _, err = eoi("build", "ccg.yaml", "--templates", "ours", "--format", "md")
    assert (code, "There is no template `.secret`." in err) == (2, True)


@POSIX
def test_a_link_to_another_file_of_the_folder_is_as_good_as_the_file(eoi: Call, ours: Write) -> None:
    (ours("checklist/other.html", '<h1 id="t">Ours</h1>').parent / "document.html").symlink_to("other.html")
    assert eoi("build", "ccg.yaml", "--templates", "ours", "--format", "md").code == 0
    assert "# Ours" in Path("build/ccg-checklist.md").read_text(encoding="utf-8")


@POSIX
@pytest.mark.parametrize("target", ["document.html", "nowhere"])
def test_a_link_that_leads_nowhere_is_told(target: str, eoi: Call, ours: Write) -> None:
    (ours("checklist/a.html", "").parent / "document.html").symlink_to(target)
    assert refuse_folder(eoi) == f"ours/{LIST} is a link that leads nowhere; take it out of ours"


@POSIX
def test_a_pipe_or_a_device_is_not_read(eoi: Call, ours: Write) -> None:
    path = ours("checklist/a.html", "").with_name("document.html")
    os.mkfifo(path)
    assert refuse_folder(eoi) == f"ours/{LIST} is no file; take it out of ours"
    path.unlink()
    path.symlink_to("/dev/zero")
    assert "is a link to something outside ours" in refuse_folder(eoi)


def test_a_file_that_is_larger_than_any_template_is_not_read(eoi: Call, ours: Write) -> None:
    path = ours(LIST, "")
    with path.open("r+b") as stream:
        stream.truncate(3 * 1024**3)
    assert refuse_folder(eoi) == "the templates in ours are larger than 5 MB in all"
    with path.open("r+b") as stream:
        stream.truncate(LARGEST + 1)
    assert refuse_folder(eoi) == f"ours/{LIST} is larger than 1 MB, which no template is"


def test_folders_that_go_too_deep_are_told(eoi: Call, ours: Write) -> None:
    ours("/".join(["a"] * (DEEPEST + 1)) + "/x.html", "")
    assert (
        refuse_folder(eoi)
        == f"ours has folders more than {DEEPEST} deep; give the templates a folder of their own"
    )


def test_too_many_templates_are_told(eoi: Call, ours: Write) -> None:
    for number in range(MOST_TEMPLATES + 1):
        ours(f"{number}.html", "x")
    assert "ours has more than 300 templates" in refuse_folder(eoi)


def test_too_many_files_are_told(eoi: Call, ours: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_FILES > 3_000
    monkeypatch.setattr("eoi.document.templating.own_files.MOST_FILES", 20)
    for number in range(21):
        ours(f"{number}.txt", "x")
    assert "ours has more than 20 files" in refuse_folder(eoi)


def test_other_files_beside_templates_are_told_once_and_stop_nothing(eoi: Call, ours: Write) -> None:
    ours(LIST, '<h1 id="t">Ours</h1>')
    ours("logo.png", b"\x89PNG\xff\x00")
    ours("letterhead.docx", b"PK\x03\x04\xff")
    for number in range(300):
        ours(f"notes/{number}.txt", "x")
    code, _, err = eoi("build", "ccg.yaml", "--templates", "ours", "--format", "md")
    assert code == 0
    assert [line for line in err.splitlines() if line.startswith("eoi: ")] == [
        "eoi: these files in ours are no templates, and are not used: letterhead.docx, logo.png, notes/0.txt"
        " and 299 more"
    ]


def test_a_template_with_another_ending_is_told_what_was_meant(eoi: Call, ours: Write) -> None:
    ours("expression-of-interest/scope.htm", "x")
    err = " ".join(eoi("build", "ccg.yaml", "--templates", "ours", "--format", "md").err.split())
    meant = "replaces no template; did you mean expression-of-interest/scope.html?"
    assert f"eoi: ours/expression-of-interest/scope.htm {meant}" in err
    assert "are not used" not in err


def test_a_file_that_is_no_text_is_told_where_it_is_included(eoi: Call, ours: Write) -> None:
    ours(LIST, "<h1 id='t'>x</h1>\n{% include 'logo.png' %}")
    ours("shared/logo.png", b"\x89PNG\xff\x00")
    code, _, err = eoi("build", "ccg.yaml", "--templates", "ours", "--format", "md")
    assert code == 2
    assert err.startswith(f"ours/{LIST}:2:1: error: The file ours/shared/logo.png is not a template")
