"""`eoi build`: what it writes, what it says and where, and what it leaves behind when it cannot."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable
from itertools import count
from pathlib import Path

import pytest

from eoi.writers import find_writer, list_formats
from tests.cli.calls import Call, files_in, room_for_files_of
from tests.readers import READERS
from tests.samples import skeleton
from tests.thorough import IS_AT_A_DESK, some_of

BOTH = ("expression-of-interest", "checklist")
KNOWN = ", ".join(list_formats())
EARLIER: dict[str, bytes] = {}


def documents_in(formats: Iterable[str]) -> list[str]:
    return sorted(f"build/ccg-{kind}.{find_writer(name).SUFFIX}" for kind in BOTH for name in formats)


BUILT = documents_in(list_formats())
# Documents of all formats are put in their places alike: at a desk those of two stand for all.
SEVERAL = ("docx", "html") if IS_AT_A_DESK else list_formats()
WRITTEN = documents_in(SEVERAL)
IN_SEVERAL = ("--format", ",".join(SEVERAL))
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def ccg(tmp_path: Path) -> Path:
    return submission(tmp_path / "ccg.yaml")


def submission(path: Path, text: str | bytes = skeleton()) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.slow
def test_a_skeleton_becomes_two_files_in_each_format(eoi: Call, ccg: Path, tmp_path: Path) -> None:
    code, out, _ = eoi("build", ccg.name)
    assert (code, out) == (0, "")
    assert files_in(tmp_path) == [*BUILT, "ccg.yaml"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "wanted",
    [["--format", "docx,html"], ["--format", "html", "--format", "docx"], ["--format", " HTML , docx,docx,"]],
    ids=["as a list", "one by one", "untidily"],
)
def test_formats_can_be_chosen(eoi: Call, ccg: Path, tmp_path: Path, wanted: list[str]) -> None:
    assert eoi("build", ccg, *wanted).code == 0
    assert files_in(tmp_path / "build") == sorted(
        f"ccg-{kind}.{end}" for kind in BOTH for end in ("docx", "html")
    )


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("folder", ["out", "a/deep/one", "."])
def test_a_folder_can_be_chosen_and_is_made(eoi: Call, ccg: Path, tmp_path: Path, folder: str) -> None:
    assert eoi("build", ccg, "-o", folder, "--format", "md").code == 0
    assert (tmp_path / folder / "ccg-checklist.md").is_file()


@pytest.mark.slow
def test_a_second_build_replaces_the_first_and_leaves_other_files_alone(
    eoi: Call, ccg: Path, tmp_path: Path
) -> None:
    eoi("build", ccg, *IN_SEVERAL)
    submission(tmp_path / "build" / "notes.txt", "keep")
    submission(ccg, skeleton(more="summary: Now with a summary.\n"))
    assert eoi("build", ccg, *IN_SEVERAL).code == 0
    assert files_in(tmp_path) == sorted([*WRITTEN, "build/notes.txt", "ccg.yaml"])
    page = (tmp_path / "build" / "ccg-expression-of-interest.html").read_bytes()
    assert "Now with a summary." in READERS["html"](page)


@pytest.mark.slow
@posix
def test_a_document_has_the_mode_that_any_new_file_would_have(eoi: Call, ccg: Path, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        assert eoi("build", ccg, *IN_SEVERAL).code == 0
    finally:
        os.umask(before)
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in WRITTEN} == {0o640}


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["ccg.yml"], "eoi: there is no file ccg.yml; did you mean ccg.yaml?"),
        (["quite-different"], "eoi: there is no file quite-different"),
        (["nowhere/ccg.yaml"], "eoi: there is no folder nowhere"),
        (["empty"], "eoi: there is no YAML file in empty, so nothing was built"),
        (["ccg.yaml/x"], "eoi: ccg.yaml/x cannot be read: not a directory"),
        (["x" * 300], f"eoi: {'x' * 300} cannot be read: file name too long"),
        (
            ["ccg.yaml", "--format", "dcox"],
            f"eoi: there is no format 'dcox'; did you mean docx? (known: {KNOWN})",
        ),
        (["ccg.yaml", "--format", "html,exe"], f"eoi: there is no format 'exe' (known: {KNOWN})"),
        (
            ["."],
            "eoi: ccg.yaml and folder/CCG.yml would be written under the same name; build them one by one",
        ),
        (
            ["ccg.yaml", "folder/CCG.yml"],
            "eoi: ccg.yaml and folder/CCG.yml would be written under the same name; build them one by one",
        ),
    ],
    ids=lambda value: "-".join(value)[:40] if isinstance(value, list) else "",
)
def test_what_cannot_run_says_why_in_one_line_and_writes_nothing(
    eoi: Call, tmp_path: Path, arguments: list[str], complaint: str
) -> None:
    submission(tmp_path / "ccg.yaml")
    submission(tmp_path / "folder" / "CCG.yml")
    (tmp_path / "empty").mkdir()
    before = files_in(tmp_path)
    assert eoi("build", *arguments) == (2, "", f"{complaint}\n")
    assert files_in(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "help_"),
    [
        ([], "eoi build needs FILE...; for example: eoi build our-ccg.yaml"),
        (["--frmat", "md", "ccg.yaml"], "eoi build has no option --frmat; did you mean --format?"),
        (["ccg.yaml", "--final=yes"], "--final takes no value; write it alone"),
        (["ccg.yaml", "--format"], "--format needs a value: --format NAME"),
        (["ccg.yaml", "-z"], "eoi build has no option -z; eoi build --help shows them all"),
        (["ccg.yaml", "--jobs", "two"], "--jobs needs a whole number from 0 on, not 'two'"),
    ],
)
def test_a_wrong_call_is_told_in_one_line_how_to_call(eoi: Call, arguments: list[str], help_: str) -> None:
    assert eoi("build", *arguments) == (2, "", f"eoi: {help_}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "md", "ccg.yaml", "-o", "out"],
        ["ccg.yaml", "--output=out", "--format=md"],
        ["-oout", "ccg.yaml", "--format", "md"],
        ["--format", "html", "-o=out", "--format", "md", "--", "ccg.yaml"],
    ],
)
def test_options_stand_before_or_after_the_files_and_values_with_them_or_apart(
    eoi: Call, tmp_path: Path, arguments: list[str]
) -> None:
    submission(tmp_path / "ccg.yaml")
    assert eoi("build", *arguments).code == 0
    assert Path("out/ccg-checklist.md").is_file()


def test_a_file_that_may_not_be_read_says_so(eoi: Call, ccg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert eoi("build", ccg.name) == (2, "", "eoi: ccg.yaml cannot be read: permission denied\n")


NOT_SUBMISSIONS = {
    "empty": b"",
    "only comments": b"# nothing yet\n",
    "a list": b"- a\n- b\n",
    "a word": b"hello",
    "not UTF-8": b"round: 2014\nform: joint\napplicants: [{name: Caf\xe9}]\n",
    "UTF-16": skeleton().encode("utf-16"),
    "a Word file": b"PK\x03\x04\x14\x00\x06\x00",
    "too large": b"# " + b"x" * 1024 * 1024,
    "an open bracket": b"round: [2014\n",
    "a tab": b"round: 2014\nform:\tjoint\n\tx: y\n",
    "nested deep": b"[" * 10_000,
    "an alias": b"a: &x 1\nb: *x\n",
    "a bomb": b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "a tag": b"round: !!python/object/apply:os.system [ls]\n",
    "a duplicate": skeleton().encode() + b"form: joint\n",
    "two documents": skeleton().encode() + b"---\n" + skeleton().encode(),
    "a control character": skeleton().encode() + b'summary: "a\x07b"\n',
    "no applicant": b"round: 2014\nform: joint\n",
    "a round unheard of": skeleton().replace("2014", "1999").encode(),
    "a form misspelt": skeleton("jiont").encode(),
    "a field misspelt": skeleton(more="sumary: x\n").encode(),
    "a number that is none": skeleton(more="resources: {total: lots}\n").encode(),
}


@pytest.mark.parametrize("name", NOT_SUBMISSIONS)
def test_a_file_that_is_no_submission_is_refused_with_findings(eoi: Call, tmp_path: Path, name: str) -> None:
    submission(tmp_path / "ccg.yaml", NOT_SUBMISSIONS[name])
    code, out, err = eoi("build", "ccg.yaml", "--format", "md")
    assert code == 1
    assert out.startswith("ccg.yaml:")
    assert ": error: " in out.splitlines()[0] + out.splitlines()[1]
    assert err.startswith("ccg.yaml: not built: ")
    assert files_in(tmp_path) == ["ccg.yaml"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("a form misspelt", "did you mean joint?"), ("a field misspelt", "Did you mean `summary`?")],
)
def test_a_slip_of_the_pen_is_told_what_was_meant(eoi: Call, tmp_path: Path, name: str, hint: str) -> None:
    submission(tmp_path / "ccg.yaml", NOT_SUBMISSIONS[name])
    assert hint in " ".join(eoi("build", "ccg.yaml", "--format", "md").out.split())


def test_an_unknown_round_is_told_which_are_known(eoi: Call, tmp_path: Path) -> None:
    submission(tmp_path / "ccg.yaml", NOT_SUBMISSIONS["a round unheard of"])
    assert "Name one of the rounds 2014, 2015" in eoi("build", "ccg.yaml", "--format", "md").out


@posix
def test_a_file_without_end_is_read_only_as_far_as_a_submission_can_go(eoi: Call) -> None:
    code, out, _ = eoi("build", "/dev/zero")
    assert (code, out.splitlines()[0].split(":")[0]) == (1, "/dev/zero")


def test_a_bad_file_does_not_keep_the_good_ones_from_being_built(
    eoi: Call, ccg: Path, tmp_path: Path
) -> None:
    submission(tmp_path / "bad.yaml", "form: x\n")
    submission(tmp_path / "last.yaml")
    code, out, _ = eoi("build", "bad.yaml", ccg, "last.yaml", "--format", "md")
    assert code == 1
    assert "bad.yaml:" in out
    assert files_in(tmp_path / "build") == sorted(
        f"{name}-{kind}.md" for name in ("ccg", "last") for kind in BOTH
    )


def test_a_missing_file_among_good_ones_is_found_before_anything_is_built(
    eoi: Call, ccg: Path, tmp_path: Path
) -> None:
    assert eoi("build", ccg, "gone.yaml").code == 2
    assert files_in(tmp_path) == ["ccg.yaml"]


@pytest.mark.slow
def test_an_output_that_is_a_file_is_left_as_it_is(eoi: Call, ccg: Path, tmp_path: Path) -> None:
    submission(tmp_path / "build", "a file")
    code, out, err = eoi("build", ccg)
    assert (code, out) == (2, "")
    assert err.startswith("eoi: build/ccg-expression-of-interest.docx cannot be written: ")
    assert (tmp_path / "build").read_text(encoding="utf-8") == "a file"


@pytest.fixture
def earlier(eoi: Call, ccg: Path, tmp_path: Path) -> dict[str, bytes]:
    """The documents of an earlier build, which is made once, and a file that has changed since."""
    if not EARLIER:
        eoi("build", ccg, *IN_SEVERAL)
        EARLIER.update({name: (tmp_path / name).read_bytes() for name in WRITTEN})
    for name, content in EARLIER.items():
        submission(tmp_path / name, content)
    submission(ccg, skeleton(more="summary: A longer summary than before.\n"))
    return EARLIER


@pytest.mark.slow
@pytest.mark.parametrize("good", some_of(range(len(WRITTEN)), 3))
def test_a_rename_that_fails_leaves_whole_documents_and_no_rubbish(
    eoi: Call, earlier: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, good: int
) -> None:
    replace, done = os.replace, count()

    def failing(source: Path, target: Path) -> None:
        if next(done) == good:
            raise OSError(errno.EIO, "Input/output error")
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    code, _, err = eoi("build", "ccg.yaml", *IN_SEVERAL)
    assert (code, err.count("\n")) == (2, 1)
    assert err.endswith("cannot be written: input/output error\n")
    assert files_in(tmp_path) == [*WRITTEN, "ccg.yaml"]
    assert sum((tmp_path / name).read_bytes() != earlier[name] for name in WRITTEN) == good


@pytest.mark.slow
@pytest.mark.parametrize("size", [100, 20_000])
def test_a_full_disk_leaves_the_earlier_documents_as_they_were(
    eoi: Call, earlier: dict[str, bytes], tmp_path: Path, size: int
) -> None:
    with room_for_files_of(size):
        assert eoi("build", "ccg.yaml", *IN_SEVERAL).code == 2
    assert {name: (tmp_path / name).read_bytes() for name in WRITTEN} == earlier


@pytest.mark.slow
@pytest.mark.parametrize("size", [100, 20_000])
def test_a_full_disk_is_not_filled_further_with_rubbish(
    eoi: Call, ccg: Path, tmp_path: Path, size: int
) -> None:
    with room_for_files_of(size):
        assert eoi("build", ccg, *IN_SEVERAL).code == 2
    assert files_in(tmp_path) == ["ccg.yaml"]


@pytest.mark.slow
def test_a_document_that_cannot_be_replaced_is_the_one_that_is_named(
    eoi: Call, ccg: Path, tmp_path: Path
) -> None:
    (tmp_path / "build" / "ccg-expression-of-interest.html").mkdir(parents=True)
    _, _, err = eoi("build", ccg, *IN_SEVERAL)
    assert err.startswith("eoi: build/ccg-expression-of-interest.html cannot be written: ")


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["a b.yaml", "R&D <1>.yaml", "[red]x.yaml", "Île.yaml", "-x.yaml", "no-ending"]
)
def test_a_file_may_be_called_what_it_likes(eoi: Call, tmp_path: Path, name: str) -> None:
    submission(tmp_path / name)
    assert eoi("build", "--format", "html", "--", name).code == 0
    stem = Path(name).stem
    found = (tmp_path / "build" / f"{stem}-checklist.html").read_bytes()
    assert name in READERS["html"](found)


@pytest.mark.slow
@posix
def test_a_file_whose_name_is_not_utf_8_is_built_too(eoi: Call, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    submission(tmp_path / name)
    assert eoi("build", name, *IN_SEVERAL).code == 0


def test_what_a_file_holds_never_acts_on_the_terminal(eoi: Call, tmp_path: Path) -> None:
    submission(tmp_path / "ccg.yaml", skeleton(more='"[bold]\u202ered[/bold]": "::error::x"\n'))
    out = eoi("build", "ccg.yaml").out
    assert "[bold]\\u202ered[/bold]" in out
    assert "\u202e" not in out
    assert "\x1b" not in out
