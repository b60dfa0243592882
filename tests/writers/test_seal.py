"""The seal: every document bears one, whatever is done to a document breaks it, and Word's own saving too."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.document.blocks import Document, Paragraph, Properties
from eoi.document.inline import Code, Text
from eoi.writers import find_writer, list_formats
from eoi.writers.seal import PLACEHOLDER, find_seal, is_intact, read_seal, seal_content, seal_parts
from eoi.writers.zip_package import read_parts
from tests.growth import grows_in_proportion
from tests.office_work import OfficeWork
from tests.readers import READERS

each_format = pytest.mark.parametrize("name", list_formats())
PROPERTIES = Properties("Expression of interest", "NHS Somewhere CCG", date="2014-06-20")


def written(name: str, words: str = "Words.") -> bytes:
    return find_writer(name).write(Document(PROPERTIES, (Paragraph((Text(words),)),)))


def packed(parts: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", method) as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return file.getvalue()


@each_format
def test_every_format_seals_what_it_writes(name: str) -> None:
    content = written(name)
    assert is_intact(content)
    assert PLACEHOLDER.encode() not in b"".join(read_parts(content).values())


@each_format
def test_the_seal_is_the_same_for_the_same_words_and_another_for_others(name: str) -> None:
    assert read_seal(written(name)) == read_seal(written(name)) != read_seal(written(name, "Other words."))


def test_all_formats_were_seen() -> None:
    assert len(list_formats()) >= 3


@st.composite
def changes(draw: st.DrawFn, content: bytes) -> bytes:
    """The content with some bytes of it overwritten, inserted or taken away."""
    start = draw(st.integers(0, len(content)))
    end = draw(st.integers(start, min(len(content), start + 80)))
    return content[:start] + draw(st.binary(max_size=80)) + content[end:]


@pytest.mark.parametrize("name", ["html", "md"])
@given(data=st.data())
def test_whatever_is_done_to_any_byte_is_noticed(name: str, data: st.DataObject) -> None:
    content = written(name)
    changed = data.draw(changes(content))
    assert is_intact(changed) == (changed == content)


def test_every_single_byte_counts_those_of_the_seal_too() -> None:
    content = seal_content(
        f"text {PLACEHOLDER} <!-- {PLACEHOLDER} --> text <!-- {PLACEHOLDER} -->\n".encode()
    )
    assert is_intact(content)
    assert content.count(PLACEHOLDER.encode()) == 2
    for at, byte in enumerate(content):
        assert not is_intact(content[:at] + bytes([byte ^ 1]) + content[at + 1 :])


@given(data=st.data())
def test_whatever_is_done_to_any_part_of_a_package_is_noticed(data: st.DataObject) -> None:
    parts = dict(read_parts(written("docx")))
    name = data.draw(st.sampled_from(sorted(parts)))
    changed = data.draw(changes(parts[name]))
    assert is_intact(packed(parts | {name: changed})) == (changed == parts[name])


def test_a_part_more_or_less_or_under_another_name_is_noticed() -> None:
    parts = dict(read_parts(written("docx")))
    assert is_intact(packed(parts))
    assert not is_intact(packed(parts | {"word/comments.xml": b"<x/>"}))
    for name in parts:
        others = {other: content for other, content in parts.items() if other != name}
        assert not is_intact(packed(others)), name
        assert not is_intact(packed(others | {f"{name}x": parts[name]})), name


def test_another_way_of_packing_the_same_parts_is_no_change() -> None:
    parts = dict(read_parts(written("docx")))
    backwards = dict(reversed(parts.items()))
    assert is_intact(packed(parts, ZIP_STORED))
    assert is_intact(packed(backwards))


@given(data=st.data())
def test_a_package_whose_bytes_were_spoilt_is_read_as_before_or_not_at_all(data: st.DataObject) -> None:
    content = written("docx")
    changed = data.draw(changes(content))
    assert not is_intact(changed) or dict(read_parts(changed)) == dict(read_parts(content))


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04"]))
def test_any_bytes_at_all_can_be_asked_for_their_seal(content: bytes, start: bytes) -> None:
    assert read_seal(start + content) is None
    assert not is_intact(start + content)


def test_a_package_that_would_unpack_without_end_is_none_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    content = written("docx")
    monkeypatch.setattr("eoi.writers.zip_package.LARGEST", 1000)
    assert not is_intact(content)


def test_a_package_whose_list_of_parts_is_long_is_none_of_ours() -> None:
    parts = dict(read_parts(written("docx")))
    assert is_intact(packed(parts))
    assert not read_parts(packed(parts | {f"word/{number:0200}": b"" for number in range(5000)}))


def test_a_package_with_two_parts_of_one_name_is_none_of_ours() -> None:
    file = io.BytesIO(written("docx"))
    with ZipFile(file, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("word/document.xml", package.read("word/document.xml"))
    assert not is_intact(file.getvalue())


TYPED = (
    PLACEHOLDER,
    f"eoi-seal-{'a' * 64}",
    f"<!-- {PLACEHOLDER} -->",
    f'<meta name="eoi-seal" content="{PLACEHOLDER}">',
    f"26 0 obj\n<</Seal({PLACEHOLDER})/CreationDate()>>\nendobj\n",
    f'<p name="eoi-seal">{PLACEHOLDER}</p>',
)


@each_format
@pytest.mark.parametrize("typed", TYPED)
def test_a_seal_that_somebody_types_stays_as_it_was_typed(name: str, typed: str) -> None:
    about = Properties(typed, typed, keywords=(typed,))
    content = find_writer(name).write(Document(about, (Paragraph((Text(typed), Code(typed))),)))
    assert is_intact(content)
    shown = re.findall("eoi-seal-[0-9a-f]{64}", "".join(READERS[name](content).split()))
    assert shown == re.findall("eoi-seal-[0-9a-f]{64}", typed) * 2
    assert str(read_seal(content)) not in typed


@pytest.mark.slow
@each_format
def test_a_document_full_of_seals_is_written_and_read_in_time_that_grows_with_its_length(name: str) -> None:
    def write_and_read(text: str) -> None:
        found = find_seal(written(name, text))
        assert found
        assert found.is_intact

    assert grows_in_proportion(write_and_read, f"{PLACEHOLDER} " * 100, f"{PLACEHOLDER} " * 1000)


def test_a_document_that_nobody_sealed_has_no_seal() -> None:
    assert read_seal(b"# Notes\n") is None
    assert read_seal(packed({"word/document.xml": b"<x/>"})) is None


def test_parts_may_be_text_or_bytes() -> None:
    parts: dict[str, str | bytes] = {
        "meta.xml": f'<m name="eoi-seal">£</m><m name="eoi-seal">{PLACEHOLDER}</m>',
        "picture.png": b"\x89PNG",
    }
    raw = seal_parts(parts)
    assert is_intact(packed(raw))
    assert not is_intact(packed(raw | {"picture.png": b"\x89PNx"}))


def resaved_by_python_docx(content: bytes, words: str = "") -> bytes:
    document, file = docx.Document(io.BytesIO(content)), io.BytesIO()
    if words:
        document.add_paragraph(words)
    document.save(file)
    return file.getvalue()


def test_a_program_that_saves_the_word_file_breaks_the_seal_but_keeps_it() -> None:
    content = written("docx")
    saved = resaved_by_python_docx(content, "A sentence of my own.")
    assert not is_intact(saved)
    assert read_seal(saved) == read_seal(content)


SAVED = OfficeWork("sealed.docx", "docx", lambda: written("docx"))


@pytest.mark.office
def test_libreoffice_breaks_the_seal_but_keeps_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    saved = SAVED.result(tmp_path_factory).read_bytes()
    assert not is_intact(saved)
    assert read_seal(saved) == read_seal(written("docx"))


def test_the_word_file_shows_its_seal_among_its_own_properties() -> None:
    content = written("docx")
    (shown,) = ElementTree.fromstring(read_parts(content)["docProps/custom.xml"]).iter(
        "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}lpwstr"
    )
    assert shown.text == read_seal(content)


def test_readers_of_the_page_and_of_the_text_see_no_seal() -> None:
    for name in list_formats():
        assert "eoi-seal" not in READERS[name](written(name))
