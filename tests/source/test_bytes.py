"""From a file's bytes to text: what is refused, and where a person is told to look."""

from __future__ import annotations

import hashlib

import pytest

from eoi.findings import Finding, Position
from eoi.parse_errors import MAX_BYTES
from eoi.source import load
from eoi.source.decoding import INVISIBLE, MAX_REPORTED
from eoi.source.nodes import convert_to_plain
from tests.tables import for_each

FILE = "name: Somewhere\nbudget: £5m\n"
FIELDS = {"name": "Somewhere", "budget": "£5m"}


def fields(raw: bytes) -> object:
    source = load(raw, "ccg.yaml")
    assert source.findings == ()
    assert source.tree is not None
    return convert_to_plain(source.tree)


def only_finding(raw: bytes) -> Finding:
    source = load(raw, "ccg.yaml")
    assert source.tree is None or source.findings
    (finding,) = source.findings
    return finding


@pytest.mark.parametrize(
    "raw",
    [
        FILE.encode(),
        b"\xef\xbb\xbf" + FILE.encode(),
        FILE.replace("\n", "\r\n").encode(),
        FILE.replace("\n", "\r").encode(),
        FILE.replace("\n", "\r\n", 1).encode(),
        FILE.strip().encode(),
    ],
    ids=["plain", "byte-order mark", "CRLF", "lone CR", "mixed line ends", "no last line end"],
)
def test_every_way_to_save_utf8_reads_the_same(raw: bytes) -> None:
    assert fields(raw) == FIELDS


def test_the_digest_is_of_the_bytes_as_they_are_in_the_file() -> None:
    raw = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    assert load(raw, "ccg.yaml").digest == hashlib.sha256(raw).hexdigest()


def test_a_windows_pound_sign_is_shown_at_its_place_with_what_it_was_meant_for() -> None:
    source = load(FILE.encode("cp1252"), "ccg.yaml")
    (finding,) = source.findings
    assert finding.rule == "not-utf-8"
    assert finding.span.start == Position(2, 9)
    assert "0xA3" in finding.message
    assert "'£'" in finding.message
    assert "Save the file again as UTF-8" in finding.help
    assert source.text.split("\n")[1] == "budget: \ufffd5m"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"PK\x03\x04\x14\x00\x00\x00\x08\x00\x8b", "a Word document or another Office file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(2_000_000), "an old Word document or another Office file"),
        (b"{\\rtf1\\ansi Summary}", "a Rich Text document"),
        (b"%PDF-1.7\n", "a PDF"),
    ],
)
def test_a_document_instead_of_its_file_is_called_what_it_is(raw: bytes, name: str) -> None:
    source = load(raw, "ccg.docx")
    (finding,) = source.findings
    assert (finding.rule, finding.message) == ("not-utf-8", f"This is {name}, and not a text file.")
    assert "Name the YAML file" in finding.help
    assert source.text == ""


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte-order mark"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_the_place_of_a_bad_byte_counts_characters_and_lines_as_an_editor_does(
    mark: bytes, line_end: str
) -> None:
    raw = mark + f"name: café{line_end}plan: £é".encode() + b"\x92s\n"
    assert only_finding(raw).span.start == Position(2, 9)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_utf16_and_utf32_are_refused_in_words_with_or_without_their_mark(encoding: str) -> None:
    finding = only_finding(FILE.encode(encoding))
    assert finding.message == f"The file is saved as {encoding.upper()[:6]}."
    assert "Save the file again as UTF-8" in finding.help


def test_a_file_of_one_mebibyte_is_read_and_a_byte_more_is_refused() -> None:
    full = FILE.encode() + b"#" * (MAX_BYTES - len(FILE.encode()))
    assert fields(full) == FIELDS
    assert only_finding(full + b"#").rule == "file-too-large"


def test_an_empty_file_is_told_from_one_that_holds_nothing_yet() -> None:
    assert only_finding(b"").message == "The file is empty."
    assert only_finding(b"\xef\xbb\xbf\r\n  \n").message == "The file is empty."
    assert only_finding(b"# my submission\n").message == "The file holds no answers yet."
    assert only_finding(b"---\nname:\n").message == "The file holds no answers yet."


@for_each(
    [
        0x00,
        0x07,
        0x08,
        0x0B,
        0x0C,
        0x1B,
        0x1F,
        0x7F,
        0x85,
        0x9B,
        0x2028,
        0x2029,
        0xFDD0,
        0xFEFF,
        0xFFFE,
        0xFFFF,
    ]
)
def test_an_invisible_character_is_named_at_its_place(code: int) -> None:
    source = load(f"name: £a{chr(code)}b\nplan: x\n".encode(), "ccg.yaml")
    (finding,) = source.findings
    assert finding.rule == "control-character"
    assert f"(U+{code:04X})" in finding.message
    assert finding.span == (Position(1, 9), Position(1, 10))
    assert source.tree is not None
    assert convert_to_plain(source.tree) == {"name": "£a\ufffdb", "plan": "x"}


@pytest.mark.parametrize("code", [0x85, 0x2028, 0x2029], ids="U+{:04X}".format)
def test_a_line_separator_that_nobody_sees_never_makes_a_field(code: int) -> None:
    finding = only_finding(f"name: a{chr(code)}budget: £5m\nplan: x\n".encode())
    assert finding.rule == "control-character"
    assert finding.span.start == Position(1, 8)


def test_a_second_byte_order_mark_is_an_invisible_character() -> None:
    assert "(U+FEFF)" in only_finding(b"\xef\xbb\xbf\xef\xbb\xbfname: x\n").message


def test_of_many_invisible_characters_only_the_first_are_reported() -> None:
    source = load(b"name: x" + b"\x1b" * 1000, "ccg.yaml")
    assert len(source.findings) == MAX_REPORTED
    assert {finding.rule for finding in source.findings} == {"control-character"}


@pytest.mark.parametrize(
    "text",
    ["no\u00a0break", "👩\u200d⚕️", "שלום \u200fעולם", "e\u0301", "\U0001f1ec\U0001f1e7", "日本語", "\ue000"],
)
def test_characters_that_people_type_are_kept(text: str) -> None:
    assert not INVISIBLE.search(text)
    assert fields(f"name: {text}\n".encode()) == {"name": text}
