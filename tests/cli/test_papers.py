"""`eoi build --document`: which papers are made of a file, and that a folder of templates is a paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from eoi.papers import USUAL, list_papers
from eoi.writers import find_writer, list_formats
from tests.cli.calls import Call
from tests.samples import COMPLETE, ROOT, skeleton

HOUSE = """<h1 id="title">Our own paper</h1>
<p>For {{ s.applicants|map(attribute='name')|listed }}.</p>
{% from "decision.html" import asked with context %}
<p>{{ asked() }}</p>
{% if s.summary %}{{ paragraphs('summary') }}{% endif %}
"""


@pytest.fixture(autouse=True)
def submission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ccg.yaml").write_text(skeleton(more="summary: What we ask for.\n"), encoding="utf-8")


def list_built() -> list[str]:
    return sorted(path.name for path in Path("build").iterdir())


@pytest.mark.slow
def test_the_usual_papers_are_built_unless_others_are_named(eoi: Call) -> None:
    assert eoi("build", "ccg.yaml", "--format", "md").code == 0
    assert list_built() == sorted(f"ccg-{name}.md" for name in USUAL)


@pytest.mark.slow
def test_several_papers_are_named_with_commas_or_one_by_one(eoi: Call) -> None:
    call = eoi("build", "ccg.yaml", "--format", "md,html", "--document", "board-report,checklist")
    assert call.code == 0, call.err
    expected = [f"ccg-{name}.{ending}" for name in ("board-report", "checklist") for ending in ("html", "md")]
    assert list_built() == sorted(expected)
    again = eoi(
        "build", "ccg.yaml", "--format", "md", "--document", "board-report", "--document", "checklist"
    )
    assert again.code == 0


@pytest.mark.long
def test_every_paper_is_built_in_every_format(eoi: Call) -> None:
    assert eoi("build", "ccg.yaml", "--document", ",".join(list_papers())).code == 0
    assert len(list_built()) == 5 * len(list_papers())


def test_an_unknown_paper_is_told_with_the_nearest_name_and_with_all_there_are(eoi: Call) -> None:
    call = eoi("build", "ccg.yaml", "--document", "bord-report")
    assert call.code == 2
    assert "there is no paper 'bord-report'; did you mean board-report? (known: expression-of" in call.err
    assert not Path("build").exists()


def test_the_help_lists_every_paper(eoi: Call) -> None:
    words = " ".join(eoi("build", "--help").out.split())
    assert len(list_papers()) > 2
    for name in list_papers():
        assert name in words


def test_a_final_paper_has_a_name_of_its_own(eoi: Call) -> None:
    text = Path("ccg.yaml").read_text(encoding="utf-8") + "status: withdrawn\n"
    Path("ccg.yaml").write_text(text, encoding="utf-8")
    call = eoi("build", "ccg.yaml", "--format", "md", "--document", "board-report", "--final")
    assert call.code == 0, call.out
    assert list_built() == ["ccg-board-report-final.md"]


def test_a_paper_that_is_out_of_date_is_told_as_any_document_is(eoi: Call) -> None:
    options = ("--format", "md", "--document", "board-report")
    assert "missing  build/ccg-board-report.md" in eoi("build", "--check", "ccg.yaml", *options).out
    assert eoi("build", "ccg.yaml", *options).code == 0
    assert eoi("build", "--check", "ccg.yaml", *options).code == 0
    Path("ccg.yaml").write_text(skeleton(more="summary: Something else.\n"), encoding="utf-8")
    assert "stale    build/ccg-board-report.md" in eoi("build", "--check", "ccg.yaml", *options).out


def test_a_folder_of_templates_is_a_paper_in_every_format_and_needs_no_edit_elsewhere(eoi: Call) -> None:
    Path("ours/house-paper").mkdir(parents=True)
    Path("ours/house-paper/document.html").write_text(HOUSE, encoding="utf-8")
    call = eoi("build", "ccg.yaml", "--templates", "ours", "--document", "house-paper")
    assert (call.code, "takes the place" in call.err) == (0, False), call.err
    assert list_built() == sorted(f"ccg-house-paper.{find_writer(name).SUFFIX}" for name in list_formats())
    text = Path("build/ccg-house-paper.md").read_text(encoding="utf-8")
    assert "Our own paper" in text
    assert "For NHS Somewhere CCG." in text
    assert "The CCG Board is" in text
    assert "What we ask for." in text


def test_a_paper_of_ones_own_is_among_those_that_an_error_lists(eoi: Call) -> None:
    Path("ours/house-paper").mkdir(parents=True)
    Path("ours/house-paper/document.html").write_text(HOUSE, encoding="utf-8")
    call = eoi("build", "ccg.yaml", "--templates", "ours", "--document", "house-papr")
    assert "did you mean house-paper?" in call.err


def test_a_mistake_in_a_template_of_a_new_paper_is_shown_with_its_line(eoi: Call) -> None:
    Path("ours/mistaken-paper").mkdir(parents=True)
    Path("ours/mistaken-paper/document.html").write_text("<h1 id='title'>x</h1>\n{{ nothing }}\n", "utf-8")
    call = eoi("build", "ccg.yaml", "--templates", "ours", "--document", "mistaken-paper")
    assert call.code == 2
    assert call.err.startswith("ours/mistaken-paper/document.html:2:1: error: ")


SECRET = """resources: {posts: [{role: Project manager, cost: £43.3k}]}
redactions:
  - {path: "resources.posts[0].cost", exemption: section 43(2), reason: Bargaining}
"""


def build_public(eoi: Call, *words: str) -> None:
    Path("ccg.yaml").write_text(skeleton(more=SECRET), encoding="utf-8")
    call = eoi("build", "ccg.yaml", "--format", "md", *words)
    assert call.code == 0, call.err


def read_built(name: str) -> str:
    return (Path("build") / name).read_text(encoding="utf-8")


@pytest.mark.slow
def test_papers_beside_the_public_edition_are_built_in_full(eoi: Call) -> None:
    build_public(eoi, "--document", "public,checklist,expression-of-interest")
    assert list_built() == ["ccg-checklist.md", "ccg-expression-of-interest.md", "ccg-public.md"]
    assert "43.3" in read_built("ccg-expression-of-interest.md")
    assert "43.3" not in read_built("ccg-public.md")


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in list_papers() if name != "public"])
def test_a_public_paper_says_so_and_lists_what_is_withheld(eoi: Call, name: str) -> None:
    build_public(eoi, "--public", "--document", name)
    built = "ccg-public.md" if name == "expression-of-interest" else f"ccg-{name}-public.md"
    assert list_built() == [built]
    text = read_built(built)
    assert text.count("This is the edition for the public") == 1
    assert text.count("## What is withheld") == 1
    assert "Resources, post 1, cost" in text
    assert "43.3" not in text


def test_nothing_is_built_for_the_public_while_a_redaction_names_nothing(eoi: Call) -> None:
    Path("ccg.yaml").write_text(skeleton(more=SECRET.replace("posts[0]", "posts[1]", 1)), encoding="utf-8")
    call = eoi("build", "ccg.yaml", "--format", "md", "--document", "public")
    assert (call.code, Path("build").exists()) == (1, False)
    assert "nothing was built for the public: `resources.posts[1].cost` under `redactions`" in call.err
    named = ("--format", "md", "--document", "board-report")
    assert eoi("build", "ccg.yaml", *named, "--public").code == 1
    assert eoi("build", "ccg.yaml", *named).code == 0


@pytest.mark.slow
def test_a_summary_has_one_page_besides_the_comments_of_a_draft(eoi: Call) -> None:
    files = [str(ROOT / "examples" / "bath-and-north-east-somerset.yaml"), str(COMPLETE)]
    for file in files:
        call = eoi("build", file, "--format", "pdf", "--document", "summary", "--final")
        assert (call.code, call.out) == (0, "")
        assert ": 1 page, " in call.err
