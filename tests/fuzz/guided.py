"""A run that looks for what breaks a property, guided by the code it has not reached yet.

Needs atheris, which no test does: it is made for few versions of Python and brings a compiler's run time.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from tests.fuzz.mutations import mutated_lines

ROOT = Path(__file__).parents[2]
FOUND = ROOT / "tests" / "fuzz" / "found"
SEEDS = (ROOT / "tests" / "fuzz" / "corpus", ROOT / "tests" / "cases", ROOT / "examples")
MISSING = """\
This run needs atheris, which the tests do not. It is made for Python up to 3.13, on Linux and macOS:

    python3.11 -m venv .venv-fuzz
    .venv-fuzz/bin/pip install -e . atheris==3.0.0
    .venv-fuzz/bin/python -m tests.fuzz.source 600
"""
SECONDS, LONGEST, SLOWEST_SECONDS, MOST_MEGABYTES = 60, 10_000, 60, 2048


def run(module: str, name: str, instrumented: Sequence[str], arguments: Sequence[str]) -> None:
    """Calls a property of `module` with ever new bytes; an input that breaks it is left in `found/`."""
    try:
        atheris = import_module("atheris")
    except ModuleNotFoundError:
        sys.exit(MISSING)
    seconds = int(arguments[0]) if arguments else SECONDS
    with atheris.instrument_imports(include=list(instrumented)):
        holds: Callable[[bytes], object] = getattr(import_module(module), name)
    FOUND.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        atheris.Setup(options(Path(folder), seconds), holds, custom_mutator=mutator(atheris))
        atheris.Fuzz()


def options(folder: Path, seconds: int) -> list[str]:
    words = folder / "words.txt"
    words.write_text("\n".join(dictionary()) + "\n", encoding="utf-8")
    learnt = folder / "learnt"
    learnt.mkdir()
    return [
        sys.argv[0],
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        f"-timeout={SLOWEST_SECONDS}",
        f"-rss_limit_mb={MOST_MEGABYTES}",
        f"-dict={words}",
        f"-artifact_prefix={FOUND}/",
        "-print_final_stats=1",
        str(learnt),
        *map(str, SEEDS),
    ]


def dictionary() -> list[str]:
    """The names of all fields, and what means something to YAML."""
    from eoi.submission.walk import list_every_field

    names = sorted({f"{field.written}: " for _, field in list_every_field()})
    marks = (
        "- ",
        ": ",
        "|",
        ">-",
        "{",
        "}",
        "[",
        "]",
        "'",
        "&a ",
        "*a ",
        "!!str ",
        "? ",
        "<<: ",
        "---",
        "# eoi: ignore[",
    )
    values = ("2014", "joint", "£79.4k", "28.6%", "2014-06-20", "2014/15", "yes")
    return [f'"{escaped(word)}"' for word in (*names, *marks, *values)]


def escaped(word: str) -> str:
    return "".join(character if character.isascii() else utf8_escape(character) for character in word)


def utf8_escape(character: str) -> str:
    return "".join(f"\\x{byte:02X}" for byte in character.encode())


def mutator(atheris: object) -> Callable[[bytes, int, int], bytes]:
    """Half by bytes, as libFuzzer does, and half by lines, as people do."""

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        if seed % 2:
            return bytes(atheris.Mutate(data, most))  # type: ignore[attr-defined]
        return mutated_lines(data.decode(errors="replace"), seed).encode()[:most]

    return mutate
