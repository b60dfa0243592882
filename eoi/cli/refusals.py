"""The messages for a file that is not built: its problems and their number."""

from __future__ import annotations

from collections.abc import Sequence

from eoi.cannot_run import as_typed
from eoi.final import Obstacles
from eoi.findings import Finding
from eoi.frozen_value import FrozenValue
from eoi.number_words import count_noun
from eoi.order import sort_by_weight
from eoi.reports import CheckedFile, Style, load_report
from eoi.source import Source

MOST = 20  # problems to show; the worst come first

WAIVE = "To leave a part open on purpose, give its field and the reason under `waivers`."


class BuildRefusal(FrozenValue):
    """The words of a refusal: `shown` for standard output, `told` for standard error."""

    shown: str
    told: tuple[str, ...]


def refuse_unreadable(name: str, source: Source, findings: Sequence[Finding], style: Style) -> BuildRefusal:
    """Return every problem of an unreadable file, the worst first, as `eoi check` shows them."""
    number = count_noun(len(findings), "problem", "problems")
    shown = load_report("full").part(
        CheckedFile(name, source.replace(name=name), sort_by_weight(findings)), style
    )
    return BuildRefusal(shown, (f"{name}: not built: {number} to fix first.",))


def refuse_final(name: str, source: Source, open_: Obstacles, style: Style) -> BuildRefusal:
    """Return the first obstacles to a final, and how to see the others."""
    every = [*sort_by_weight(open_.wrong), *open_.unanswered, *open_.draft]
    named = source.replace(name=name)
    shown = "".join(load_report("full").part(CheckedFile(name, named, (one,)), style) for one in every[:MOST])
    if len(every) > MOST:
        rest = f"`eoi check {as_typed(name)}` shows all that is missing or wrong."
        shown += f"... and {len(every) - MOST} more. {rest}\n"
    told = f"{name}: no final was built: {next_steps(open_)}."
    return BuildRefusal(shown, (told, *([WAIVE] if open_.unanswered else [])))


def refuse_public(name: str, paths: Sequence[str]) -> BuildRefusal:
    """Refuse a public edition in which a redaction names nothing, since its text would be published."""
    which = ", ".join(f"`{path}`" for path in paths)
    told = f"{name}: nothing was built for the public: {which} under `redactions` names nothing in the file."
    return BuildRefusal("", (told, "Write each path as `eoi check` shows it."))


def next_steps(open_: Obstacles) -> str:
    """Return what to do, such as `2 errors to fix, 5 parts to answer and a status to write`."""
    tasks = []
    if open_.wrong:
        tasks.append(f"{count_noun(len(open_.wrong), 'error', 'errors')} to fix")
    if open_.unanswered:
        tasks.append(f"{count_noun(len(open_.unanswered), 'part', 'parts')} to answer")
    if open_.draft:
        tasks.append("`status: submitted` to write")
    *others, last = tasks
    return f"{', '.join(others)} and {last}" if others else last
