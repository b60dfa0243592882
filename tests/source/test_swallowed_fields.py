"""Fields that are lines of the text above them."""

from __future__ import annotations

from eoi.pipeline import examine
from tests.tables import for_each_row

FILE = "round: 2014\nform: joint\napplicants:\n  - name: NHS Somewhere CCG\nbenefits:\n  quality: {}\n"


def list_found(text: str) -> list[tuple[int, str]]:
    examined = examine(FILE.format(text).encode(), "ccg.yaml")
    found = [one for one in examined.every_finding if one.rule == "swallowed-field"]
    return [(one.span.start.line, one.message) for one in found]


MESSAGE = "`integration` is a field, but here it is a line of the text of `quality`."


@for_each_row(
    [
        ("|\n    A dashboard.\n    integration: |\n    Nurses.",),
        (">\n    A dashboard.\n    integration: |\n    Nurses.",),
        ("|-\n    A dashboard.\n    integration: >\n    Nurses.",),
        ("|\n    A dashboard.\n    integration:\n\n      Nurses.",),
    ]
)
def test_a_field_in_line_with_the_text_above_is_found(text: str) -> None:
    assert list_found(text) == [(8, MESSAGE)]


@for_each_row(
    [
        ("|\n    Integration:\n\n    - nurses",),
        ("|\n    A dashboard shows integration:\n    nurses",),
        ("|\n    integration: nurses work in teams",),
        ("|\n    risks:\n    many",),
        ("|\n    integration:\n    - nurses",),
        ("|\n    A dashboard.\n  integration: |\n    Nurses.",),
        ("A dashboard\n  integration: |\n    Nurses.",),
    ]
)
def test_no_other_line_is_taken_for_a_field(text: str) -> None:
    assert list_found(text) == []
