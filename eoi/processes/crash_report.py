"""The crash report: the place of an error in eoi, and the versions in use, without any text of a file.

The message of an exception can quote a submission, so only its type is kept.
"""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from pathlib import Path
from traceback import StackSummary, walk_tb
from types import FrameType

from eoi import __version__
from eoi.plain_words import count_noun

PACKAGES = (
    *("jinja2", "markupsafe", "pyyaml", "rich", "markdown-it-py"),
    *("typst", "fonttools"),
)
ROOT = Path(__file__).parents[2]
MOST_TRACES = 10
HEAD = """\
eoi crash report

Please send this file to the people who maintain eoi. It says where in the program the mistake is. It
holds nothing of your files, neither their text nor their names.
"""


@dataclass(frozen=True, slots=True)
class Defect:
    """An unexpected exception, in words that can be shown and sent. `file` is the file in progress."""

    kind: str
    trace: str
    file: str = ""

    @classmethod
    def of(cls, problem: BaseException, file: str = "") -> Defect:
        return cls(type(problem).__name__, "\n".join(write_trace_lines(problem)), file)


def write_trace_lines(problem: BaseException | None) -> Iterator[str]:
    """Yield the lines for an exception and its causes, the latest first."""
    seen: set[int] = set()
    while problem is not None and id(problem) not in seen:
        seen.add(id(problem))
        yield f"{type(problem).__module__}.{type(problem).__qualname__}"
        yield from write_frame_lines(walk_tb(problem.__traceback__))
        problem = problem.__cause__ or problem.__context__


def write_frame_lines(walked: Iterator[tuple[FrameType, int]]) -> Iterator[str]:
    """Yield the steps that led to an exception, with lines of the program but not of a template."""
    for frame in StackSummary.extract(walked):
        yield f"  {take_path_inside(frame.filename)}:{frame.lineno} in {frame.name}"
        # A line of a CCG's own template is text of the CCG.
        if frame.line and frame.filename.endswith(".py"):
            yield f"    {frame.line}"


def take_path_inside(filename: str) -> str:
    """Return a path from the folder of a package on, since the part before can name a person."""
    path = Path(filename)
    for folder in (ROOT, *map(Path, sorted(sys.path, key=len, reverse=True))):
        if folder.is_absolute() and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name


def report_defects(defects: Sequence[Defect]) -> str:
    """Write one crash report for all defects, and return the line to show."""
    kinds = " and ".join(dict.fromkeys(defect.kind for defect in defects))
    files = [defect.file for defect in defects if defect.file]
    others = f" and {count_noun(len(files) - 1, 'other file', 'other files')}" if len(files) > 1 else ""
    at = f" at {files[0]}{others}" if files else ""
    written = write_crash_report(defects)
    please = f"send {written} to its maintainers, which holds nothing of yours" if written else "report it"
    return f"eoi: internal error ({kinds}){at}. This is a mistake in eoi, not in your file; please {please}."


def write_crash_report(defects: Sequence[Defect]) -> Path | None:
    """Write the report in the working folder, or else in the folder for temporary files.

    Return its path, or None if neither can be written to.
    """
    traces = list(dict.fromkeys(defect.trace for defect in defects))
    parts = [HEAD, "\n".join(write_version_lines()), *traces[:MOST_TRACES]]
    if len(traces) > MOST_TRACES:
        parts.append(f"And {count_noun(len(traces) - MOST_TRACES, 'other', 'others')}.")
    text = "\n\n".join(part.rstrip("\n") for part in parts) + "\n"
    for folder in (Path(), Path(tempfile.gettempdir())):
        try:
            return write_new_report(folder, text)
        except OSError:
            continue
    return None


def write_new_report(folder: Path, text: str) -> Path:
    """Write the report under the first free number, and return its path."""
    for number in count(1):
        path = folder / f"eoi-crash-report{f'-{number}' if number > 1 else ''}.txt"
        try:
            with path.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
                stream.write(text)
        except FileExistsError:
            continue
        return path
    raise AssertionError("the numbers never end")


def write_version_lines() -> Iterator[str]:
    """Yield the versions of eoi, Python, the system and the packages."""
    yield f"eoi {__version__}"
    yield f"{platform.python_implementation()} {platform.python_version()}"
    yield f"{platform.system()} {platform.machine()}"
    for package in PACKAGES:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            yield f"{package} (not installed)"
