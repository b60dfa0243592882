"""`eoi new`: a commented file to fill in."""

from __future__ import annotations

from pathlib import Path

from eoi.cli.files import OutputFile, write_new
from eoi.cli.problems import CannotRun, one_of
from eoi.cli.terminal import tell
from eoi.reference import Ccg, with_code
from eoi.reference.names import nearest
from eoi.rounds import known_rounds, load_round
from eoi.starter import starter


def new_file(file: Path, form: str, round_: str, name: str | None, code: str | None = None) -> int:
    if round_ not in known_rounds():
        raise one_of("round", round_, known_rounds())
    chosen = load_round(round_)
    if form.lower() not in chosen.offers:
        raise one_of("form", form, chosen.offers)
    text = starter(chosen, form.lower(), name, with_known_code(code) if code is not None else None)
    write_new(OutputFile(file, text.encode()))
    tell(f"wrote {file}; fill it in, then run: eoi build {file}")
    return 0


def with_known_code(code: str) -> Ccg:
    if found := with_code(code):
        return found
    near = nearest(code)
    hint = f"; did you mean {near.code}, {near.name}?" if near else ""
    raise CannotRun(f"there is no CCG with the code '{code}' in the published list{hint}")
