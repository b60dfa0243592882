"""What a Word or OpenDocument file carries so that what is changed in it can be led back to its fields."""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

import pytest

import eoi
from eoi.writers.zip_package import read_parts

EXAMPLES = sorted(Path("examples").glob("*.yaml"))
NAMES = {"docx": r'w:name="(_eoi_[^"]+)"', "odt": r'text:name="(_eoi_[^"]+)"'}
TEXTS = {"docx": "word/document.xml", "odt": "content.xml"}
PROPERTIES = {"docx": "docProps/custom.xml", "odt": "meta.xml"}


def opened(path: Path, name: str, **options: object) -> dict[str, str]:
    made = eoi.build(path, [name], **options)[name]  # type: ignore[arg-type]
    return {part: bytes(raw).decode(errors="replace") for part, raw in read_parts(made).items()}


@pytest.mark.sampled
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_lines_that_show_fields_have_hidden_bookmarks_with_unique_names(path: Path, name: str) -> None:
    marks = re.findall(NAMES[name], opened(path, name)[TEXTS[name]])
    assert len(marks) == len(set(marks)) > 50
    assert all(len(mark) <= 40 and re.fullmatch(r"_\w+", mark) for mark in marks)


@pytest.mark.parametrize("name", TEXTS)
def test_a_draft_carries_the_file_it_shows_and_its_digest(name: str) -> None:
    raw = EXAMPLES[0].read_bytes()
    parts = opened(EXAMPLES[0], name)
    assert sha256(raw).hexdigest() in parts[PROPERTIES[name]]
    carried = (
        re.search(r'"eoi-file">([^<]+)<', parts["meta.xml"])
        if name == "odt"
        else re.search(r">([^<]+)</source>", parts["customXml/item1.xml"])
    )
    assert carried
    assert b64decode(carried[1]) == raw


@pytest.mark.sampled
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("options", [{"final": True}, {"document": "public"}], ids=["final", "public"])
def test_a_final_and_a_public_edition_carry_the_digest_only(name: str, options: dict[str, object]) -> None:
    path = Path("tests/golden/documents/complete.yaml")
    parts = opened(path, name, **options)
    assert sha256(path.read_bytes()).hexdigest() in parts[PROPERTIES[name]]
    assert "customXml/item1.xml" not in parts
    assert not re.search("eoi-file|urn:eoi", "".join(parts.values()))
