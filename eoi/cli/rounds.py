"""The command `eoi rounds`, and the round that an option names."""

from __future__ import annotations

from pathlib import Path

from eoi.cannot_run import CannotRun, unknown_choice
from eoi.cli.terminal import say, width
from eoi.rounds import known_rounds, load_round
from eoi.rounds.model import Round
from eoi.rounds.nearest import nearest_round
from eoi.rounds.pages import FORMATS, rounds_page


def list_rounds(format: str) -> int:
    """Print the rounds as text, Markdown or JSON."""
    if format not in FORMATS:
        raise unknown_choice("format", format, FORMATS)
    say(rounds_page(format, width()))
    return 0


def round_named(name: str) -> Round:
    """Return a round by its name or its file, or raise `CannotRun` with the nearest."""
    if name.endswith((".yaml", ".yml")):
        from eoi.cli.own_files import load_rounds  # late: few have rounds of their own

        name, *_ = load_rounds(Path(name))
    if name in known_rounds():
        return load_round(name)
    near = nearest_round(name)
    hint = f"; did you mean {near}?" if near else ""
    raise CannotRun(f"there is no round '{name}'{hint} (known: {', '.join(known_rounds())}; see eoi rounds)")
