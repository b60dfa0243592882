"""docs/templates.md: its examples do what it says, and its lists are whole."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from eoi.document import render
from eoi.document.blocks import Document, Heading, Table
from eoi.document.subset.elements import ELEMENTS
from eoi.document.subset.inlines import read_plain_words
from eoi.document.templating.template_sources import Templates
from eoi.document.walk import walk_blocks
from eoi.document.words.answers_in_sentences import FILTERS as FILTERS_OF_ANSWERS
from eoi.document.words.wording import FILTERS
from eoi.rounds import load_round
from tests.cli.calls import Call
from tests.document.contexts import context_of
from tests.samples import COMPLETE, ROOT, examined, words_of

PAGE = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
EXAMPLES = {
    name: text for text, name in re.findall(r"```jinja\n(\{# (\S+) #\}\n.*?)```", PAGE, flags=re.DOTALL)
}


def with_example(name: str, folder: Path) -> tuple[Document, Document]:
    """The complete submission as shipped, and with the one file from the page."""
    file = folder / name
    file.parent.mkdir(parents=True)
    file.write_text(EXAMPLES[name], encoding="utf-8")
    given = examined(COMPLETE.read_bytes())
    return (
        render.render_expression_of_interest(given, final=False),
        render.render_expression_of_interest(given, False, Templates(folder)),
    )


def sections(document: Document) -> list[str]:
    known = {section.id for section in load_round("2014").sections}
    return [block.anchor for block in document.blocks if isinstance(block, Heading) and block.anchor in known]


def added(before: Document, after: Document) -> list[str]:
    lines = Counter(words_of(after).splitlines()) - Counter(words_of(before).splitlines())
    assert not Counter(words_of(before).splitlines()) - Counter(words_of(after).splitlines())
    return list(lines.elements())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "paragraph"),
    [("scope.html", "The scope will be reviewed each March.")],
)
def test_adding_a_paragraph_adds_that_paragraph_and_takes_nothing_away(
    name: str, paragraph: str, tmp_path: Path
) -> None:
    assert added(*with_example(f"expression-of-interest/{name}", tmp_path)) == [paragraph]


@pytest.mark.slow
def test_changing_a_sentence_changes_that_sentence_and_no_other(tmp_path: Path) -> None:
    before, after = with_example("expression-of-interest/front-page.html", tmp_path)
    was, is_now = (Counter(words_of(document).splitlines()) for document in (before, after))
    assert list(is_now - was) == ["We would like to commission primary care with NHS England."]
    assert len(list((was - is_now).elements())) == 1


@pytest.mark.slow
def test_reordering_puts_governance_first_and_loses_nothing(tmp_path: Path) -> None:
    before, after = with_example("expression-of-interest/document.html", tmp_path)
    first_page = [name for name in sections(before) if name in ("key-facts", "in-brief", "questions")]
    others = [name for name in sections(before) if name not in ("governance", *first_page)]
    assert sections(after) == [*first_page, "governance", *others]
    assert len(others) > 5
    numbers = re.compile(r"(Table|Figure) \d+|\(see [\d.]+\)")
    assert Counter(numbers.sub("", words_of(before)).splitlines()) == Counter(
        numbers.sub("", words_of(after)).splitlines()
    )


@pytest.mark.slow
def test_renaming_a_column_renames_it(tmp_path: Path) -> None:
    _, after = with_example("expression-of-interest/timescales.html", tmp_path)
    (table,) = [
        b for b in walk_blocks(after.blocks) if isinstance(b, Table) and b.anchor == "table-timescales"
    ]
    assert [words_of(Document(after.properties, cell.blocks)) for cell in table.head] == ["Step", "By"]
    assert read_plain_words(table.caption) == "What happens when"


@pytest.mark.slow
def test_every_example_of_the_page_was_tried_and_builds_without_a_word(eoi: Call, tmp_path: Path) -> None:
    assert len(EXAMPLES) == 4
    for name, text in EXAMPLES.items():
        file = tmp_path / "ours" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "ccg.yaml").write_bytes(COMPLETE.read_bytes())
    code, out, err = eoi("build", "ccg.yaml", "--templates", "ours", "--format", "md")
    assert (code, out) == (0, "")
    assert err.startswith("ccg.yaml: ")
    assert "reviewed each March" in (tmp_path / "build" / "ccg-expression-of-interest.md").read_text("utf-8")


def first_cells(heading: str, following: str) -> set[str]:
    """What the tables of a section name in their first column."""
    part = PAGE.partition(f"\n## {heading}\n")[2].partition(f"\n{following}")[0]
    rows = [line.split("|")[1] for line in part.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def test_the_page_lists_the_elements_of_the_subset() -> None:
    assert first_cells("What a template may write", "## ") == set(ELEMENTS)


def test_the_page_lists_the_attributes_of_the_subset() -> None:
    part = PAGE.partition("## What a template may write")[2].partition("\n## ")[0]
    listed = set(re.findall(r"`([^`]+)`", part))
    assert {attribute for allowed in ELEMENTS.values() for attribute in allowed} <= listed


def test_the_page_lists_the_names_that_templates_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    given = context_of("expression-of-interest", monkeypatch) | context_of("checklist", monkeypatch)
    assert first_cells("What a template may use", "Filters, ") == given


def test_the_page_lists_the_filters() -> None:
    filters = PAGE.partition("Filters, ")[2]
    rows = [line.split(" | ")[0] for line in filters.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`([^`]+)`", row)} == {
        *FILTERS,
        *FILTERS_OF_ANSWERS,
        "prose",
    }
