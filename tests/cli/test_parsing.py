"""The words of a call are split as the standard library splits them."""

from __future__ import annotations

from getopt import GetoptError, gnu_getopt

from hypothesis import given
from hypothesis import strategies as st

from eoi.cli.commands import load_command
from eoi.cli.parsing import WrongOptionError, split_options

OPTIONS = load_command("check").options
TAKES_VALUE = {flag: bool(one.value) for one in OPTIONS for flag in one.flags} | {"-o": True, "-v": False}
SHORT = "".join(f"{flag[1:]}{':' if TAKES_VALUE[flag] else ''}" for flag in TAKES_VALUE if len(flag) == 2)
LONG = [f"{flag[2:]}{'=' if TAKES_VALUE[flag] else ''}" for flag in TAKES_VALUE if len(flag) > 2]
WORDS = st.one_of(
    st.sampled_from([*TAKES_VALUE, "--", "-", "", "a.yaml", "--jobs=2", "--form", "--forma", "--fix=1"]),
    st.sampled_from(["-vo", "-voDIR", "-ov", "-o=DIR", "-x", "--nothing", "--nothing=1", "--j=", "--=1"]),
)


def split(typed: list[str]) -> object:
    try:
        return split_options(TAKES_VALUE, typed)
    except WrongOptionError as problem:
        return problem.option.lstrip("-")


def split_as_the_library_does(typed: list[str]) -> object:
    try:
        return gnu_getopt(typed, SHORT, LONG)
    except GetoptError as problem:
        return problem.opt


@given(st.lists(WORDS, max_size=6))
def test_any_words_are_split_as_the_standard_library_does(typed: list[str]) -> None:
    assert split(typed) == split_as_the_library_does(typed)
