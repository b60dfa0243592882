"""What has to be true of a hostile file after `eoi check` and `eoi build`: run in a process of its own.

python -m tests.hostile.judge NAME     # prints {"cases": 9, "failures": ["..."]} for one family
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path

from eoi.cli.entry import main
from eoi.reports import list_report_formats
from eoi.reports.lines import COMMAND, UNSAFE
from tests.hostile.cases import ORDINARY, Case
from tests.hostile.documents import complaints_about
from tests.hostile.returned import SOURCE, ReturnedCase
from tests.reports.runner import commands

# Every case is reported as JSON, to be read, and in one of the other formats, which take turns.
REPORTS = tuple(name for name in list_report_formats() if name != "json")
CODES = (0, 1, 2)
# A file may not take so much that this is all there is to say.
WANT_OF_MEMORY = re.compile("(?:needs|has no) more memory")


def complaints(case: Case, report: str) -> Iterator[str]:
    """Everything that is wrong with how the program took the case."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        folder = Path(name)
        file = written(case)
        if isinstance(case, ReturnedCase):
            yield from imported(case, folder)
            return
        before = everything_in(folder)
        yield from checked(case, file, report)
        formats = case.formats if case.file == ORDINARY else ("md",)
        code, out, err = called("build", *(f"--format={name}" for name in formats), "-o", "out", "--", file)
        yield from ended_badly("build", code, out, err)
        if everything_in(folder) - {"out"} != before:
            yield f"build: wrote outside its folder: {sorted(everything_in(folder) - before)}"
        if case.texts:
            yield from ["build: not built"] if code else complaints_about(folder / "out", case.texts)


def imported(case: ReturnedCase, folder: Path) -> Iterator[str]:
    """Take a file over into a submission, and begin one from it."""
    file, into = case.file.decode(), folder / "ccg.yaml"
    into.write_bytes(SOURCE)
    before = everything_in(folder)
    for call in (["--into", into.name, "--apply"], ["-o", "new.yaml"]):
        code, out, err = called("import", file, *call)
        yield from ended_badly(f"import {call[0]}", code, out, err)
        said = f"{file} cannot be imported: "
        if case.is_refused and (code != 2 or said not in err or into.read_bytes() != SOURCE):
            yield f"import {call[0]}: not refused: {code}: {err[-300:]}"
        if everything_in(folder) - {"new.yaml"} != before or (case.is_refused and Path("new.yaml").exists()):
            yield f"import {call[0]}: wrote what it should not: {sorted(everything_in(folder) - before)}"
    if code == 0:
        yield from ended_badly("check", *called("check", "--format=json", "--", "new.yaml"))


def written(case: Case) -> str:
    """The name as the command line gets it; that no file can have such a name is a case, too."""
    with contextlib.suppress(OSError), open(case.file, "xb") as stream:  # noqa: PTH123
        stream.write(case.raw())
        stream.truncate(max(case.size, stream.tell()))
    return os.fsdecode(case.file)


def everything_in(folder: Path) -> set[str]:
    """Every file and folder but those below `out`."""
    paths = (path.relative_to(folder) for path in folder.rglob("*"))
    return {
        os.fsencode(path).decode(errors="replace")
        for path in paths
        if path.parts[0] != "out" or path == Path("out")
    }


def checked(case: Case, file: str, report: str) -> Iterator[str]:
    for name in (report, "json"):
        code, out, err = called("check", f"--format={name}", "--", file)
        yield from ended_badly(f"check --format={name}", code, out, err)
    if case.rule and not rules(out) & set(case.rule.split()):
        yield f"check: no finding is {case.rule}, only {sorted(rules(out))}"


def rules(report: str) -> set[str]:
    return {finding["rule"] for file in json.loads(report)["files"] for finding in file["findings"]}


def ended_badly(call: str, code: object, out: str, err: str) -> Iterator[str]:
    if code not in CODES or WANT_OF_MEMORY.search(err):
        yield f"{call}: exit code {code}: {err[-300:]}"
    for text in (out, err):
        if "github" not in call and commands(text):
            yield f"{call}: a line is a workflow command"
        if "Traceback" in text:
            yield f"{call}: a traceback: {text[-300:]}"
        if set(UNSAFE.findall(text)) - {"\n"} or COMMAND.search(text):
            yield f"{call}: printed what acts on a terminal or a build log"


def called(*arguments: str) -> tuple[object, str, str]:
    """As the shell would call it, but without starting a process for each of hundreds of calls."""
    out, err = io.StringIO(), io.StringIO()
    code: object = None
    sys.argv = ["eoi", *arguments]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            code = end.code
        except BaseException as escaped:
            code = repr(escaped)
    return code, out.getvalue(), err.getvalue()


def failures_of(cases: Iterable[Case]) -> list[str]:
    return [
        f"{case.name}: {complaint}"
        for case, report in zip(cases, cycle(REPORTS), strict=False)
        for complaint in complaints(case, report)
    ]
