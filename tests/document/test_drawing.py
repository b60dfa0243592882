"""What pictures are laid out with: measured text, a line of time, and boxes with lines between them."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.document.drawing.calendar import make_calendar
from eoi.document.drawing.chart import place_boxes_in_rows
from eoi.document.drawing.lettering import measure_text_width, wrap_lettering
from eoi.document.drawing.shapes import PAGE, TELEPHONE, WIDTH, Box, Sheet, split_into_runs
from eoi.document.figures.governance import GovernanceDrawing, ReportingBody, draw_chart
from eoi.submission.dates import read_when
from tests.values import dates, lines

Segment = tuple[tuple[int, int], tuple[int, int]]
STEPS = re.compile(r"([MVHl])(-?\d+)(?: (-?\d+))?")


@pytest.mark.long
@given(st.lists(lines(), min_size=1, max_size=4).map(" ".join), st.integers(60, 300), st.integers(1, 4))
def test_wrapped_text_keeps_to_its_room_and_loses_nothing_without_an_ellipsis(
    text: str, room: int, most: int
) -> None:
    found = wrap_lettering(text, room, most)
    assert 1 <= len(found) <= most
    assert all(measure_text_width(line) <= room for line in found)
    whole = "".join(found).replace(" ", "")
    typed = "".join(text.split())
    assert whole == typed or (found[-1].endswith("…") and typed.startswith(whole[:-1]))


def test_words_are_kept_whole_where_they_fit() -> None:
    assert wrap_lettering("Commissioning primary care together again", 130) == (
        "Commissioning",
        "primary care…",
    )
    assert wrap_lettering("x" * 40, 100, 9) == ("x" * 13, "x" * 13, "x" * 13, "x")


@pytest.mark.parametrize(("narrow", "wide"), [("ill", "mmm"), ("日", "日本"), ("abc", "日本語"), ("i", "…")])
def test_wide_letters_take_more_room(narrow: str, wide: str) -> None:
    assert measure_text_width(narrow) < measure_text_width(wide)
    assert measure_text_width(wide) < measure_text_width(wide, bold=True)


@given(st.lists(dates(), min_size=1, max_size=6))
def test_a_line_of_time_holds_every_date_in_order_under_few_names(typed: list[str]) -> None:
    known = sorted((read_when(text) for text in typed), key=lambda date: date.first)
    line = make_calendar(known, 400, 620)
    places = [line.at(date.first) for date in known]
    assert places == sorted(places)
    assert all(400 <= place <= 620 for date in known for place in (line.at(date.first), line.at(date.last)))
    ticks = [place for place, _ in line.ticks()]
    assert ticks[0] == 400
    assert ticks[-1] == 620
    assert all(later - earlier >= 35 for earlier, later in pairwise(ticks))


def test_years_stand_once_below_their_months() -> None:
    line = make_calendar([read_when("2014/15"), read_when("1 April 2015")], 0, 400)
    assert [label for _, label in line.ticks()] == [
        ("Apr", "2014"),
        ("Jul",),
        ("Oct",),
        ("Jan", "2015"),
        ("Apr",),
    ]
    assert line.at(date(2014, 4, 1)) == 0
    assert line.at(date(2015, 4, 1)) == 400


def test_centuries_have_few_names_too() -> None:
    line = make_calendar([read_when("1900"), read_when("2100")], 0, 240)
    assert [label for _, label in line.ticks()] == [
        ("1900",),
        ("1950",),
        ("2000",),
        ("2050",),
        ("2100",),
        ("2150",),
    ]


@given(st.lists(st.integers(1, 40), min_size=1, max_size=60), st.integers(40, 200))
def test_runs_hold_all_items_in_order_and_none_is_too_long(heights: list[int], room: int) -> None:
    found = split_into_runs(heights, heights, room)
    assert [height for run in found for height in run] == heights
    assert all(0 < sum(run) <= room for run in found)


def test_whoever_reports_stands_below() -> None:
    assert place_boxes_in_rows(4, {0: [2, 3], 1: [0]}, 4) == [[2, 3], [0], [1]]
    assert place_boxes_in_rows(3, {1: [0], 2: [0, 1]}, 4) == [[0], [1], [2]]


def test_a_circle_is_opened_and_those_without_a_line_come_last() -> None:
    assert place_boxes_in_rows(4, {0: [1], 1: [2], 2: [0], 3: []}, 4) == [[2], [1], [0], [3]]
    assert place_boxes_in_rows(2, {0: [0]}, 4) == [[0, 1]]


def test_a_long_row_is_split_evenly() -> None:
    assert place_boxes_in_rows(6, {}, 4) == [[0, 1, 2], [3, 4, 5]]


networks = st.integers(1, 8).flatmap(
    lambda count: st.dictionaries(
        st.integers(0, count - 1),
        st.lists(st.integers(0, count - 1), unique=True, max_size=3),
        max_size=count,
    ).map(lambda above: (count, above))
)


def charted(count: int, above: dict[int, list[int]], sheet: Sheet = PAGE) -> GovernanceDrawing | None:
    bodies = [
        ReportingBody(f"Group {n} {'of a long name ' * (n % 3)}", "monthly", n % 2 == 0) for n in range(count)
    ]
    return draw_chart(bodies, {low: tuple(highs) for low, highs in above.items()}, sheet)


@given(networks)
def test_boxes_and_lines_of_any_chart_can_be_told_apart(network: tuple[int, dict[int, list[int]]]) -> None:
    drawing = charted(*network)
    assert drawing, "eight groups with three lines each have room"
    boxes = [node.box for node in drawing.nodes]
    routes = [segments(arrow.line) for arrow in drawing.arrows]
    assert len(boxes) == network[0]
    assert len(routes) == sum(map(len, network[1].values()))
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    assert all(box.x >= 0 and box.right <= WIDTH for box in boxes)
    assert not [
        (line, box) for route in routes for line in route[1:-1] for box in boxes if crosses(line, box)
    ]
    for one, other in combinations(routes, 2):
        assert not [pair for pair in product_of(one, other) if run_together(*pair)]


@given(networks)
def test_a_chart_for_a_telephone_has_every_box_on_it_or_there_is_none(
    network: tuple[int, dict[int, list[int]]],
) -> None:
    if drawing := charted(*network, TELEPHONE):
        boxes = [node.box for node in drawing.nodes]
        assert len(boxes) == network[0]
        assert all(box.x >= 0 and box.right <= TELEPHONE.width for box in boxes)
        assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]


def test_a_line_through_a_box_or_upon_another_would_be_noticed() -> None:
    assert crosses(((5, 0), (5, 50)), Box(0, 10, 20, 20))
    assert not crosses(((25, 0), (25, 50)), Box(0, 10, 20, 20))
    assert run_together(((5, 0), (5, 50)), ((5, 40), (5, 60)))
    assert not run_together(((5, 0), (5, 50)), ((0, 10), (50, 10)))


def test_every_arrow_begins_and_ends_at_a_box() -> None:
    drawing = charted(3, {0: [1], 1: [2], 2: [0, 2]})
    assert drawing
    for arrow in drawing.arrows:
        route = segments(arrow.line)
        tops = [(node.box.x, node.box.right, node.box.y) for node in drawing.nodes]
        feet = [(node.box.x, node.box.right, node.box.bottom + 8) for node in drawing.nodes]
        assert any(left < route[0][0][0] < right and y == route[0][0][1] for left, right, y in tops)
        assert any(left < route[-1][1][0] < right and y == route[-1][1][1] for left, right, y in feet)


def segments(path: str) -> list[Segment]:
    found: list[Segment] = []
    x = y = 0
    for kind, first, second in STEPS.findall(path):
        to = (int(first), int(second)) if kind == "M" else (x, int(first)) if kind == "V" else (int(first), y)
        if kind != "M":
            found.append(((x, y), to))
        x, y = to
    return found


def product_of(one: list[Segment], other: list[Segment]) -> list[tuple[Segment, Segment]]:
    return [(first, second) for first in one for second in other]


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def crosses(line: Segment, box: Box) -> bool:
    (left, right), (top, bottom) = (sorted(ends) for ends in zip(*line, strict=True))
    return left < box.right and right > box.x and top < box.bottom and bottom > box.y


def run_together(one: Segment, other: Segment) -> bool:
    """Whether two lines lie upon each other for more than a point."""
    for across in (0, 1):
        along = 1 - across
        if one[0][across] == one[1][across] == other[0][across] == other[1][across]:
            first, second = (sorted((line[0][along], line[1][along])) for line in (one, other))
            return first[0] < second[1] and second[0] < first[1]
    return False
