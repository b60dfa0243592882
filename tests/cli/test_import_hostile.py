"""Documents from strangers: whatever they hold, `eoi import` says in a sentence why it cannot read them."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from eoi.writers.zip_package import pack, read_parts
from tests.calls import count_calls
from tests.cli.calls import Call, process
from tests.imports.word_files import SHORT, built
from tests.thorough import some_of

DOCTYPE = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>'
SOON = 5_000_000  # calls of functions; a clock would tell more of the machine than of the work


def part_of(name: str) -> str:
    return "word/document.xml" if name == "docx" else "content.xml"


def changed(name: str, was: str, now: str) -> bytes:
    parts = dict(read_parts(built(SHORT, name)))
    text = parts[part_of(name)].decode()
    assert was in text
    return pack(parts | {part_of(name): text.replace(was, now, 1).encode()})


def with_doctype(name: str) -> bytes:
    return changed(name, "?>", f"?>{DOCTYPE}")


def with_external_entity(name: str) -> bytes:
    return changed(name, "?>", '?><!DOCTYPE a SYSTEM "file:///etc/passwd">')


def bomb(name: str) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr(part_of(name), b" " * 160_000_000)
    return stream.getvalue()


def many_parts(name: str) -> bytes:
    return pack(dict(read_parts(built(SHORT, name))) | {f"a/{number}": b"" for number in range(3_000)})


def truncated(name: str) -> bytes:
    raw = built(SHORT, name)
    return raw[: len(raw) // 2]


def nested(name: str) -> bytes:
    close = "</w:body>" if name == "docx" else "</office:text>"
    tag = "w:sdt" if name == "docx" else "text:section"
    return changed(name, close, f"<{tag}>" * 5_000 + f"</{tag}>" * 5_000 + close)


def too_many_elements(name: str) -> bytes:
    close = "</w:body>" if name == "docx" else "</office:text>"
    tag = "w:p" if name == "docx" else "text:p"
    return changed(name, close, f"<{tag}/>" * 400_000 + close)


def with_password(name: str) -> bytes:
    parts = dict(read_parts(built(SHORT, name)))
    if name == "docx":
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000
    end = b"</manifest:manifest>"
    manifest = parts["META-INF/manifest.xml"].replace(end, b"<manifest:encryption-data/>" + end)
    return pack(parts | {"META-INF/manifest.xml": manifest})


def with_broken_xml(name: str) -> bytes:
    if name == "docx":
        return changed(name, "</w:body>", "<w:tbl></w:body>")
    return changed(name, "</office:text>", "<table:table></office:text>")


FAMILIES = (
    with_doctype, with_external_entity, bomb, many_parts, truncated, nested, too_many_elements, with_password,
    with_broken_xml,
)  # fmt: skip


EACH = [(family, name) for family in FAMILIES for name in ("docx", "odt")]
TO_TRY = some_of(EACH, 5, lambda one: one[1])


@pytest.mark.long
@pytest.mark.parametrize(("family", "name"), TO_TRY, ids=lambda one: getattr(one, "__name__", one))
def test_a_hostile_document_is_refused_soon_with_a_sentence(
    family: object, name: str, tmp_path: Path, eoi: Call
) -> None:
    assert callable(family)
    source = tmp_path / "ccg.yaml"
    source.write_bytes(SHORT.read_bytes())
    (tmp_path / f"back.{name}").write_bytes(family(name))
    outcomes = []
    calls = count_calls(
        lambda: outcomes.append(eoi("import", f"back.{name}", "--into", "ccg.yaml", "--apply"))
    )
    (outcome,) = outcomes
    assert calls < SOON
    assert (outcome.code, outcome.out) == (2, "")
    assert "cannot be imported: " in outcome.err
    assert "Traceback" not in outcome.err
    assert source.read_bytes() == SHORT.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("command", ["check", "build"])
def test_other_commands_start_without_any_of_this(command: str, tmp_path: Path) -> None:
    (tmp_path / "ccg.yaml").write_bytes(SHORT.read_bytes())
    more = ["--format", "docx"] if command == "build" else []
    program = (
        "import sys\nfrom eoi.cli.entry import program\n"
        f"sys.argv = ['eoi', {command!r}, 'ccg.yaml', *{more!r}]\n"
        "try:\n    program()\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write('LOADED ' + str([one for one in sys.modules if one.startswith('eoi.imports')]))\n"
    )
    assert "LOADED []" in process("-c", program, cwd=tmp_path).err
