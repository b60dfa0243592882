"""`eoi review`: what it writes, and how it ends."""

from __future__ import annotations

import csv
import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from eoi.review.columns import COLUMNS
from tests.cli.calls import Call
from tests.readers import html_tree
from tests.samples import EXAMPLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for example in EXAMPLES:
        (tmp_path / "in" / example.name).write_bytes(example.read_bytes())
    return tmp_path


def test_a_folder_becomes_a_page_and_tables(folder: Path, eoi: Call) -> None:
    outcome = eoi("review", "in", "-o", "out")
    assert outcome.code == 1
    assert "4 submissions reviewed" in outcome.out
    page = (folder / "out/index.html").read_text(encoding="utf-8")
    assert page.count('<tr id="s') == 4
    report = json.loads((folder / "out/round.json").read_text(encoding="utf-8"))
    assert [one["ccgs"][0]["code"] for one in report["submissions"]] == ["11E", "07Q", "09A", "10X"]
    with (folder / "out/round.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    answers = sum(len(one["answers"]) for one in report["submissions"])
    assert len(rows) == answers > 50


def test_every_link_of_every_page_leads_somewhere(folder: Path, eoi: Call) -> None:
    eoi("review", "in", "-o", "out")
    pages = {path.name: path.read_text(encoding="utf-8") for path in (folder / "out").glob("*.html")}
    links = 0
    for name, page in pages.items():
        html_tree(page.partition("<body>")[2].partition("<script>")[0].join(("<div>", "</div>")))
        for target in re.findall(r'href="([^"]+)"', page):
            if target.startswith("http"):
                continue  # an address in the words of an officer
            file, _, anchor = target.partition("#")
            assert f'id="{anchor}"' in pages[file or name] if anchor else file in pages, target
            links += 1
    assert links > 50
    assert len(pages) > 10


def test_a_page_loads_nothing_and_heeds_only_its_own_script(folder: Path, eoi: Call) -> None:
    eoi("review", "in", "-o", "out")
    page = (folder / "out/index.html").read_text(encoding="utf-8")
    assert not re.search(r"https?://|@import|\ssrc=", page)
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in page


def test_one_bad_file_hides_no_other(folder: Path, eoi: Call) -> None:
    (folder / "in/bad.yaml").write_text("form: [", encoding="utf-8")
    outcome = eoi("review", "in", "-o", "out")
    assert outcome.code == 1
    assert "4 submissions reviewed, and 1 cannot be read" in outcome.out
    page = (folder / "out/index.html").read_text(encoding="utf-8")
    assert "bad.yaml, line 1" in page
    listed = page.partition('<table id="submissions"')[2].partition("</table>")[0]
    assert re.search(r"bad\.yaml.*\n.*Line 1: A list opened with '\[' is not closed", unescape(listed))


def test_every_head_figure_leads_to_its_submissions(folder: Path, eoi: Call) -> None:
    eoi("review", "in", "-o", "out")
    page = (folder / "out/index.html").read_text(encoding="utf-8")
    heads = page.partition('<dl class="heads">')[2].partition("</dl>")[0].split("<div>")[1:]
    assert len(heads) > 8
    for head in heads:
        number = re.search(r"<dd>(?:<a [^>]*>)?£?([\d.,]+)", head)
        assert number is not None
        assert number[1] == "0" or 'href="#' in head


def test_what_somebody_typed_is_text_on_the_page_and_in_the_table(folder: Path, eoi: Call) -> None:
    (folder / "in").joinpath("odd.yaml").write_text(
        "round: 2014\nform: joint\napplicants: [{name: '<script>alert(1)</script> CCG'}]\n"
        "summary: '=HYPERLINK(1) is what we want'\n",
        encoding="utf-8",
    )
    eoi("review", "in", "-o", "out")
    page = (folder / "out/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    with (folder / "out/round.csv").open(encoding="utf-8", newline="") as file:
        assert any(row["answer"].startswith("'=HYPERLINK") for row in csv.DictReader(file))


@pytest.mark.long
def test_a_second_time_overwrites_its_own_files_and_nobody_elses(folder: Path, eoi: Call) -> None:
    eoi("review", "in", "-o", "out")
    assert eoi("review", "in", "-o", "out").code == 1
    (folder / "out/index.html").write_text("<p>mine</p>", encoding="utf-8")
    outcome = eoi("review", "in", "-o", "out")
    assert outcome.code == 2
    assert "was not written by eoi" in outcome.err
    assert (folder / "out/index.html").read_text(encoding="utf-8") == "<p>mine</p>"


def test_the_page_has_every_column_with_a_value_and_a_narrow_page_names_each_cell(
    folder: Path, eoi: Call
) -> None:
    eoi("review", "in", "-o", "out")
    page = (folder / "out/index.html").read_text(encoding="utf-8")
    head = page.partition('<table id="submissions"')[2].partition("</thead>")[0]
    assert len(COLUMNS) >= 25
    shown = [column for column in COLUMNS if f">{column.heading}</th>" in head]
    assert {"Form", "Answered", "Errors", "Warnings", "Digest"} <= {one.heading for one in shown}
    for number, column in enumerate(shown, 2):
        assert f'nth-child({number})::before {{ content: "{column.heading}"; }}' in page
    body = page.partition('<table id="submissions"')[2].partition("<tbody>")[2].partition("</table>")[0]
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in body.split("<tr ")[1:]]
    assert {len(row) for row in rows} == {len(shown)}
    assert all(any(cells) for cells in zip(*rows, strict=True))


def test_every_picture_has_words_and_a_table_behind_it(folder: Path, eoi: Call) -> None:
    eoi("review", "in", "-o", "out")
    page = (folder / "out/index.html").read_text(encoding="utf-8")
    pictures = re.findall(r'<svg [^>]*role="img" aria-label="([^"]+)"', page)
    assert len(pictures) == page.count("<svg ") >= 6
    for label in pictures:
        if not label.startswith("Start dates"):
            assert f'<th scope="row">{label.partition(":")[0]}</th>' in page


def test_the_configuration_says_which_rules_and_files_count(folder: Path, eoi: Call) -> None:
    (folder / "eoi.toml").write_text('exclude = ["brom*"]\nignore = ["lmc-view"]\n', encoding="utf-8")
    eoi("review", "in", "-o", "out")
    report = json.loads((folder / "out/round.json").read_text(encoding="utf-8"))
    assert sorted(one["ccgs"][0]["code"] for one in report["submissions"]) == ["09A", "10X", "11E"]
    assert not any(found["rule"] == "lmc-view" for one in report["submissions"] for found in one["findings"])


def test_the_files_can_be_listed_and_nothing_is_written(folder: Path, eoi: Call) -> None:
    outcome = eoi("review", "in", "--list-files")
    assert outcome.code == 0
    assert len(outcome.out.splitlines()) == 4
    assert not (folder / "review").exists()


def test_exit_zero_ends_well_whatever_is_found(folder: Path, eoi: Call) -> None:
    assert eoi("review", "in", "-o", "out", "--exit-zero").code == 0
    assert (folder / "out/index.html").is_file()


@pytest.mark.long
def test_what_changed_since_an_earlier_folder_is_on_the_page(folder: Path, eoi: Call) -> None:
    (folder / "old").mkdir()
    for file in (folder / "in").iterdir():
        text = file.read_text(encoding="utf-8")
        old = text.replace("form: joint", "form: influence", 1)
        (folder / "old" / file.name).write_text(old, encoding="utf-8")
    eoi("review", "in", "-o", "out", "--since", "old")
    changes = (folder / "out/index.html").read_text(encoding="utf-8").partition('id="changes"')[2]
    assert changes.count("<td>major</td>") >= 1
    eoi("review", "in", "-o", "out", "--since", "in")
    assert "Nothing has changed" in (folder / "out/index.html").read_text(encoding="utf-8")


def test_a_submission_that_is_new_or_gone_since_an_earlier_folder_is_on_the_page(
    folder: Path, eoi: Call
) -> None:
    (folder / "old").mkdir()
    (folder / "in/bromley.yaml").rename(folder / "old/bromley.yaml")
    eoi("review", "in", "-o", "out", "--since", "old")
    report = json.loads((folder / "out/round.json").read_text(encoding="utf-8"))
    found = {(Path(one["file"]).name, one["level"]) for one in report["changes"]}
    assert found == {(example.name, "new") for example in EXAMPLES if example.name != "bromley.yaml"} | {
        ("bromley.yaml", "gone")
    }
    page = (folder / "out/index.html").read_text(encoding="utf-8")
    assert re.search(r"bromley\.yaml</th><td>gone</td>", page)
