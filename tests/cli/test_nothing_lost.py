"""`eoi build` beside a person's own changes: they are never overwritten unasked."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from eoi.writers import find_writer
from eoi.writers.seal import is_intact, read_seal
from tests.cli.calls import Call, files_in
from tests.cli.editing import build_word_files, edit
from tests.office_work import OfficeWork
from tests.samples import interest, skeleton

posix = pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege on Windows")
WORD = "build/ccg-expression-of-interest.docx"
SECOND, THIRD = (WORD.replace(".docx", f"-{number}.docx") for number in (2, 3))
PAGE = "build/ccg-expression-of-interest.html"
LEFT_ALONE = (
    "eoi: {} was changed after eoi wrote it, so it is left alone. "
    "The new one is {}. To overwrite, use --force."
)
KEPT = "Your changed copy is kept: the YAML file has not changed since."


def source_with(summary: str) -> str:
    return skeleton(more=f"summary: {summary}\n")


@pytest.fixture
def build(eoi: Call, tmp_path: Path) -> Callable[..., str]:
    """Builds the Word files of a submission with this summary, and gives what was said about them."""

    def call(summary: str = "As it was.", *options: str, code: int = 0) -> str:
        (tmp_path / "ccg.yaml").write_text(source_with(summary), encoding="utf-8")
        if not (options or code or Path("build").exists()):
            build_word_files(eoi)
            return ""
        wanted = options if "--format" in options else ("--format", "docx", *options)
        outcome = eoi("build", "ccg.yaml", *wanted)
        assert (outcome.code, outcome.out) == (code, "")
        return "".join(line for line in outcome.err.splitlines(keepends=True) if line.startswith("eoi: "))

    return call


def words(path: str) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(path).paragraphs)


def test_our_own_document_is_replaced_without_a_word(build: Callable[..., str]) -> None:
    build()
    assert build("Now longer.") == ""
    assert "Now longer." in words(WORD)
    assert not Path(SECOND).exists()


def test_a_changed_document_stays_and_the_new_one_goes_beside_it(build: Callable[..., str]) -> None:
    build()
    mine = edit(WORD)
    assert build("Now longer.").splitlines() == [LEFT_ALONE.format(WORD, SECOND)]
    assert Path(WORD).read_bytes() == mine
    assert "Now longer." in words(SECOND)
    assert is_intact(Path(SECOND).read_bytes())


def test_the_one_beside_it_is_our_own_so_it_is_replaced(build: Callable[..., str]) -> None:
    build()
    mine = edit(WORD)
    build("Second.")
    build("Third.")
    assert Path(WORD).read_bytes() == mine
    assert "Third." in words(SECOND)
    assert not Path(THIRD).exists()


@pytest.mark.slow
def test_when_that_one_is_changed_too_the_next_number_is_taken(build: Callable[..., str]) -> None:
    build()
    kept = {WORD: edit(WORD)}
    build("Second.")
    kept[SECOND] = edit(SECOND)
    assert build("Third.").splitlines() == [LEFT_ALONE.format(WORD, THIRD)]
    assert {path: Path(path).read_bytes() for path in kept} == kept
    assert "Third." in words(THIRD)


def test_a_changed_document_that_was_built_from_the_same_facts_is_up_to_date(
    build: Callable[..., str],
) -> None:
    build()
    mine = edit(WORD)
    assert build() == f"eoi: {WORD} was changed after eoi wrote it. {KEPT}\n"
    assert Path(WORD).read_bytes() == mine
    assert not Path(SECOND).exists()


@pytest.mark.slow
def test_a_second_one_that_was_changed_and_is_up_to_date_is_enough(build: Callable[..., str]) -> None:
    build()
    edit(WORD)
    build("Second.")
    edit(SECOND)
    assert f"{SECOND} was changed after eoi wrote it. {KEPT}" in build("Second.")
    assert not Path(THIRD).exists()


def test_force_overwrites_the_changed_document(build: Callable[..., str]) -> None:
    build()
    edit(WORD)
    assert build("Now longer.", "--force") == ""
    assert "A sentence of my own." not in words(WORD)
    assert is_intact(Path(WORD).read_bytes())
    assert not Path(SECOND).exists()


def test_the_other_documents_are_written_where_they_belong(build: Callable[..., str]) -> None:
    build(code=0)
    edit(WORD)
    build("Now longer.", "--format", "docx,html")
    assert files_in(Path("build")) == [
        "ccg-checklist.docx",
        "ccg-checklist.html",
        "ccg-expression-of-interest-2.docx",
        "ccg-expression-of-interest.docx",
        "ccg-expression-of-interest.html",
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a package", b"<!DOCTYPE html><p>notes</p>"])
def test_a_file_that_eoi_did_not_write_is_nobodys_to_overwrite(
    build: Callable[..., str], content: bytes
) -> None:
    Path("build").mkdir()
    Path(WORD).write_bytes(content)
    assert build().startswith(f"eoi: {WORD} was not written by eoi, so it is left alone.")
    assert Path(WORD).read_bytes() == content
    assert is_intact(Path(SECOND).read_bytes())


def test_text_and_pages_are_kept_like_word_files(build: Callable[..., str]) -> None:
    build("As it was.", "--format", "html,md")
    text = PAGE.replace(".html", ".md")
    for path in (PAGE, text):
        Path(path).write_bytes(Path(path).read_bytes().replace(b"As it was.", b"As I say."))
    said = build("Now longer.", "--format", "html,md")
    assert said.count("so it is left alone") == 2
    assert "As I say." in Path(PAGE).read_text("utf-8")
    assert "Now longer." in Path(text.replace(".md", "-2.md")).read_text("utf-8")


SAVED = OfficeWork(
    "as-it-was.docx", "docx", lambda: find_writer("docx").write(interest(source_with("As it was.")))
)


@pytest.mark.office
def test_what_libreoffice_saved_is_kept(
    build: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    build()
    Path(WORD).write_bytes(SAVED.result(tmp_path_factory).read_bytes())
    assert LEFT_ALONE.format(WORD, SECOND) in build("Now longer.")


@posix
@pytest.mark.parametrize("target", ["outside.docx", "nowhere.docx"])
def test_a_link_is_not_followed_and_its_target_stays_as_it_is(
    build: Callable[..., str], tmp_path: Path, target: str
) -> None:
    (tmp_path / "outside.docx").write_bytes(b"somebody's")
    Path("build").mkdir()
    Path(WORD).symlink_to(tmp_path / target)
    assert build().startswith(f"eoi: {WORD} is a link to another file, so it is left alone.")
    assert Path(WORD).is_symlink()
    assert is_intact(Path(SECOND).read_bytes())
    assert (tmp_path / "outside.docx").read_bytes() == b"somebody's"
    assert not (tmp_path / "nowhere.docx").exists()


@posix
def test_force_takes_the_link_away_and_leaves_its_target(build: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "outside.docx").write_bytes(b"somebody's")
    Path("build").mkdir()
    Path(WORD).symlink_to(tmp_path / "outside.docx")
    build("As it was.", "--force")
    assert not Path(WORD).is_symlink()
    assert (tmp_path / "outside.docx").read_bytes() == b"somebody's"


@posix
def test_a_folder_that_is_a_link_is_the_folder_that_was_asked_for(eoi: Call, tmp_path: Path) -> None:
    (tmp_path / "ccg.yaml").write_text(skeleton(), encoding="utf-8")
    (tmp_path / "share").mkdir()
    (tmp_path / "build").symlink_to(tmp_path / "share")
    assert eoi("build", "ccg.yaml", "--format", "md").code == 0
    assert (tmp_path / "share" / "ccg-checklist.md").is_file()


@posix
def test_a_pipe_in_the_way_is_not_read(build: Callable[..., str]) -> None:
    Path("build").mkdir()
    os.mkfifo(WORD)
    assert build().startswith(f"eoi: {WORD} is no ordinary file, so it is left alone.")


def test_a_document_that_cannot_be_read_ends_in_one_line(
    eoi: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ccg.yaml").write_text(skeleton(), encoding="utf-8")
    eoi("build", "ccg.yaml", "--format", "docx")
    before, opened = Path(WORD).read_bytes(), os.open

    def locked(path: Path, flags: int, *more: int) -> int:
        if str(path).endswith(".docx"):
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *more)

    monkeypatch.setattr(os, "open", locked)
    code, out, err = eoi("build", "ccg.yaml", "--format", "docx")
    assert (code, out, err) == (2, "", f"eoi: {WORD} cannot be read: permission denied\n")
    monkeypatch.undo()
    assert (tmp_path / WORD).read_bytes() == before


def test_a_build_that_fails_leaves_the_changed_document_and_writes_none_beside_it(
    build: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    mine = edit(WORD)

    def failing(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "replace", failing)
    build("Now longer.", code=2)
    assert Path(WORD).read_bytes() == mine
    assert not Path(SECOND).exists()


def test_an_edited_copy_remembers_what_it_was_built_from(build: Callable[..., str]) -> None:
    build()
    before = read_seal(Path(WORD).read_bytes())
    assert read_seal(edit(WORD)) == before
    assert docx.Document(io.BytesIO(Path(WORD).read_bytes())).paragraphs[-1].text == "A sentence of my own."
