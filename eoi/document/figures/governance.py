"""The governance chart: which group reports to which body, and how often each group meets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from eoi.document.drawing.chart import Arrow, Chart, place_boxes_in_rows
from eoi.document.drawing.lettering import LEADING, wrap_lettering
from eoi.document.drawing.routes import NoRoom, Stand, find_courses
from eoi.document.drawing.shapes import EDGE, PAGE, TALLEST, Box, Sheet, Words, centre_lines, spread
from eoi.document.words.articles import lower_first, with_the
from eoi.document.words.wording import counted, join_words
from eoi.frozen_value import FrozenValue
from eoi.plain_words import capital
from eoi.rounds.model import Round
from eoi.submission.governance import Group
from eoi.submission.model import Submission
from eoi.submission.scope import normalise_name

FEWEST = 2

WIDTHS = {4: 128, 3: 168, 2: 220, 1: 260}  # pixels of a box, by the number of boxes in the widest row
NARROW_WIDTHS = {2: 140, 1: 220}
PADDING, FOOT, MOST = 8, 44, 4
KEY = {"group": "Group described here", "body": "Other body", "line": "Reports to"}


class ReportingBody(FrozenValue):
    """A group of the submission, or another body that a group reports to."""

    name: str
    meets: str
    is_group: bool


class BodyBox(FrozenValue):
    """The box of a body, with its name and how often it meets."""

    box: Box
    name: Words
    meets: Words
    is_group: bool


class BoxKey(FrozenValue):
    """An entry of the key to the chart."""

    kind: str
    box: Box
    says: Words


class GovernanceDrawing(FrozenValue):
    """A governance chart, ready for its template."""

    alt: str
    height: int
    nodes: tuple[BodyBox, ...]
    arrows: tuple[Arrow, ...]
    key: tuple[BoxKey, ...]


Above = dict[int, tuple[int, ...]]


def draw(
    submission: Submission,
    round_: Round,  # noqa: ARG001
    sheet: Sheet = PAGE,
) -> Sequence[GovernanceDrawing]:
    """Draw who reports to whom; return no drawing if lines would overlap or the chart is too tall."""
    groups = submission.groups
    bodies, above = find_reporting_lines(groups)
    if len(bodies) < FEWEST and not any(above.values()):
        return ()
    drawing = draw_chart(bodies, above, sheet)
    fits = drawing and (sheet.is_narrow or drawing.height <= TALLEST)
    return [drawing] if drawing and fits else ()


def count(submission: Submission, round_: Round) -> tuple[int, int]:  # noqa: ARG001
    """Count the groups that say whom they report to; bodies outside the submission do not count."""
    groups = submission.groups
    return sum(bool(group.reports_to) for group in groups), len(groups)


def draw_chart(bodies: list[ReportingBody], above: Above, sheet: Sheet) -> GovernanceDrawing | None:
    """Draw the chart; return None if its lines do not fit.

    The widest rows are tried first. Fewer boxes in a row leave more room for lines.
    """
    for widest in choose_box_widths(sheet):
        with suppress(NoRoom):
            return draw_rows(bodies, above, widest, sheet)
    return None


def find_reporting_lines(groups: Sequence[Group]) -> tuple[list[ReportingBody], Above]:
    """Return all bodies, and for each the numbers of the bodies that it reports to.

    All groups come first, then the other bodies that they name.
    """
    bodies = [
        ReportingBody(group.name or "An unnamed group", group.meets or "", is_group=True) for group in groups
    ]
    numbers: dict[str, int] = {}
    for number, group in enumerate(groups):
        if group.name:
            numbers.setdefault(normalise_name(group.name), number)
    above: Above = {}
    for number, group in enumerate(groups):
        for name in group.reports_to:
            if normalise_name(name) not in numbers:
                numbers[normalise_name(name)] = len(bodies)
                bodies.append(ReportingBody(capital(name), "", is_group=False))
        above[number] = tuple(dict.fromkeys(numbers[normalise_name(name)] for name in group.reports_to))
    return bodies, above


def choose_box_widths(sheet: Sheet) -> dict[int, int]:
    """Return the widths of boxes in pixels, keyed by the number of boxes in the widest row."""
    return NARROW_WIDTHS if sheet.is_narrow else WIDTHS


def draw_rows(bodies: list[ReportingBody], above: Above, widest: int, sheet: Sheet) -> GovernanceDrawing:
    """Draw the bodies in rows of at most `widest` boxes."""
    rows = place_boxes_in_rows(len(bodies), above, widest)
    width = choose_box_widths(sheet)[max(map(len, rows))]
    stands = [place_box(node, rows, width, sheet) for node in range(len(bodies))]
    lines = [(low, high) for low, highs in above.items() for high in highs]
    ways = find_courses(stands, lines, sheet.width)
    heights = [max(measure_box_height(bodies[node], width) for node in row) for row in rows]
    laid = Chart.of(heights, ways, EDGE)
    routed = zip(ways, lines, strict=True)
    key = tuple(lay_out_box_key(bodies, lines, laid.foot + FOOT // 2, sheet))
    return GovernanceDrawing(
        alt=describe_chart(bodies, above),
        height=key[-1].box.middle + FOOT // 2,
        nodes=tuple(lay_out_body(body, laid.box(stand)) for body, stand in zip(bodies, stands, strict=True)),
        arrows=tuple(laid.arrow(way, stands[low], stands[high]) for way, (low, high) in routed),
        key=key,
    )


def place_box(node: int, rows: list[list[int]], width: int, sheet: Sheet) -> Stand:
    """Return the position of a box in its row; the boxes are evenly spread across."""
    number = next(number for number, row in enumerate(rows) if node in row)
    row = rows[number]
    centre = sheet.width * (2 * row.index(node) + 1) // (2 * len(row))
    return Stand(number, centre - width // 2, centre + width // 2)


def measure_box_height(body: ReportingBody, width: int) -> int:
    """Return the height of a box of this width in pixels."""
    return LEADING * (len(wrap_body_name(body, width)) + len(wrap_meetings(body, width))) + 2 * PADDING


def wrap_body_name(body: ReportingBody, width: int) -> tuple[str, ...]:
    """Wrap the name of a body in a box of this width."""
    return wrap_lettering(body.name, width - 2 * PADDING, MOST, bold=True)


def wrap_meetings(body: ReportingBody, width: int) -> tuple[str, ...]:
    """Wrap the text on how often a body meets, for a box of this width."""
    return wrap_lettering(f"Meets {lower_first(body.meets)}", width - 2 * PADDING, 2) if body.meets else ()


def lay_out_body(body: ReportingBody, box: Box) -> BodyBox:
    """Lay out the words of a body in its box."""
    names, meetings = wrap_body_name(body, box.width), wrap_meetings(body, box.width)
    top = box.middle - LEADING * (len(names) + len(meetings)) // 2
    below = top + LEADING * len(names)
    return BodyBox(
        box,
        Words(box.centre, top + 12, names, "middle"),
        Words(box.centre, below + 12, meetings, "middle"),
        body.is_group,
    )


def lay_out_box_key(
    bodies: list[ReportingBody], lines: list[tuple[int, int]], y: int, sheet: Sheet
) -> Iterator[BoxKey]:
    """Yield the entries of the key for the kinds of boxes and lines in the chart."""
    kinds = [
        "group",
        *(["body"] if any(not body.is_group for body in bodies) else []),
        *(["line"] if lines else []),
    ]
    for x, below, kind in spread([(KEY[kind], kind) for kind in kinds], EDGE, 64, sheet):
        yield BoxKey(kind, Box(x, y + below - 8, 28, 16), centre_lines(x + 36, y + below, (KEY[kind],)))


def describe_chart(bodies: list[ReportingBody], above: Above) -> str:
    """Describe the chart in words, for readers who cannot see it."""
    groups = [number for number, body in enumerate(bodies) if body.is_group]
    sentences = [describe_reporting_of_group(bodies, number, above.get(number, ())) for number in groups]
    return " ".join([f"Chart of {counted(len(groups), 'group')}.", *sentences])


def describe_reporting_of_group(bodies: list[ReportingBody], number: int, highs: Iterable[int]) -> str:
    """Write which bodies a group reports to, and how often it meets."""
    body = bodies[number]
    meets = f" meets {lower_first(body.meets)}" if body.meets else ""
    names = join_words("itself" if high == number else with_the(bodies[high].name) for high in highs)
    reports = f" reports to {names}" if names else ""
    facts = " and".join(filter(None, (meets, reports))) or " stands alone"
    return f"{capital(with_the(body.name))}{facts}."
