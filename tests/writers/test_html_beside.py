"""What of the HTML writer's notes stands in the margin, and what is left no room there."""

from __future__ import annotations

from eoi.document.blocks import Block, Callout, Cell, Document, Heading, Paragraph, Properties, Table
from eoi.document.inline import Remark, RemarkedWords, Text
from eoi.writers.html import write
from tests.readers import html_tree, one


def line(words: str) -> Paragraph:
    return Paragraph((Text(words),))


LONG = line("words " * 100)


def gap(path: str) -> Callout:
    return Callout("gap", (line("To complete"),), path)


def with_comments(*titles: str) -> Paragraph:
    return Paragraph((RemarkedWords((Text("x"),), tuple(Remark(title, ("Why.",)) for title in titles)),))


def kinds(*blocks: Block) -> list[str]:
    root = html_tree(write(Document(Properties("t", "a", draft=False), blocks)).decode())
    return [child.get("class") or child.tag for child in one(root, ".//main")]


def test_gaps_stand_beside_text_where_there_is_enough_of_it() -> None:
    assert kinds(gap("a"), LONG) == ["callout gap", "p"]
    assert kinds(gap("a"), *[line("x")] * 4) == ["callout gap", *"pppp"]
    assert kinds(gap("a"), gap("b"), LONG, LONG) == ["callout gap", "callout gap", "p", "p"]


def test_gaps_take_the_place_of_text_where_they_would_leave_a_hole_beside_it() -> None:
    heading, table = Heading(3, (Text("A"),), ""), Table((), (), ((Cell((LONG,)),),))
    assert kinds(LONG, gap("a")) == ["p", "alone"]
    assert kinds(LONG, gap("a"), heading, LONG) == ["p", "alone", "h3", "p"]
    assert kinds(LONG, gap("a"), table) == ["p", "alone", "table whole"]
    assert kinds(gap("a"), line("x")) == ["alone", "p"]
    assert kinds(gap("a"), gap("b"), LONG) == ["alone", "p"]


def test_comments_lie_in_a_row_where_they_are_many_or_would_leave_a_hole_beside_the_text() -> None:
    single, two, three = (with_comments(*titles) for titles in ("a", "ab", "abc"))
    assert kinds(single) == ["p", "comments row"]
    assert kinds(single, LONG) == ["p", "comments", "p"]
    assert kinds(two) == ["p", "comments row"]
    assert kinds(two, LONG, LONG) == ["p", "comments", "p", "p"]
    assert kinds(three, *[LONG] * 9) == ["p", "comments row", *["p"] * 9]
