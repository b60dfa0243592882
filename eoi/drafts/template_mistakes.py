"""The messages about mistakes in a CCG's own templates, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eoi.cannot_run import CannotRun
from eoi.document.subset.elements import Origin
from eoi.document.templating.own_files import UnfitFiles, read_template
from eoi.document.templating.template_problems import TemplateProblem
from eoi.document.templating.template_sources import Templates
from eoi.findings import Position, Span, make_error
from eoi.source import Source

# Findings in templates have this in place of a rule; no report on a submission has it.
KIND = "template"


@contextmanager
def report_template_mistakes(templates: Templates, width: int) -> Iterator[None]:
    """Show a mistake in a template with its line, and end the command."""
    try:
        yield
    except TemplateProblem as problem:
        if problem.origin is not None:
            raise CannotRun(
                "stopped: fix this template first", show_problem(problem, problem.origin, width)
            ) from None
        raise CannotRun(f"stopped: a template in {templates.own} is wrong: {problem}") from None


def show_problem(problem: TemplateProblem, origin: Origin, width: int) -> str:
    """Return a mistake in a template with its line, in the form of a finding."""
    # Imported late: nearly every build ends well.
    from eoi.reports.full import write_frames

    try:
        text = read_template(Path(origin.file))
    except UnfitFiles:
        text = ""
    line = [*text.split("\n"), ""][min(origin.line - 1, text.count("\n") + 1)]
    start = len(line) - len(line.lstrip()) + 1
    span = Span(Position(origin.line, start), Position(origin.line, len(line.rstrip()) + 1))
    source = Source(origin.file, text, b"", None, ())
    finding = make_error(KIND, str(problem), span, help=problem.help)
    return "".join(write_frames(source, [finding], width)).rstrip("\n") + "\n"
