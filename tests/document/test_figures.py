"""The pictures: what they show and say, for every submission; and when there is none."""

from __future__ import annotations

import re
from itertools import chain, combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from jinja2.exceptions import SecurityError

from eoi.document.blocks import Document, Figure, Paragraph, Table
from eoi.document.content import functions_in_scope, timeline_entries
from eoi.document.drawing.lettering import measure_text_width
from eoi.document.drawing.shapes import TALLEST, WIDTH, Box
from eoi.document.figures import (
    Figures,
    governance,
    is_worth_drawing,
    list_picture_names,
    load_artist,
    resources,
    scope,
    timeline,
    write_svg,
)
from eoi.document.inline import Reference
from eoi.document.render import render_expression_of_interest
from eoi.document.subset.inlines import read_plain_words
from eoi.document.templating.environment import environment
from eoi.document.templating.template_problems import TemplateProblem, make_with_templates
from eoi.document.templating.template_sources import Templates
from eoi.document.walk import walk_blocks, walk_inlines
from eoi.papers import find_templates_folder
from eoi.writers import find_writer
from eoi.writers.adaptation import remove_screen_pictures
from tests.readers import AS_TYPED
from tests.samples import (
    COMPLETE,
    EXAMPLES,
    MANY,
    MILESTONES,
    ROOT,
    examined,
    interest,
    lines_of,
    skeleton,
    words_of,
)
from tests.strategies import Fields, as_yaml, submissions
from tests.thorough import some_of

SVG = "{http://www.w3.org/2000/svg}"
ALTS = ROOT / "tests" / "golden" / "figures"
SOURCES = (*EXAMPLES, *sorted((ROOT / "tests" / "golden" / "documents").glob("*.yaml")))
NOTED = "  - {milestone: Step 4, date: 2019, note: Unless the plan changes}\n"
OWN_WORDS = {
    *chain(*scope.LEADS.values()),
    *functions_in_scope.GROUPS.values(),
    *functions_in_scope.ANSWERS.values(),
    *(words.capitalize() for words in functions_in_scope.IN_WORDS.values()),
    *governance.KEY.values(),
    *timeline.KINDS.values(),
    *resources.SAYS.values(),
    *(
        "Public health functions",
        "Function",
        "We",
        "CCGs",
        "Who leads",
        "An unnamed function",
        "An unnamed post",
    ),
    *("An unnamed milestone", "Number of respondents not stated", "For", "Against", "Unsure", "Abstained"),
}


def figures(document: Document) -> list[Figure]:
    return [block for block in walk_blocks(document.blocks) if isinstance(block, Figure)]


def drawing(figure: Figure) -> ElementTree.Element:
    return ElementTree.fromstring(figure.svg)


def texts(figure: Figure) -> list[str]:
    return [(element.text or "").translate(AS_TYPED) for element in drawing(figure).iter(f"{SVG}text")]


def draw(source: str | bytes, *names: str) -> list[Figure]:
    """The pictures, whether a document would have them or not."""
    one = examined(source)
    sheets = [(name, sheet) for name in names for sheet in load_artist(name).draw(one.submission, one.round)]
    return [
        Figure((), write_svg(name, sheet), sheet.alt, WIDTH, sheet.height, f"figure-{name}", number)
        for number, (name, sheet) in enumerate(sheets, 1)
    ]


def figure(source: str | bytes, name: str) -> Figure:
    (found,) = draw(source, name)
    return found


def drawn(more: str) -> set[str]:
    return {
        block.anchor.removeprefix("figure-") for block in draw(skeleton(more=more), *list_picture_names())
    }


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_what_a_picture_shows_is_said_in_words(path: Path, request: pytest.FixtureRequest) -> None:
    said = "".join(
        f"{block.anchor}\n{block.alt}\n\n" for block in draw(path.read_bytes(), *list_picture_names())
    )
    golden = ALTS / f"{path.stem}.txt"
    if request.config.getoption("--update-goldens") and said:
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said == (golden.read_text(encoding="utf-8") if golden.exists() else "")


def test_every_kind_of_picture_is_among_those_that_were_read() -> None:
    read = "".join(path.read_text(encoding="utf-8") for path in ALTS.glob("*.txt"))
    assert {name for name in list_picture_names() if f"figure-{name}\n" in read} == set(list_picture_names())
    assert len(list_picture_names()) == 5
    assert {path.stem for path in ALTS.glob("*.txt")} < {path.stem for path in SOURCES}


@pytest.mark.slow
@given(submissions())
def test_whatever_an_officer_types_its_pictures_are_plain_svg_and_show_what_is_in_the_text(
    fields: Fields,
) -> None:
    document = interest(as_yaml(fields))
    for block in figures(document):
        assert_plain(block)
        assert_shown(block, document)


@pytest.mark.slow
@pytest.mark.parametrize(
    "source", [*some_of(SOURCES, 12), MANY], ids=lambda source: getattr(source, "stem", "many")
)
def test_every_picture_of_the_samples_is_plain_svg_with_its_words_inside(source: Path | str) -> None:
    for block in figures(interest(source if isinstance(source, str) else source.read_bytes())):
        assert_plain(block)


def assert_plain(block: Figure) -> None:
    root = drawing(block)
    assert root.get("viewBox") == f"0 0 {block.width} {block.height}"
    assert (root.get("width"), root.get("height")) == (str(block.width), str(block.height))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc") == block.alt
    assert block.width == WIDTH
    assert block.height <= TALLEST
    kinds = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert kinds <= {"svg", "title", "desc", "rect", "text", "path", "circle"}
    assert not re.search(r"(?:href|url\(|style|class)=|@import", block.svg.split("<desc>")[0])
    for element in root.iter(f"{SVG}text"):
        assert_inside(element, block)


def assert_inside(element: ElementTree.Element, block: Figure) -> None:
    size = int(element.get("font-size", "13"))
    assert size >= 12
    width = measure_text_width(element.text or "", size, element.get("font-weight") == "bold")
    left = (
        float(element.get("x", ""))
        - width * {"start": 0, "middle": 0.5, "end": 1}[element.get("text-anchor", "start")]
    )
    assert left >= 0, element.text
    assert left + width <= block.width + 1, element.text
    assert size <= float(element.get("y", "")) <= block.height - 3, element.text


def test_words_that_stand_out_would_be_noticed() -> None:
    block = figure(COMPLETE.read_bytes(), "scope")
    with pytest.raises(AssertionError):
        assert_plain(block.replace(svg=block.svg.replace(">Estates<", f">{'Estates ' * 20}<")))


@pytest.mark.slow
@pytest.mark.parametrize("source", [COMPLETE, *EXAMPLES], ids=lambda path: path.stem)
def test_all_that_a_picture_of_the_samples_shows_is_in_the_document_too(source: Path) -> None:
    document = interest(source.read_bytes())
    for block in figures(document):
        assert_shown(block, document)


def assert_shown(block: Figure, document: Document) -> None:
    """Each function, group, post and date is in a table too; lines may be broken, and capitals added."""
    behind = lines_of((block.data,)) if block.data else []
    words = " ".join(" ".join([words_of(document), *behind]).split()).casefold()
    for line in texts(block):
        assert is_ours(line) or line.removeprefix("Meets ").rstrip("…").strip().casefold() in words, line


def is_ours(line: str) -> bool:
    """The words of the picture itself, and the months and years on its line of time."""
    return line in OWN_WORDS or re.fullmatch(r"[A-Z][a-z]{2}|\d{4}", line) is not None


@pytest.mark.slow
@pytest.mark.parametrize("start", ["Function", "Post", "Milestone"])
def test_a_picture_too_tall_for_a_page_comes_in_parts_that_show_everything(start: str) -> None:
    parts = [texts(block) for block in figures(interest(MANY))]
    shown = [line for lines in parts for line in lines if line.startswith(f"{start} number")]
    assert sorted(shown) == sorted(f"{start} number {n}" for n in range(70))
    assert len(shown) > max(sum(line in shown for line in lines) for lines in parts)


def test_the_votes_of_many_ccgs_come_in_parts_that_show_them_all() -> None:
    parts = [texts(block) for block in draw(MANY, "engagement")]
    shown = [line for lines in parts for line in lines if line.startswith("Vote of practices of")]
    assert shown == [f"Vote of practices of CCG number {n}" for n in range(40)]
    assert len([lines for lines in parts if set(lines) & set(shown)]) > 3


def test_groups_that_need_two_sheets_are_split_evenly() -> None:
    ballots = "".join(f"      - {{ccg: CCG {n}, voted: 11, for: 9, against: 2}}\n" for n in range(9))
    parts = draw(skeleton(more=f"engagement:\n  members:\n    ballots:\n{ballots}"), "engagement")
    assert [sum(line.startswith("Vote of") for line in texts(part)) for part in parts] == [5, 4]


def test_the_votes_of_ccgs_that_close_on_one_day_are_one_date_of_the_timeline() -> None:
    votes = "".join(
        f"      - {{ccg: CCG {n}, closed: 2014-06-27, result_due: 2014-07-0{n}}}\n" for n in (1, 2)
    )
    start = "timescales: [{milestone: Shadow form, date: 2014-10}, {milestone: Go live, date: 2015-04-01}]\n"
    one = examined(skeleton(more=f"{start}engagement:\n  members:\n    ballots:\n{votes}"))
    names = [entry.name for entry in timeline_entries.list_own_entries(one.submission, one.round)]
    assert "Two votes of members close" in names
    assert "Result of the vote of practices of CCG 2 due" in names
    assert "Vote of practices of CCG 1 closes" not in names


def test_meetings_already_held_are_no_part_of_what_will_happen() -> None:
    events = (
        "engagement: {nhs_england: [{date: 2014-05-27, event: Briefing}, {date: 2014-07-30, event: Visit}]}\n"
    )
    one = examined(skeleton(more=f"submitted: 2014-06-20\n{events}"))
    assert [entry.name for entry in timeline_entries.list_own_entries(one.submission, one.round)] == ["Visit"]


def test_what_is_past_when_a_bid_is_sent_is_no_part_of_what_will_happen() -> None:
    more = "arrangement: {phases: [{name: First, start: 2013-10}, {name: Next, start: 2015-04}]}\n"
    more += "timescales: [{milestone: Past, date: 2014-04-01}, {milestone: Shadow form, date: 2014-11}]\n"
    one = examined(skeleton(more=f"submitted: 2014-06-20\n{more}"))
    names = [entry.name for entry in timeline_entries.list_own_entries(one.submission, one.round)]
    assert names == ["Shadow form", "Next starts"]
    assert timeline.count(one.submission, one.round) == (2, 2)


def test_a_milestone_that_is_past_still_stands_in_the_table() -> None:
    dates = ("2014-04-01", "2014-09-01", "2014-10-01", "2014-11-01", "2014-12-01")
    more = "".join(f"  - {{milestone: Step {n}, date: {day}}}\n" for n, day in enumerate(dates))
    for day, stands in (("2014-06-20", True), ("2014-03-20", False)):
        document = interest(skeleton(more=f"submitted: {day}\ntimescales:\n{more}"))
        tables = [block for block in document.blocks if isinstance(block, Table)]
        assert any(table.anchor == "table-timescales" for table in tables) is stands
        assert [figure.anchor for figure in figures(document)] == ["figure-timeline"]


def test_the_parts_of_a_picture_are_named_as_parts() -> None:
    captions = [read_plain_words(block.caption) for block in figures(interest(MANY))]
    assert captions[:3] == [f"Functions in scope, and who leads (part {n} of 3)" for n in (1, 2, 3)]


def test_the_sentence_before_a_printed_picture_leads_to_it() -> None:
    blocks = interest(skeleton(more=MILESTONES)).blocks
    printed = [(before, block) for before, block in pairwise(blocks) if isinstance(block, Figure)]
    assert len(printed) == 1
    for before, block in printed:
        assert isinstance(before, Paragraph)
        named = [found.anchor for found in walk_inlines(before.children) if isinstance(found, Reference)]
        assert named == [block.anchor]


def test_a_picture_is_printed_only_in_place_of_a_table() -> None:
    """A table or a sentence says what the other pictures show, so they are for a screen alone."""
    for more, anchors, shown in ((MILESTONES, {"figure-timeline"}, 1), (f"{MILESTONES}{NOTED}", set(), 0)):
        document = interest(skeleton(more=more))
        assert {one.anchor for one in figures(remove_screen_pictures(document))} == anchors
        assert find_writer("html").write(document).decode().count("<figure ") == 1
        assert find_writer("odt").write(document) != find_writer("odt").write(document.replace(blocks=()))
        assert find_writer("md").write(document).decode().count("**Figure") == shown
    many = figures(interest(MANY))
    assert {one.anchor for one in many if one.for_screen} >= {"figure-scope", "figure-resources"}
    assert all((one.number is None) == one.for_screen for one in many)


@pytest.mark.parametrize(
    ("name", "enough", "too_little"),
    [
        (
            "scope",
            "scope: {functions: [{function: A, lead: ccg}, {function: B, lead: nhse}]}",
            "scope: {functions: [{function: A, lead: ccg}]}",
        ),
        (
            "governance",
            "governance: {groups: [{name: A, reports_to: B}]}",
            "governance: {groups: [{name: A, meets: monthly}]}",
        ),
        (
            "timeline",
            "timescales: [{milestone: A, date: 2014}, {milestone: B, date: 2015}]",
            "timescales: [{milestone: A, date: 2014}, {milestone: B}]",
        ),
        (
            "resources",
            "resources: {posts: [{role: A, cost: £1k}, {role: B, cost: £2k}]}",
            "resources: {posts: [{role: A, cost: £1k}, {role: B}]}",
        ),
        (
            "engagement",
            "engagement: {public: {views: {for: 60%, against: 40%}}}",
            "engagement: {public: {views: {for: 60%}}}",
        ),
    ],
)
def test_a_picture_is_there_only_where_there_is_enough_to_draw(
    name: str, enough: str, too_little: str
) -> None:
    assert drawn(f"{enough}\n") == {name}
    assert drawn(f"{too_little}\n") == set()


@pytest.mark.parametrize(
    ("stated", "of", "worth"), [(3, 3, False), (4, 4, True), (3, 6, False), (4, 7, False), (4, 6, True)]
)
def test_a_picture_is_worth_drawing_of_four_things_or_more_of_which_three_fifths_are_stated(
    stated: int, of: int, worth: bool
) -> None:
    assert is_worth_drawing(stated, of) is worth


@pytest.mark.parametrize(("posts", "costs", "shown"), [(3, 3, 0), (4, 4, 1), (10, 5, 0), (10, 6, 1)])
def test_a_picture_of_the_costs_shows_four_posts_or_more(posts: int, costs: int, shown: int) -> None:
    rows = "".join(
        f"    - {{role: Post {n}{f', cost: £{n + 1}k' if n < costs else ''}}}\n" for n in range(posts)
    )
    document = interest(skeleton(more=f"resources:\n  posts:\n{rows}"))
    assert len(figures(document)) == shown
    assert "sets out the" in words_of(document)


@pytest.mark.parametrize(
    "more",
    [
        "engagement: {members: {ballot: {for: 0, against: 0}}}\n",
        "resources: {posts: [{role: A, cost: £0}, {role: B, cost: £0}]}\n",
        "engagement: {nhs_england: [{date: 2014-05, event: A}, {date: 2014-06, event: B}]}\n",
    ],
    ids=["no votes", "no costs", "no milestones"],
)
def test_nothing_is_drawn_of_nothing(more: str) -> None:
    assert drawn(more) == set()


def test_a_contractor_group_comes_from_the_catalogue_or_else_from_the_table() -> None:
    lines = texts(
        figure(
            skeleton(
                more="scope:\n  functions: [{id: sanctions, lead: ccg}, {function: New, lead: ccg}]\n"
                "  tables:\n    - contractor_group: eye\n"
                "      functions: [{id: estates, lead: ccg}, {id: dental_reviews}]\n"
            ),
            "scope",
        )
    )
    bands = [line for line in lines if line.endswith("functions")]
    assert bands == ["Medical functions", "Dental functions", "Eye care functions", "Other functions"]


def test_an_invented_body_is_drawn_once_however_its_name_is_written() -> None:
    source = skeleton(
        more="governance:\n  groups:\n    - {name: A, reports_to: [CCG Board, B]}\n"
        "    - {name: B, reports_to: the CCG board}\n"
    )
    assert sorted(texts(figure(source, "governance")))[:3] == ["A", "B", "CCG Board"]


def test_money_and_shares_are_printed_as_they_were_typed() -> None:
    source = skeleton(
        more="resources: {posts: [{role: A, cost: about £43.3k}, {role: B, cost: '-12,000'}]}\n"
        "engagement: {public: {sent: 42, response_rate: 28.6%, views: {for: 58%, against: 17 per cent}}}\n"
    )
    assert {"about £43.3k", "-£12,000"} <= set(texts(figure(source, "resources")))
    assert {"58%", "17 per cent", "Sent to 42, response rate 28.6%"} <= set(
        texts(figure(source, "engagement"))
    )


def test_a_bar_is_as_long_as_its_share() -> None:
    root = drawing(
        figure(skeleton(more="engagement: {public: {views: {for: 75%, unsure: 25%}}}\n"), "engagement")
    )
    tracks = [element for element in root.iter(f"{SVG}rect") if element.get("stroke") == "#aebdc9"]
    bars = [element for element in root.iter(f"{SVG}rect") if element.get("stroke") == "#003087"]
    whole = int(tracks[0].get("width", ""))
    assert [int(bar.get("width", "")) for bar in bars] == [round(whole * 0.75), round(whole * 0.25)]


def test_a_character_that_xml_cannot_hold_is_replaced() -> None:
    complete = examined(COMPLETE.read_bytes())
    (shows,) = scope.draw(complete.submission, complete.round)
    assert isinstance(shows, scope.ScopeDrawing)
    root = ElementTree.fromstring(write_svg("scope", shows.replace(alt="a\x00b <&> \"c'\ud800")))
    assert root.findtext(f"{SVG}desc") == "a\ufffdb <&> “c’\ufffd"


def with_own(template: str, text: str, folder: Path) -> Document:
    (folder / "figures").mkdir()
    (folder / "figures" / template).write_text(text, encoding="utf-8")
    short = examined(skeleton(more=MILESTONES))
    return make_with_templates(
        Templates(folder), lambda templates: render_expression_of_interest(short, True, templates)
    )


@pytest.mark.slow
def test_a_ccg_can_draw_with_templates_of_its_own(tmp_path: Path) -> None:
    own = '{% extends "shipped/timeline.svg" %}{% block title %}Our timeline{% endblock %}'
    drawn = figures(with_own("timeline.svg", own, tmp_path))
    block = next(one for one in drawn if one.anchor == "figure-timeline")
    assert drawing(block).findtext(f"{SVG}title") == "Our timeline"


@pytest.mark.slow
def test_a_template_of_a_ccg_that_makes_no_xml_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(TemplateProblem, match=r"timeline\.svg is not well-formed XML"):
        with_own("timeline.svg", "<svg><g></svg>", tmp_path)


@pytest.mark.parametrize("way", ["_templates.own", "_submission", "__init__"])
def test_a_template_reaches_no_more_than_the_pictures(way: str, tmp_path: Path) -> None:
    complete = examined(COMPLETE.read_bytes())
    shown = Figures(complete.submission, complete.round, Templates(tmp_path))
    with pytest.raises(SecurityError):
        environment("checklist").from_string(f"{{{{ figures.{way} }}}}").render(figures=shown)


def test_a_picture_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no picture 'os', only engagement"):
        load_artist("os")


def test_each_picture_has_a_template_of_its_name() -> None:
    own = {path.stem for path in (find_templates_folder() / "figures").iterdir()}
    assert own == {*list_picture_names(), "frame", "shapes"}


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", list_picture_names())
def test_text_stands_out_from_what_is_behind_it(name: str) -> None:
    root = drawing(figure(COMPLETE.read_bytes(), name))
    boxes = list(root.iter(f"{SVG}rect"))
    for element in root.iter(f"{SVG}text"):
        behind = [box.get("fill", "") for box in boxes if is_in(element, box)][-1]
        assert contrast(element.get("fill", root.get("fill", "")), behind) >= 4.5, element.text


def is_in(element: ElementTree.Element, box: ElementTree.Element) -> bool:
    x, y = float(element.get("x", "")), float(element.get("y", ""))
    left, top = float(box.get("x", "0")), float(box.get("y", "0"))
    return left <= x <= left + float(box.get("width", "")) and top <= y <= top + float(box.get("height", ""))


def looks(kind: str) -> tuple[str, bool]:
    """The grey of a bar, and whether lines run across it."""
    source = "{% from 'shapes.svg' import bar %}{{ bar(box, kind) }}"
    printed = environment("figures").from_string(source).render(box=Box(0, 0, 50, 20), kind=kind)
    match = re.search(r'fill="(#\w{6})"', printed)
    assert match
    return match[1], "<path" in printed


def test_bars_can_be_told_apart_in_grey_print() -> None:
    for one, other in combinations(("solid", "hatched", "plain"), 2):
        (fill, lined), (other_fill, other_lined) = looks(one), looks(other)
        assert lined != other_lined or contrast(fill, other_fill) >= 3


def test_signs_differ_in_shape_and_not_in_colour_alone() -> None:
    signs = drawing(figure(COMPLETE.read_bytes(), "scope"))
    rings = [element.get("fill") for element in signs.iter(f"{SVG}circle")]
    assert contrast("#005eb8", "#ffffff") > 4.5
    assert set(rings) == {"#005eb8", "#ffffff"}
    later = COMPLETE.read_bytes().replace(b"{date: 2014-05-27, event", b"{date: 2014-08-27, event")
    dates = drawing(figure(later, "timeline"))
    shapes = {element.get("d") for element in dates.iter(f"{SVG}path") if element.get("transform")}
    assert len(shapes) == 3
    assert list(dates.iter(f"{SVG}circle"))


@pytest.mark.slow
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_same_submission_has_the_same_pictures(path: Path) -> None:
    assert figures(interest(path.read_bytes())) == figures(interest(path.read_bytes()))


def test_a_stakeholder_who_was_not_consulted_is_no_engagement_in_the_timeline() -> None:
    asked = "engagement: {{stakeholders: [{{name: LMC, consulted: {}, date: 2014-06, view: Content}}]}}\n"
    told = [
        list(timeline_entries.list_engagement_entries(examined(skeleton(more=asked.format(word))).submission))
        for word in ("yes", "no")
    ]
    assert [len(entries) for entries in told] == [1, 0]


def test_a_counted_body_stands_in_small_letters_after_views_of_in_the_timeline() -> None:
    asked = "engagement: {stakeholders: [{name: Eight borough councils, date: 2014-06, view: Content}]}\n"
    entries = timeline_entries.list_engagement_entries(examined(skeleton(more=asked)).submission)
    assert [entry.name for entry in entries] == ["Views of eight borough councils"]


def test_a_picture_of_the_scope_shows_four_functions_or_more_and_a_sentence_counts_them() -> None:
    rows = [f"    - {{function: Work {number}, in_scope: yes, lead: ccg}}\n" for number in range(10)]
    for count, said, drawn in ((3, "three", []), (4, "four", ["figure-scope"]), (10, "10", ["figure-scope"])):
        document = interest(skeleton(more="scope:\n  functions:\n" + "".join(rows[:count])))
        assert [block.anchor for block in figures(document)] == drawn
        assert f"lists {said} functions, all in scope." in words_of(document)


def test_a_picture_of_the_scope_has_a_column_for_each_side_that_leads_something() -> None:
    rows = [f"    - {{function: Work {number}, in_scope: yes, lead: ccg}}\n" for number in range(4)]
    (block,) = figures(interest(skeleton(more="scope:\n  functions:\n" + "".join(rows))))
    assert "CCG" in texts(block)
    assert not {"Joint", "NHS England"} & set(texts(block))


def test_a_chart_of_groups_is_drawn_from_four_of_them_on() -> None:
    groups = [f"    - {{name: Group {number}, reports_to: [Board]}}\n" for number in range(4)]
    for count in (3, 4):
        document = interest(skeleton(more="governance:\n  groups:\n" + "".join(groups[:count])))
        assert [block.anchor for block in figures(document)] == ["figure-governance"] * (count == 4)
