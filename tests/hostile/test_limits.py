"""The page about limits gives the numbers that the program keeps to."""

from __future__ import annotations

import re

import pytest

from eoi import bounding, foreign_svg, foreign_xml
from eoi.document.subset import attributes
from eoi.document.subset import elements as subset
from eoi.document.templating import limits as budget
from eoi.document.templating import own_files
from eoi.drafts.places import LARGEST
from eoi.parse_errors import MAX_BYTES, MAX_TEXT
from eoi.parse_errors.yaml import MAX_DEPTH, MAX_ITEMS, MAX_NAME, MAX_NODES
from eoi.reports import github, markdown
from eoi.rules.wording import abbreviation_not_spelt_out as abbreviations
from eoi.source.containers import LIMITS as TOGETHER
from eoi.source.decoding import MAX_REPORTED
from eoi.source.recovery import MAX_SLIPS
from eoi.submission import LONGEST_LINE, LONGEST_QUOTE
from eoi.submission.dates import EARLIEST_YEAR, LATEST_YEAR, read_when
from eoi.submission.quantities import make_number_kind, read_money
from eoi.workbook import grids
from eoi.writers import zip_package
from eoi.writers.docx.letterhead import template as letterhead
from eoi.writers.pdf import spelling
from tests.hostile.measures import BYTES, SECONDS
from tests.samples import ROOT

number = make_number_kind().read

PAGE = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|", PAGE, re.MULTILINE))
DIGITS, DECIMALS = 15, 6
LIMITS = {
    "size of the file": f"{MAX_BYTES:,} bytes (1 MiB)",
    "lists and fields inside each other": f"{MAX_DEPTH} deep",
    "values, lists and names of fields in all": f"{MAX_NODES:,}",
    "one long text": f"{MAX_TEXT:,} characters",
    "a name, a title, a line of a list or a cell of a table": f"{LONGEST_LINE:,} characters",
    "all texts of a file together": ", ".join(f"{most:,} {what}" for what, most in TOGETHER.items()),
    "items of one list": f"{MAX_ITEMS}",
    "errors of YAML, reported in one run": f"{MAX_SLIPS};",
    "name of a field": f"{MAX_NAME:,} characters",
    "digits of a number": f"{DIGITS}, and {DECIMALS} after the point",
    "years": f"{EARLIEST_YEAR} to {LATEST_YEAR}",
    "invisible characters, reported one by one": f"the first {MAX_REPORTED}",
    "abbreviations that are reported": f"the first {abbreviations.MOST}",
    "findings of one rule at one field": f"{bounding.OF_A_FIELD},",
    "findings of one rule in a file": f"{bounding.OF_A_RULE},",
    "findings in a file": f"{bounding.OF_A_FILE:,},",
    "a sentence of a finding": f"{bounding.LONGEST} characters",
    "a text quoted in a finding": f"{LONGEST_QUOTE} characters",
    "annotations of one kind in the `github` report": f"{github.MOST},",
    "summary of a step in GitHub Actions": f"{markdown.MOST_BYTES:,} bytes",
    "a letterhead": (
        f"{letterhead.LARGEST // 10**6} MB, and {letterhead.LARGEST_UNPACKED // 10**6} MB when unpacked; "
        f"{letterhead.MOST_PARTS:,} parts"
    ),
    "a part of a letterhead": f"{foreign_xml.MOST_ELEMENTS:,} elements, {foreign_xml.DEEPEST} deep",
    "the folder of templates": (
        f"{own_files.MOST_FILES:,} files, {own_files.MOST_TEMPLATES} of them templates, "
        f"{own_files.DEEPEST} folders"
    ),
    "a template": f"{own_files.LARGEST // 10**6} MB, and {own_files.LARGEST_IN_ALL // 10**6} MB for all",
    "the work of templates for one document": (
        f"{budget.MOST:,} characters, where one round of a loop counts as {budget.STEP}; "
        f"{budget.SECONDS} seconds"
    ),
    "elements inside each other, in a template": f"{subset.DEEPEST} deep",
    "rows of a sheet": f"{grids.MOST_ROWS:,}, and {grids.MOST_COLUMNS} columns",
    "cells of a workbook that hold something": f"{grids.MOST_CELLS:,}",
    "columns of a table": f"{attributes.MOST_COLUMNS}",
    "a figure": (
        f"{foreign_svg.MOST_SHAPES:,} shapes, {foreign_svg.DEEPEST} deep; "
        f"{foreign_svg.MOST_TEXT:,} characters"
    ),
}


@pytest.mark.parametrize("what", LIMITS)
def test_a_limit_is_documented_with_its_number(what: str) -> None:
    assert ROWS[what].startswith(LIMITS[what])


def test_every_limit_that_is_documented_is_one_of_the_program() -> None:
    assert set(ROWS) - {"what", "what comes back", "your file", "---"} == set(LIMITS)


def test_the_limits_of_the_trial_are_documented_too() -> None:
    assert f"take {BYTES // 1024**3} GiB of\nmemory and {SECONDS} seconds" in PAGE


def test_what_is_read_of_an_earlier_document_is_documented() -> None:
    assert f"of more than {LARGEST // 1024**2} MiB, or {zip_package.LARGEST // 1024**2} MiB unpacked" in PAGE
    assert f"holds at most {spelling.LONGEST:,} characters" in PAGE


@pytest.mark.parametrize("read", [read_money, number])
def test_a_number_has_as_many_digits_as_documented_and_one_more_is_refused(read: type) -> None:
    for whole, decimals, fits in ((DIGITS, DECIMALS, True), (DIGITS + 1, 1, False), (1, DECIMALS + 1, False)):
        typed = f"{'9' * whole}.{'9' * decimals}"
        if fits:
            assert str(read(typed)).replace(",", "").endswith(typed)
        else:
            with pytest.raises(ValueError, match="write a"):
                read(typed)


def test_the_years_documented_are_read_and_the_ones_beside_them_refused() -> None:
    assert [str(read_when(str(year))) for year in (EARLIEST_YEAR, LATEST_YEAR)] == ["1900", "2100"]
    for year in (EARLIEST_YEAR - 1, LATEST_YEAR + 1):
        with pytest.raises(ValueError, match="write a year between 1900 and 2100"):
            read_when(str(year))
