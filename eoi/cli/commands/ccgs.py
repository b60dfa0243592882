"""The command `eoi ccgs`, which lists the CCGs that were published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eoi.cannot_run import CannotRun
from eoi.cli.command import PAGE_FORMAT, Command, CommandWords, refuse_unknown_format
from eoi.cli.terminal import indent_text, say, write_table_lines

if TYPE_CHECKING:
    from eoi.reference import Ccg


def run(words: list[str], options: dict[str, Any]) -> int:
    return list_ccgs(" ".join(words), **options)


def list_ccgs(words: str, format: str) -> int:
    """Print the CCGs whose name, code, council or area team matches the words, or all CCGs without words."""
    import json  # late, as below: the help shows every command

    from eoi.reference.names import find_ccgs_by_name, find_ccgs_by_words, find_nearest_few

    refuse_unknown_format(format)
    found = find_ccgs_by_name(words) or find_ccgs_by_words(words) or find_nearest_few(words)
    if not found:
        raise CannotRun(f"no CCG of October 2014 has a name, code, council or area team like '{words}'")
    match format:
        case "json":
            say(json.dumps([encode_ccg(one) for one in found], indent=2, ensure_ascii=False))
        case "markdown":
            rows = ((one.code, one.name, one.area_team, ", ".join(one.local_authorities)) for one in found)
            say("\n".join(write_table_lines(("code", "name", "area team", "councils"), rows)))
        case _:
            say("\n".join(indent_text(f"{one.code}  {one.name}", "     ") for one in found))
    return 0


def encode_ccg(one: Ccg) -> dict[str, object]:
    """Return the published facts about a CCG for JSON."""
    return {
        "code": one.code,
        "name": one.name,
        "region": one.region,
        "area_team": one.area_team,
        "local_authorities": list(one.local_authorities),
    }


COMMAND = Command(
    "ccgs",
    "List the CCGs, with their codes.",
    "List the CCGs of October 2014 with their codes; with WORDS, those that match all of them.",
    ("eoi ccgs", "eoi ccgs bath"),
    run,
    CommandWords("[WORDS]", "Words of a name, code, council or area team.", least=0),
    (PAGE_FORMAT,),
)
