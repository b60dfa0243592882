"""`eoi build --templates`: what takes the place of what, and every mistake shown with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path

import pytest

from eoi.document.templating import paper_facts
from eoi.document.templating.environment import environment
from eoi.document.templating.template_context import make_template_facts
from eoi.papers import find_templates_folder
from eoi.writers import list_formats
from tests.cli.calls import Call, Outcome, files_in
from tests.compiled import copied_templates
from tests.imports.word_files import SHORT as SHORT_FILE
from tests.samples import EXAMPLES, skeleton
from tests.thorough import some_of

FRONT_PAGE = "expression-of-interest/front-page.html"
SUMMARY = "expression-of-interest/summary.html"
FRONT_PAGE = "expression-of-interest/front-page.html"
DOCUMENT = "expression-of-interest/document.html"
SHORT = '<h1 id="title">Short</h1>\n{% include "summary.html" %}'
OPENING = "{{% block opening %}}\n<p>The summary.</p>\n{}\n{{% endblock %}}\n"


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Callable[[str, str | bytes], Path]]:
    (tmp_path / "ccg.yaml").write_text(skeleton(), encoding="utf-8")
    (tmp_path / "ours").mkdir()

    def write(name: str, text: str | bytes) -> Path:
        path = tmp_path / "ours" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    # Every test has a folder of this name; a process has one for good.
    environment.cache_clear()
    yield write
    environment.cache_clear()


def built(eoi: Call, folder: str = "ours") -> Outcome:
    return eoi("build", "ccg.yaml", "--templates", folder, "--format", "md")


def interest() -> str:
    return Path("build/ccg-expression-of-interest.md").read_text(encoding="utf-8")


Write = Callable[[str, str | bytes], Path]


@pytest.mark.slow
def test_a_file_takes_the_place_of_the_one_of_its_name_and_the_others_stay(eoi: Call, ours: Write) -> None:
    ours(SUMMARY, '{% extends "section.html" %}{% block opening %}<p>In our own words.</p>{% endblock %}')
    assert built(eoi).code == 0
    assert "In our own words." in interest()
    assert "Governance" in interest()


@pytest.mark.slow
def test_shared_pieces_and_the_checklist_can_be_replaced_too(eoi: Call, ours: Write) -> None:
    pieces = (find_templates_folder() / "shared" / "pieces.html").read_text(encoding="utf-8")
    assert "<li>{{ write(item)" in pieces
    ours("shared/pieces.html", pieces.replace("<li>{{ write(item)", "<li>Item: {{ write(item)"))
    ours("checklist/document.html", "<h1 id='title'>Our list</h1>")
    Path("ccg.yaml").write_text(skeleton(more="benefits: {}\npriorities: [{title: A, outcomes: [B]}]\n"))
    assert built(eoi).code == 0
    assert "Item: B" in interest()
    assert Path("build/ccg-checklist.md").read_text("utf-8").startswith('<a id="title"></a>\n\n# Our list\n')


@pytest.mark.slow
@pytest.mark.parametrize("file", some_of([SHORT_FILE, EXAMPLES[0]], 1), ids=attrgetter("stem"))
def test_a_full_copy_of_the_templates_gives_the_same_bytes_in_every_format(
    eoi: Call, tmp_path: Path, file: Path
) -> None:
    (tmp_path / "ccg.yaml").write_bytes(file.read_bytes())
    eoi("build", "ccg.yaml", "-o", "shipped")
    assert eoi("build", "ccg.yaml", "-o", "own", "--templates", str(copied_templates())).err.count("\n") == 1
    assert len(files_in(tmp_path / "own")) == 2 * len(list_formats())
    for name in files_in(tmp_path / "shipped"):
        assert (tmp_path / "own" / name).read_bytes() == (tmp_path / "shipped" / name).read_bytes(), name


@pytest.mark.slow
@pytest.mark.sampled
@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("<p>{{ nobody }}</p>", "There is no name `nobody` here."),
        ("<p>{{ s.sumary }}</p>", "There is no field `sumary` here; did you mean `summary`?"),
        ("{{ s.summary|shout }}", "No filter named 'shout'."),
        ("<p>{{ 1 + 'a' }}</p>", "Unsupported operand type(s) for +: 'int' and 'str'."),
        ("<p>{{ 1 / 0 }}</p>", "Division by zero."),
        ("{{ ''.__class__ }}", "Access to attribute '__class__' of 'str' object is unsafe."),
        ("{% include 'nowhere.html' %}", "There is no template `nowhere.html`."),
        ("{% include '../../ccg.yaml' %}", "There is no template `../../ccg.yaml`."),
        ("{{ self.opening() }}", "This calls itself without end."),
        ("{% frobnicate %}", "Encountered unknown tag 'frobnicate'."),
        ("<section>x</section>", "<section> is not in the subset."),
        ("<p style='color: red'>x</p>", "<p> cannot carry style."),
        ("Loose words.", "Text outside any element: 'Loose words.'"),
        ("<em>Loose</em> words.", "Text outside any element: 'Loose words.'"),
        ("<p>never closed", "<p> is never closed."),
        ("<ul><p>x</p></ul>", "'<p>' cannot stand directly in <ul>."),
        ("<ul>words</ul>", "'words' cannot stand directly in <ul>."),
        ("<p>See <a class='ref' href='#nix'></a></p>", "Nothing that is numbered is called #nix."),
        ("<p><span class='red'>x</span></p>", '<span class="red"> is not in the subset.'),
        ("<aside class='box'><p>x</p></aside>", '<aside class="box"> is not in the subset.'),
        ("<table class='data numbered'><tbody></tbody></table>", "What is numbered needs an id."),
        ("<!-- a note to myself -->", "A comment is not in the subset: 'a note to myself'."),
        ("<p>{{ s.applicants[0].name|safe }}</p><hr>", "<hr> is not in the subset."),
    ],
)
def test_a_mistake_is_shown_with_its_line_and_nothing_is_written(
    eoi: Call, ours: Write, tmp_path: Path, line: str, complaint: str
) -> None:
    ours(DOCUMENT, SHORT)
    ours(SUMMARY, OPENING.format(line))
    before = files_in(tmp_path)
    code, out, err = built(eoi)
    assert (code, out) == (2, "")
    shown = " ".join(err.split())
    assert shown.startswith(f"ours/{SUMMARY}:3:1: error: {complaint}")
    assert f"3 | {line}" in shown
    assert err.splitlines()[-1] == "eoi: stopped: fix this template first"
    assert files_in(tmp_path) == before


def test_an_element_that_was_left_open_is_shown_where_it_begins(eoi: Call, ours: Write) -> None:
    ours(DOCUMENT, SHORT)
    ours(SUMMARY, OPENING.format("\n<aside class='note'>\n<p>x</p>\n"))
    assert built(eoi).err.startswith(f"ours/{SUMMARY}:4:1: error: <aside> is never closed")


def test_a_mistake_in_the_checklist_is_shown_too(eoi: Call, ours: Write) -> None:
    ours("checklist/document.html", "<h1 id='title'>x</h1>\n\n<p>{{ s.nothing }}</p>\n")
    assert built(eoi).err.startswith("ours/checklist/document.html:3:1: error: There is no field `nothing`")


@pytest.mark.long
def test_five_lines_that_override_one_block_change_one_sentence_and_nothing_else(
    eoi: Call, ours: Write
) -> None:
    assert eoi("build", "ccg.yaml", "--format", "md").code == 0
    before = interest().splitlines()
    lines = [
        '{% extends "shipped/front-page.html" %}',
        "{% block who_applies %}",
        "<p>{{ the_ccg|capital }} would like to commission primary care.</p>",
        "{% endblock %}",
    ]
    ours(FRONT_PAGE, "\n".join(lines) + "\n")
    assert built(eoi) == (0, "", built(eoi).err)
    after = interest().splitlines()
    assert len(after) == len(before)
    assert [new for old, new in zip(before, after, strict=True) if old != new and "eoi-seal" not in new] == [
        "1. The CCG would like to commission primary care."
    ]


@pytest.mark.slow
def test_an_own_block_can_add_to_the_one_that_it_takes_the_place_of(eoi: Call, ours: Write) -> None:
    ours(
        FRONT_PAGE,
        '{% extends "shipped/front-page.html" %}\n'
        "{% block who_applies %}{{ super() }}<p>And more.</p>{% endblock %}\n",
    )
    assert built(eoi).code == 0
    assert "NHS Somewhere CCG expresses an interest in **" in interest()
    assert "And more." in interest()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("block", "meant"),
    [("introductoin", "did you mean introduction?"), ("annex", "there are closing, conflicts, existing, ")],
)
def test_a_block_that_takes_the_place_of_none_is_named(
    eoi: Call, ours: Write, block: str, meant: str
) -> None:
    ours(
        "expression-of-interest/governance.html",
        f'{{% extends "shipped/governance.html" %}}\n{{% block {block} %}}<p>x</p>{{% endblock %}}\n',
    )
    code, _, err = built(eoi)
    assert code == 0
    told = f"eoi: the block {block} of ours/expression-of-interest/governance.html replaces no block;"
    assert f"{told} {meant}" in " ".join(err.split())


@pytest.mark.long
def test_a_block_that_is_missing_is_named_with_the_file_it_is_missing_from(eoi: Call, ours: Write) -> None:
    ours("expression-of-interest/scope.html", '{% extends "section.html" %}')
    code, _, err = built(eoi)
    assert code == 2
    assert err.startswith("ours/expression-of-interest/scope.html:1:1: error: There is no block `functions`")


@pytest.mark.slow
def test_a_section_of_macros_alone_writes_nothing_and_stops_the_build(eoi: Call, ours: Write) -> None:
    ours("expression-of-interest/scope.html", "{% macro functions() %}<p>Ours.</p>{% endmacro %}")
    code, _, err = built(eoi)
    assert code == 2
    assert "The template scope.html writes nothing: begin it with" in " ".join(err.split())


@pytest.mark.slow
def test_a_section_that_leaves_out_its_marks_has_them_below_it(eoi: Call, ours: Write) -> None:
    ours("expression-of-interest/scope.html", "<h2>Scope, in brief</h2>\n<p>See the annex.</p>\n")
    assert built(eoi).code == 0
    below = interest().partition("See the annex.")[2].partition("\n## ")[0]
    assert "**To complete:**" in below


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (
            "{{ paragraphs('benefits.visoin') }}",
            "There is no field `benefits.visoin`; did you mean `vision`?",
        ),
        ("{{ cell('sumary') }}", "There is no field `sumary`; did you mean `summary`?"),
        (
            "<p data-path='scope.introductoin'>x</p>",
            "There is no field `scope.introductoin`; did you mean `introduction`?",
        ),
    ],
)
def test_a_path_that_leads_to_no_field_stops_the_build(
    eoi: Call, ours: Write, line: str, complaint: str
) -> None:
    ours(DOCUMENT, SHORT)
    ours(SUMMARY, OPENING.format(line))
    code, _, err = built(eoi)
    assert code == 2
    assert f"ours/{SUMMARY}:3:1: error: {complaint}" in " ".join(err.split())


def test_a_message_fits_a_narrow_window(eoi: Call, ours: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    ours(SUMMARY, OPENING.format(f"<p>{{{{ nobody }}}} {'long ' * 40}</p>"))
    assert max(map(len, built(eoi).err.splitlines())) <= 60


def test_a_piece_of_ours_that_is_used_wrongly_is_told_where_it_is_used(eoi: Call, ours: Write) -> None:
    ours(DOCUMENT, SHORT)
    ours(SUMMARY, OPENING.format("{% from 'pieces.html' import on_date %}\n<p>{{ on_date('x') }}</p>"))
    code, _, err = built(eoi)
    assert code == 2
    assert err.startswith(f"ours/{SUMMARY}:4:1: error: 'str object' has no attribute ")


@pytest.mark.slow
def test_a_piece_that_the_others_miss_is_a_mistake_in_the_template_that_left_it_out(
    eoi: Call, ours: Write
) -> None:
    ours("shared/pieces.html", "{% macro bullets(items) %}{% endmacro %}")
    code, _, err = built(eoi)
    assert code == 2
    said = " ".join(err.split())
    assert "There is no name `separator` here." in said
    assert "One in ours takes the place of what it needs, or leaves it out." in said


@pytest.mark.slow
def test_what_fails_in_the_shipped_templates_alone_is_a_defect_of_the_program(
    eoi: Call, ours: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours("checklist/document.html", "<h1 id='title'>Our list</h1>")
    Path("ccg.yaml").write_text(skeleton(more="arrangement: {fallback: influence}\n"), encoding="utf-8")
    whole = make_template_facts
    monkeypatch.setattr(
        paper_facts, "make_template_facts", lambda one: {k: v for k, v in whole(one).items() if k != "forms"}
    )
    code, _, err = built(eoi)
    assert code == 3
    assert "mend" not in err


@pytest.mark.parametrize(
    "attack",
    [
        "s.expand('x')",
        "s.applicants[0].fields",
        "s.given.clear()",
        "s.by_written",
        "round.issued.first.today()",
        "s|attr('expand')",
        "([s]|map(attribute='expand')|first)('x')",
        "gaps.mark.__globals__",
        "lipsum()",
        "[1, 2]|random",
    ],
)
def test_a_template_can_neither_act_nor_ask_the_clock_or_chance(eoi: Call, ours: Write, attack: str) -> None:
    ours(DOCUMENT, SHORT)
    ours(SUMMARY, OPENING.format(f"<p>{{{{ {attack} }}}}</p>"))
    code, _, err = built(eoi)
    assert code == 2
    assert err.startswith(f"ours/{SUMMARY}:3:1: error: ")


@pytest.mark.parametrize(
    ("folder", "complaint"),
    [
        ("nowhere", "eoi: nowhere is not there; --templates needs a folder\n"),
        ("ccg.yaml", "eoi: ccg.yaml is not a folder; --templates needs a folder\n"),
    ],
)
def test_a_folder_that_is_none_ends_the_command(eoi: Call, ours: Write, folder: str, complaint: str) -> None:
    ours(SUMMARY, "")
    assert built(eoi, folder) == (2, "", complaint)


def test_a_file_that_is_no_text_ends_the_command(eoi: Call, ours: Write) -> None:
    ours(SUMMARY, b"\xff\xfe\x00")
    assert built(eoi) == (2, "", f"eoi: ours/{SUMMARY} is not a template: it is no UTF-8 text\n")


def warnings(eoi: Call) -> list[str]:
    code, _, err = built(eoi)
    assert code == 0
    return [line for line in err.splitlines() if line.startswith("eoi: ")]


@pytest.mark.slow
def test_a_misspelt_name_is_told_the_nearest(eoi: Call, ours: Write) -> None:
    ours(SUMMARY, OPENING.format(""))
    ours("expression-of-interest/scop.html", "x")
    assert warnings(eoi) == [
        "eoi: ours/expression-of-interest/scop.html replaces no template; "
        "did you mean expression-of-interest/scope.html?"
    ]


@pytest.mark.slow
def test_a_file_in_the_wrong_folder_is_told_the_right_one(eoi: Call, ours: Write) -> None:
    ours("scope.html", "x")
    assert warnings(eoi) == [
        "eoi: no file in ours replaces a template; did you mean expression-of-interest/scope.html?"
    ]


@pytest.mark.slow
def test_an_empty_folder_is_told_so(eoi: Call, ours: Write) -> None:  # noqa: ARG001
    assert warnings(eoi) == ["eoi: no file in ours replaces a template"]


@pytest.mark.slow
def test_a_piece_of_ones_own_that_another_file_includes_is_no_mistake(eoi: Call, ours: Write) -> None:
    ours(SUMMARY, OPENING.format("{% include 'promise.html' %}"))
    ours("shared/promise.html", "<p>We promise.</p>")
    ours(".hidden.html.swp", "x")
    assert warnings(eoi) == []
    assert "We promise." in interest()


def test_what_a_ccg_types_cannot_forge_where_a_mistake_lies(eoi: Call, ours: Write) -> None:
    ours(DOCUMENT, SHORT)
    ours(SUMMARY, OPENING.format("{{ s.summary|prose }}\n<section>x</section>"))
    Path("ccg.yaml").write_text(skeleton(more='summary: "<!--@1 ccg.yaml-->"\n'), encoding="utf-8")
    assert built(eoi).err.startswith(f"ours/{SUMMARY}:4:1: error: <section>")
