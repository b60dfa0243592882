"""Remarks of readers stand in the margin of the next draft, and in no final and no public edition."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

import eoi
from tests.samples import ROOT

COMPLETE = ROOT / "tests/golden/documents/complete.yaml"
SAID = ("Is this the number in the terms of reference?", "It is.")


def content(raw: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(raw)) as package:
        return package.read(name).decode()


def test_a_word_draft_has_a_remark_with_its_author_its_day_and_its_reply() -> None:
    raw = eoi.build(COMPLETE, ["docx"])["docx"]
    comments = content(raw, "word/comments.xml")
    assert all(words in comments for words in SAID)
    assert 'w:author="Board secretary" w:date="2014-06-12T00:00:00Z" w:initials="Bs"' in comments
    threads = content(raw, "word/commentsExtended.xml")
    assert threads.count("w15:paraIdParent") == 1
    assert 'w15:done="1"' in threads


def test_an_open_document_draft_has_it_too() -> None:
    text = content(eoi.build(COMPLETE, ["odt"])["odt"], "content.xml")
    assert "<dc:creator>Board secretary</dc:creator><dc:date>2014-06-12T00:00:00</dc:date>" in text
    assert all(words in text for words in SAID)
    assert 'loext:resolved="true"' in text


@pytest.mark.parametrize("name", ["html", "md"])
def test_a_page_says_who_remarked_it_and_when(name: str) -> None:
    page = eoi.build(COMPLETE, [name])[name].decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "Board secretary, 12 June 2014 (dealt with)" in page
    assert "Chair, 13 June 2014: It is." in page


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_a_final_has_none(name: str) -> None:
    raw = eoi.build(COMPLETE, [name], final=True)[name]
    part = "word/document.xml" if name == "docx" else "content.xml"
    assert SAID[0] not in content(raw, part)
    with ZipFile(io.BytesIO(raw)) as package:
        assert not [one for one in package.namelist() if "comments" in one]


def test_the_public_edition_has_none() -> None:
    page = eoi.build(COMPLETE, ["md"], document="public")["md"].decode()
    assert not any(words in page for words in SAID)


def test_a_remark_that_names_no_field_stands_at_its_words_or_at_the_title() -> None:
    least = (
        "round: 2014\nform: joint\napplicants:\n  - name: NHS Somewhere CCG\nsummary: We apply together.\n"
    )
    for about in ("about: the second page", "words: apply together", "about: '][['"):
        raw = eoi.build(f"{least}remarks:\n  - {{{about}, by: Chair, text: Why?}}\n".encode(), ["docx"])
        assert "Why?" in content(raw["docx"], "word/comments.xml")
