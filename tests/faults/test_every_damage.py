"""Any file that a user gives is damaged in every way: eoi ends soon with exit 0, 1 or 2, and no crash."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import cycle, pairwise
from operator import itemgetter
from pathlib import Path
from zipfile import ZipFile

import pytest

from eoi.reports import list_report_endings
from tests.cli.calls import Call, process
from tests.faults.builds import posix, written
from tests.samples import skeleton
from tests.thorough import in_turn, some_of

pytestmark = posix
TEXT = skeleton().encode()
Damage = Callable[[Path], None]


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    # A path may be too long for a socket, which then is not there at all.
    with socket.socket(socket.AF_UNIX) as one, suppress(OSError):
        one.bind(os.path.relpath(path))


def a_link_to_nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def a_link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_huge_file(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(10 * 1024**3)


def a_package(path: Path) -> None:
    with ZipFile(path, "w") as package:
        package.writestr("docProps/custom.xml", "<x/>")


def a_file_that_may_not_be_read(path: Path) -> None:
    path.write_bytes(TEXT)
    path.chmod(0)


def nothing_at_all(_: Path) -> None:
    pass


def holding(content: bytes) -> Damage:
    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


CONTENTS = {
    "nothing": b"",
    "half a file": TEXT[: len(TEXT) // 2],
    "zeros": bytes(5000),
    "noise": bytes(range(256)) * 40,
    "UTF-16": TEXT.decode().encode("utf-16"),
    "brackets": b"[" * 100_000,
    "another seal": b"<!-- eoi-seal-" + b"a" * 64 + b" -->\n",
    "half a package": b"PK\x03\x04" + bytes(100),
    "half a PDF": b"%PDF-1.7\n<</Seal(eoi-seal-" + b"b" * 64,
}
DAMAGES: dict[str, Damage] = {
    make.__name__.replace("_", " "): make
    for make in (
        *(a_folder, a_pipe, a_socket, a_link_to_nowhere, a_link_to_itself, a_link_to_a_device, a_huge_file),
        *(a_package, a_file_that_may_not_be_read, nothing_at_all),
    )
} | {name: holding(content) for name, content in CONTENTS.items()}
each_damage = pytest.mark.parametrize("damage", DAMAGES)
# A package and a text carry their seals in different ways; two packages, or two texts, in the same.
FORMATS = (("docx", "md"), ("odt", "html"))
ENDINGS = (*list_report_endings(),)


def take_turns(choices: Sequence[tuple[str, ...]]) -> list[tuple[str, str]]:
    """Pair each damage with some of what can be damaged, so that each of that gets several kinds."""
    turns = zip(DAMAGES, cycle((*choices, *(some[::-1] for some in choices))), strict=False)
    return some_of([(damage, chosen) for damage, some in turns for chosen in some], 0, itemgetter(0))


@pytest.fixture
def call(eoi: Call) -> Iterator[Call]:
    """One that sees to it that the end is an orderly one."""

    def called(*arguments: object) -> object:
        outcome = eoi(*arguments)
        assert outcome.code in (0, 1, 2), outcome.err
        assert "internal error" not in outcome.err
        return outcome

    yield called  # type: ignore[misc]
    assert not list(Path().glob("eoi-crash*"))


@pytest.mark.parametrize(("command", "damage"), in_turn(("check", "build"), list(DAMAGES)))
def test_a_file(call: Call, command: str, damage: str) -> None:
    written(Path("other.yaml"))
    DAMAGES[damage](Path("ccg.yaml"))
    more = ["--format", "md"] if command == "build" else ["--format", "json"]
    call(command, "ccg.yaml", *more)
    call(command, "ccg.yaml", "other.yaml", *more)


@pytest.mark.parametrize(("command", "damage"), in_turn(("check", "build"), list(DAMAGES)))
def test_a_file_of_a_folder(call: Call, command: str, damage: str) -> None:
    written(Path("in/other.yaml"))
    DAMAGES[damage](Path("in/ccg.yaml"))
    call(command, "in", *(["--format", "md"] if command == "build" else []))


@pytest.mark.parametrize(("damage", "format_"), take_turns(FORMATS))
def test_what_stands_where_a_document_belongs(call: Call, damage: str, format_: str) -> None:
    Path("build").mkdir()
    written(Path("ccg.yaml"))
    DAMAGES[damage](Path(f"build/ccg-checklist.{format_}"))
    for more in ([], ["--check"], ["--force"]):
        call("build", "ccg.yaml", "--document", "checklist", "--format", format_, *more)


@each_damage
def test_what_stands_where_the_folder_of_documents_belongs(call: Call, damage: str) -> None:
    written(Path("ccg.yaml"))
    DAMAGES[damage](Path("build"))
    call("build", "ccg.yaml", "--document", "checklist", "--format", "md")


@pytest.mark.parametrize(("damage", "ending"), take_turns([*pairwise(ENDINGS), (ENDINGS[-1], ENDINGS[0])]))
def test_what_stands_where_a_report_belongs(call: Call, damage: str, ending: str) -> None:
    written(Path("ccg.yaml"))
    DAMAGES[damage](Path(f"report{ending}"))
    call("check", "ccg.yaml", "--output-file", f"report{ending}")
    call("check", "ccg.yaml", "--output-file", f"report{ending}", "--force")


@each_damage
def test_what_stands_where_a_new_file_or_the_schema_belongs(call: Call, damage: str) -> None:
    DAMAGES[damage](Path("new.yaml"))
    call("new", "new.yaml")
    call("schema", "-o", "new.yaml")
    call("schema", "-o", "new.yaml", "--force")


@each_damage
def test_the_summary_of_a_step(call: Call, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    if damage == "a link to a device":
        pytest.skip("that device takes whatever is written to it")
    written(Path("ccg.yaml"))
    DAMAGES[damage](Path("summary.md"))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    call("check", "ccg.yaml")


ENVIRONMENTS: list[dict[str, str]] = [
    {"COLUMNS": "wide", "LINES": "-1", "TERM": "\x1b[31m"},
    {"COLUMNS": "-5"},
    {"COLUMNS": "9" * 30},
    {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "no/such/folder/x.md"},
    {"TMPDIR": "/no/such/folder", "HOME": "/dev/null", "TZ": "Nowhere/At all", "LC_ALL": "xx_YY.UTF-99"},
    {"PYTHONHASHSEED": "7", "NO_COLOR": "", "FORCE_COLOR": "1", "PYTHONWARNINGS": "error"},
]


@pytest.mark.parametrize(
    ("command", "environment"),
    in_turn([("check", "ccg.yaml"), ("build", "ccg.yaml", "--format", "md")], ENVIRONMENTS),
    ids=lambda one: ",".join(one) if isinstance(one, dict) else one[0],
)
def test_the_surroundings(tmp_path: Path, environment: dict[str, str], command: tuple[str, ...]) -> None:
    written(tmp_path / "ccg.yaml")
    code, _, err = process("-m", "eoi", *command, cwd=tmp_path, **environment)
    assert code in (0, 1, 2), err
    assert "internal error" not in err
    assert "Traceback" not in err


def test_there_are_many_ways() -> None:
    assert len(DAMAGES) >= 19
