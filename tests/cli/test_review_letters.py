"""`eoi review --letters` writes a letter for each submission, and overwrites none that somebody filled in."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import docx
import pytest

from eoi.cli.review_letters import name_letters
from tests.cli.calls import Call
from tests.letterheads import letterhead
from tests.samples import skeleton

CALL = ("review", "all", "-o", "review", "--letters", "--format", "md")


@pytest.fixture(autouse=True)
def all_submissions(tmp_path: Path) -> None:
    """Put two submissions into a folder of the one that calls begin in."""
    (tmp_path / "all").mkdir()
    (tmp_path / "all/a.yaml").write_text(skeleton())
    (tmp_path / "all/b.yaml").write_text(skeleton(more="status: withdrawn\n"))


def test_each_submission_has_a_letter_and_one_that_was_filled_in_stays(eoi: Call, tmp_path: Path) -> None:
    done = eoi(*CALL)
    letters = tmp_path / "review/letters"
    assert "2 letters written" in done.out
    assert sorted(one.name for one in letters.iterdir()) == ["a.md", "b.md"]
    first = letters / "a.md"
    filled = first.read_text().replace("name of the team", "The northern team")
    first.write_text(filled)
    (tmp_path / "all/a.yaml").write_text(skeleton(more="benefits: {integration: We join care up.}\n"))
    again = eoi(*CALL)
    assert "was changed after eoi wrote it, so it is left alone" in again.err
    assert first.read_text() == filled
    assert (letters / "a-2.md").is_file()


def test_letters_and_pages_of_an_earlier_review_are_named(eoi: Call, tmp_path: Path) -> None:
    more = "benefits: {integration: We join care up.}\nstatus: withdrawn\n"
    (tmp_path / "all/b.yaml").write_text(skeleton(more=more))
    assert "not of this review" not in eoi(*CALL).err
    (tmp_path / "all/b.yaml").unlink()
    done = eoi(*CALL[:-1], "html")
    assert "3 letters in" not in done.err
    assert "2 letters in review/letters are not of this review: a.md and b.md; delete them" in done.err
    assert "1 page in review is not of this review: answers-benefits-integration.html; delete it" in done.err


@pytest.mark.long
def test_letters_are_written_on_all_cores_and_are_the_same(eoi: Call, tmp_path: Path) -> None:
    eoi(*CALL)
    assert eoi(*CALL[:2], "-o", "other", *CALL[4:], "--jobs", "2").code == 1
    names = ("a.md", "b.md")
    one, other = (
        [(tmp_path / folder / "letters" / name).read_bytes() for name in names]
        for folder in ("review", "other")
    )
    assert one == other


@pytest.mark.long
def test_a_letter_has_the_look_of_a_letterhead_and_its_missing_styles_are_told_once(
    eoi: Call, tmp_path: Path
) -> None:
    (tmp_path / "ours.docx").write_bytes(letterhead())
    done = eoi(*CALL[:-1], "docx", "--letterhead", "ours.docx")
    assert "2 letters written" in done.out
    letter = docx.Document(str(tmp_path / "review/letters/a.docx"))
    assert letter.sections[0].header.paragraphs[0].text == "NHS Somewhere CCG, Some Street"
    assert done.err.count("ours.docx has no style for these") <= 1


def test_a_letterhead_without_letters_is_refused_with_what_to_add(eoi: Call) -> None:
    done = eoi("review", "all", "--letterhead", "ours.docx")
    assert done.code == 2
    assert "add --letters" in done.err


def test_formats_without_letters_are_refused_with_what_to_add(eoi: Call) -> None:
    done = eoi("review", "all", "--format", "md")
    assert done.code == 2
    assert "add --letters" in done.err


def test_an_unknown_format_is_refused_before_anything_is_written(eoi: Call, tmp_path: Path) -> None:
    done = eoi("review", "all", "-o", "review", "--letters", "--format", "doc")
    assert done.code == 2
    assert not (tmp_path / "review").exists()


@pytest.mark.parametrize(
    ("files", "letters"),
    [
        (("x/a", "y/a", "y/a-2"), ("a", "a-3", "a-2")),
        (("x/a", "y/A"), ("a", "A-2")),
        (("x/a", "y/A", "y/a-2"), ("a", "A-3", "a-2")),
        (("x/Straße", "y/STRASSE-2", "y/STRASSE"), ("Straße", "STRASSE-2", "STRASSE-3")),
        (("w/a", "x/a", "y/a", "z/a-2"), ("a", "a-3", "a-4", "a-2")),
        (("a-2", "x/a-2", "y/a", "z/a"), ("a-2", "a-2-2", "a", "a-3")),
    ],
)
def test_no_two_letters_have_the_same_name(files: tuple[str, ...], letters: tuple[str, ...]) -> None:
    submissions = [SimpleNamespace(file=f"{file}.yaml") for file in files]
    assert tuple(name_letters(submissions)) == letters  # type: ignore[arg-type]


def test_a_submission_with_the_numbered_name_of_another_has_a_letter(eoi: Call, tmp_path: Path) -> None:
    for name in ("x/a", "y/a", "y/a-2"):
        (tmp_path / "all" / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"all/{name}.yaml").write_text(skeleton())
    done = eoi(*CALL)
    assert "5 letters written" in done.out
    written = sorted(one.name for one in (tmp_path / "review/letters").iterdir())
    assert written == ["a-2.md", "a-3.md", "a-4.md", "a.md", "b.md"]


def test_a_letter_beside_a_filled_one_leaves_the_name_of_another(eoi: Call, tmp_path: Path) -> None:
    (tmp_path / "all/a-2.yaml").write_text(skeleton(more="status: withdrawn\n"))
    eoi(*CALL)
    letters = tmp_path / "review/letters"
    other = (letters / "a-2.md").read_text()
    filled = (letters / "a.md").read_text().replace("name of the team", "The northern team")
    (letters / "a.md").write_text(filled)
    (tmp_path / "all/a.yaml").write_text(skeleton(more="benefits: {integration: We join care up.}\n"))
    assert "The new one is review/letters/a-3.md" in eoi(*CALL).err
    assert (letters / "a.md").read_text() == filled
    assert (letters / "a-2.md").read_text() == other
    assert "We join care up." not in other
