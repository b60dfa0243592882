"""The words and options of `eoi ccgs`."""

from __future__ import annotations

from typing import Any

from eoi.cli.command import PAGE_FORMAT, Command, CommandWords


def run(words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.lookups import list_ccgs

    return list_ccgs(" ".join(words), **options)


COMMAND = Command(
    "ccgs",
    "List the CCGs, with their codes.",
    "List the CCGs of October 2014 with their codes; with WORDS, those that match all of them.",
    ("eoi ccgs", "eoi ccgs bath"),
    run,
    CommandWords("[WORDS]", "Words of a name, code, council or area team.", least=0),
    (PAGE_FORMAT,),
)
