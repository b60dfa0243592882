"""Findings as a hostile file could bring them about: its name and its texts hold whatever does harm."""

from __future__ import annotations

from hypothesis import strategies as st

from eoi.findings import Finding, LabelledPlace, Position, Severity, Span
from eoi.reports import CheckedFile
from eoi.source import load

FRAGMENTS = (
    "::error::x",
    "\n::set-env name=A::b",
    "\u00a0::stop-commands::x",
    "##[group]x",
    "##",
    "[error]",
    "##vso[task.setvariable variable=a]b",
    "%0A",
    "%250A",
    "a,b:c",
    "\x1b[31m",
    "\x9b2J",
    "\u202e",
    "\u2028",
    "\r",
    "\x00",
    "\udc80",
    "\ufffe",
    "]]>",
    "</failure>",
    "<!-- -->",
    "&amp;",
    '"',
    "`",
    "``",
    "` `",
    "\\",
    "|",
    "\\|",
    "*a*",
    "__b__",
    "~~c~~",
    "[link](https://evil.example)",
    "![image](//evil.example)",
    "<https://evil.example>",
    "www.evil.example",
    "someone@evil.example",
    "@octocat",
    "#1",
    "$x$",
    ":tada:",
    "{0}",
    "{{",
    "[red]",
    "a very long word " * 6,
    " ",
)
NASTY = st.lists(st.sampled_from(FRAGMENTS) | st.characters(), max_size=6).map("".join)
SOURCE = load(b'round: 2014\nform: "##[error] joint"\nsummary: "::error::x"\n', "")


def positions() -> st.SearchStrategy[Position]:
    return st.builds(Position, st.integers(1, 3), st.integers(1, 12))


def spans() -> st.SearchStrategy[Span]:
    return st.tuples(positions(), positions()).map(lambda pair: Span(*sorted(pair)))


def findings() -> st.SearchStrategy[Finding]:
    # By a function of its own: the fields that are left out here keep what they hold by default.
    return st.builds(
        lambda **values: Finding(**values),
        rule=st.sampled_from(("wrong-value", "resources-total", "unheard-of")),
        severity=st.sampled_from(Severity),
        message=NASTY,
        span=spans(),
        help=NASTY,
        path=st.sampled_from(("", "form", "resources.posts[0].cost")),
        related=st.none() | st.builds(LabelledPlace, spans(), NASTY),
    )


@st.composite
def files(draw: st.DrawFn) -> CheckedFile:
    name = draw(NASTY)
    return CheckedFile(name, SOURCE.replace(name=name), tuple(draw(st.lists(findings(), max_size=3))))


def checked() -> st.SearchStrategy[list[CheckedFile]]:
    return st.lists(files(), max_size=2)
