"""`--templates DIR`: a CCG's own templates, and what is wrong with them, shown as in a file of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path

from eoi.cli.files import reason
from eoi.cli.inputs import entries_of
from eoi.cli.problems import CannotRun
from eoi.cli.terminal import tell, width
from eoi.document.blocks import Document
from eoi.document.environment import templates_folder
from eoi.document.template_problems import TemplateProblem, made_with
from eoi.document.templates import SHIPPED, Templates
from eoi.document.tracing import Origin
from eoi.findings import Position, Span, error
from eoi.source import Source

# Shown where a finding shows its rule; no report on a submission ever has it.
KIND = "template"


def chosen_templates(folder: Path | None) -> Templates:
    if folder is None:
        return SHIPPED
    if not folder.is_dir():
        raise CannotRun(
            f"{folder} is {'not a folder' if folder.exists() else 'not there'}; --templates needs a folder"
        )
    texts = {path.relative_to(folder).as_posix(): read(path) for path in files_below(folder)}
    tell_unused(folder, texts)
    return Templates(folder)


def tell_unused(folder: Path, texts: dict[str, str]) -> None:
    """A file takes the place of a template by its name, or another file names it; else it is of no use."""
    shipped = [path.relative_to(templates_folder()).as_posix() for path in files_below(templates_folder())]
    if not texts.keys() & set(shipped):
        tell(f"eoi: no file in {folder} takes the place of a template{meant(next(iter(texts), ''), shipped)}")
        return
    for name in texts.keys() - set(shipped):
        used = any(Path(name).name in text for other, text in texts.items() if other != name)
        if not used:
            tell(f"eoi: {folder / name} takes the place of no template{meant(name, shipped)}")


def meant(name: str, shipped: list[str]) -> str:
    same_name = [other for other in shipped if Path(other).name == Path(name).name]
    near = same_name or get_close_matches(name, shipped, n=1)
    return f"; did you mean {near[0]}?" if near else ""


def files_below(folder: Path) -> Iterator[Path]:
    """At any depth, but for hidden ones, which are other programs' own."""
    for entry in entries_of(folder):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from files_below(entry)
        else:
            yield entry


def read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise CannotRun(f"{path} is not a template: it is no UTF-8 text") from None
    except OSError as problem:
        raise CannotRun(f"{path} cannot be read: {reason(problem)}") from None


def made(templates: Templates, make: Callable[[Templates], Document]) -> Document:
    """The document; a template that is wrong is shown with its line, and ends the command."""
    try:
        return made_with(templates, make)
    except TemplateProblem as problem:
        if problem.origin is not None:
            raise CannotRun("stopped: fix this template first", shown(problem, problem.origin)) from None
        raise CannotRun(f"stopped: a template in {templates.own} is wrong: {problem}") from None


def shown(problem: TemplateProblem, origin: Origin) -> str:
    # Imported late: nearly every build ends well.
    from eoi.reports.text import plain_report

    text = read(Path(origin.file))
    line = text.split("\n")[origin.line - 1]
    start = len(line) - len(line.lstrip()) + 1
    span = Span(Position(origin.line, start), Position(origin.line, len(line.rstrip()) + 1))
    source = Source(origin.file, text, b"", None, ())
    finding = error(KIND, str(problem), span, help=problem.help)
    return "".join(plain_report(source, [finding], width())).rstrip("\n") + "\n"
