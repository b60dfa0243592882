"""One fixed set of findings for the goldens: a usual file, one made to do harm, and one without findings."""

from __future__ import annotations

from eoi.findings import Finding, LabelledPlace, Position, Severity, Span
from eoi.reports import CheckedFile
from eoi.source import load

USUAL = """\
round: 2014
form: joint
applicants:
  - name: NHS Somewhere CCG
    budget: £220m
    budget: £210m
resources:
  posts:
    - {role: Project manager, cost: £43.3k}
    - {role: Administrator, cost: £24.6k}
  total: £79.4k
"""
HARMFUL = """\
round: 2014
form: "##[error]joint"
summary: "::set-env name=A::b | <b>bold</b> \u202e [link](https://evil.example)"
"""
HARMFUL_NAME = "in a folder/a,b:c 100%\n::error::`x`\x1b[31m.yaml"
HARMFUL_TEXT = (
    "`##[error]x` is none of these: </failure>, ]]>, | pipe, [link](https://evil.example), @octocat, #1, $x$ "
    ":tada:, <b>bold</b>, {0}, 100%, C:\\new, *star*, \x1b[31mred\x1b[0m, \u202eturned.\n::set-env name=A::b"
)


def span(line: int, start: int, end: int) -> Span:
    return Span(Position(line, start), Position(line, end))


def file(name: str, text: str, *findings: Finding) -> CheckedFile:
    return CheckedFile(name, load(text.encode(), name), findings)


FIXED = (
    file(
        "submissions/somewhere.yaml",
        USUAL,
        Finding(
            "answer-missing",
            Severity.ADVICE,
            "To complete: a summary.",
            help="Add `summary`.",
            path="summary",
        ),
        Finding(
            "duplicate-key",
            Severity.ERROR,
            "`budget` is written twice here, so one of the two would be lost.",
            span(6, 5, 11),
            help="Keep one of them, or join their contents.",
            related=LabelledPlace(span(5, 5, 11), "written first here"),
        ),
        Finding(
            "resources-total",
            Severity.WARNING,
            "The posts add up to £67.9k, not £79.4k: £43.3k + £24.6k = £67.9k, a difference of £11.5k, "
            "more than rounding can explain.",
            span(11, 10, 16),
            help="Check each cost, or say in `resources.introduction` how the figures were rounded.",
            path="resources.total",
            related=LabelledPlace(span(9, 36, 42), "the first of the costs"),
        ),
    ),
    file(
        HARMFUL_NAME,
        HARMFUL,
        Finding("wrong-value", Severity.ERROR, HARMFUL_TEXT, span(2, 7, 23), help=HARMFUL_TEXT, path="form"),
        Finding("wording", Severity.ADVICE, "A word of jargon.", span(3, 26, 27), path="summary"),
        Finding("wording", Severity.ADVICE, "A word of jargon.", span(3, 36, 40), path="summary"),
        Finding(
            "wording", Severity.WARNING, "A quotation\nover lines.", Span(Position(2, 7), Position(3, 12))
        ),
    ),
    file("submissions/clean.yaml", "round: 2014\n"),
)
