"""The edition for the public: what the file withholds is in no byte of any format, and the reasons are."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from eoi.document.black_out import describe_path
from eoi.document.render import make_paper
from eoi.document.templating.template_sources import Templates
from eoi.document.words.abbreviations import KNOWN
from eoi.source.nodes import Path
from eoi.source.paths import write_path
from eoi.submission.dates import DateRange
from eoi.submission.part import Field, Part, replace
from eoi.submission.redacting import BLACK, FREE, KEPT
from eoi.submission.walk import find_field_at
from eoi.submission.withheld_spellings import LONG_ENOUGH
from eoi.writers import find_writer, list_formats
from tests.readers import READERS
from tests.samples import COMPLETE, examined, skeleton, words_of
from tests.thorough import examples, some_of

PAPERS = ("public", "checklist", "board-report", "risk-register", "options-appraisal", "summary")
SOURCE = COMPLETE.read_text(encoding="utf-8")
SHORTEST = 3
DIGITS_AND_LETTERS = re.compile(r"[^\W_]")


def leaves(value: Any, above: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value of a submission that can be withheld, with its path."""
    if isinstance(value, Part):
        for name, one in value.given.items():
            if above or name not in KEPT:
                yield from leaves(one, (*above, value.fields[name].written))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from leaves(one, (*above, index))
    elif value is not None and value != "":
        yield above, value


LEAVES = tuple(leaves(examined(SOURCE).submission))


def withholding(*paths: str) -> str:
    lines = [f'  - {{path: "{path}", exemption: section 43(2), reason: Bargaining}}\n' for path in paths]
    return SOURCE.rstrip("\n") + "\n" + "".join(lines)


def everything_in(content: bytes, format: str) -> str:
    """All that a file holds, decompressed, and what a reader makes of it."""
    parts = [content.decode("utf-8", "ignore"), READERS[format](content)]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts += [package.read(name).decode("utf-8", "ignore") for name in package.namelist()]
    if format == "pdf":
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
            try:
                raw = zlib.decompressobj().decompress(stream)
            except zlib.error:
                continue
            parts += [raw.decode("utf-8", "ignore"), raw.decode("utf-16-be", "ignore")]
    return re.sub(r"\s+", " ", " ".join(parts)).casefold().replace("‑", "-").replace("’", "'")


@cache
def always_there(format: str) -> str:
    """What each file of a format holds, whatever the submission says."""
    document = make_paper("summary", examined(skeleton(more="voice: the CCG\n")), False)
    return everything_in(find_writer(format).write(document), format)


@cache
def words_of_the_tool(paper: str, format: str) -> str:
    """What a paper says of a file with the same figures, dates and choices, and none of its words.

    Abbreviations are spelt out as the program knows them, and an edition names the fields that it withholds.
    """
    source = examined(SOURCE)
    mute = source.replace(submission=without_words(source.submission), findings=())
    fields = (describe_path(write_path(path)) for path, _ in LEAVES)
    spelt = " | ".join([*KNOWN.values(), *fields]).casefold()
    return spelt + everything_in(find_writer(format).write(make_paper(paper, mute, False)), format)


def without_words(value: Any, field: Field | None = None) -> Any:
    """A value of a submission in which each text is a dash."""
    if isinstance(value, Part):
        return replace(value, **{k: without_words(one, value.fields[k]) for k, one in value.given.items()})
    if isinstance(value, tuple):
        return tuple(without_words(one, field) for one in value)
    return "-" if isinstance(value, str) and field and field.kind in FREE else value


def value_of(path: Path) -> Any:
    """The value at a path of the complete file."""
    (value,) = (one for at, one in LEAVES if at == path)
    return value


def secrets(path: Path) -> list[str]:
    """The words of a value that have to be found nowhere; 640 is also the width of a picture."""
    value = value_of(path)
    field = find_field_at(path)
    if isinstance(value, bool) or (isinstance(value, str) and (field is None or field.kind not in FREE)):
        return []
    said = {str(value)} | ({value.within} if isinstance(value, DateRange) else set())
    lines = {line.strip(" .-*") for text in said for line in text.splitlines()}
    long = [line for line in lines if len(DIGITS_AND_LETTERS.findall(line)) >= SHORTEST + line.isdigit()]
    return [" ".join(line.split()).casefold() for line in long]


def stated_elsewhere(paths: list[Path]) -> str:
    """The dates and figures of the fields that are not withheld: two posts can start in one month."""
    values = [one for at, one in LEAVES if at not in paths and not isinstance(one, str)]
    return " | ".join(
        f"{one} | {one.within if isinstance(one, DateRange) else ''}" for one in values
    ).casefold()


CAN_BE_SEARCHED = [path for path, _ in LEAVES if secrets(path)]


def assert_withheld(paths: list[Path], papers: tuple[str, ...], names: tuple[str, ...]) -> None:
    source = examined(withholding(*map(write_path, paths)))
    others = stated_elsewhere(paths)
    for paper in papers:
        document = make_paper(paper, source, False, public=True)
        for name in names:
            text = everything_in(find_writer(name).write(document), name)
            for path in paths:
                said = words_of_the_tool(paper, name) if isinstance(value_of(path), str) else ""
                for secret in secrets(path):
                    known = (always_there(name), others, said)
                    hidden = any(secret in one for one in known) or not stands_in(secret, text)
                    assert hidden, (paper, name, write_path(path), secret)


def stands_in(secret: str, text: str) -> bool:
    """What is short is found as a word: `chair` is not told by `chairing`, nor 144 by a digest."""
    if len(secret) >= LONG_ENOUGH:
        return secret in text
    return re.search(rf"(?<![\w.,]){re.escape(secret)}(?!\w|[.,]\d)", text) is not None


some_paths = st.lists(st.sampled_from(CAN_BE_SEARCHED), min_size=1, max_size=6, unique=True)


def test_there_are_many_values_to_withhold() -> None:
    assert len(LEAVES) > 250
    assert len(CAN_BE_SEARCHED) > 180


@pytest.mark.slow
@settings(max_examples=examples(15), deadline=None)
@given(paths=some_paths, paper=st.sampled_from(PAPERS), name=st.sampled_from(("md", "html")))
def test_what_is_withheld_is_in_no_paper_that_is_built_for_the_public(
    paths: list[Path], paper: str, name: str
) -> None:
    assert_withheld(paths, (paper,), (name,))


@pytest.mark.slow
@settings(max_examples=examples(6), deadline=None)
@given(paths=some_paths, paper=st.sampled_from(PAPERS[:2]))
def test_what_is_withheld_is_in_no_byte_of_any_format(paths: list[Path], paper: str) -> None:
    assert_withheld(paths, (paper,), list_formats())


@pytest.mark.slow
@pytest.mark.parametrize("start", range(4))
def test_every_value_can_be_withheld(start: int) -> None:
    papers = some_of((*PAPERS[start:], *PAPERS[:start]), 1)
    assert_withheld(CAN_BE_SEARCHED[start::4], tuple(papers), ("html",))


def test_a_whole_group_or_each_item_of_a_list_can_be_withheld() -> None:
    words = words_of(
        make_paper("public", examined(withholding("governance", "resources.posts[].cost")), False)
    )
    gone = {secret for path, _ in LEAVES if path[0] == "governance" for secret in secrets(path)}
    assert len(gone) > 10
    known = words_of_the_tool("public", "html")
    assert not [secret for secret in gone if secret in words.casefold() and secret not in known]
    assert BLACK in words


def test_a_figure_that_is_withheld_is_in_no_sum() -> None:
    source = examined(withholding("applicants[0].population.registered"))
    words = words_of(make_paper("public", source, False))
    assert f"{BLACK} (withheld 2)" in words


def test_each_reason_and_exemption_stands_at_the_end_beside_its_number() -> None:
    words = words_of(make_paper("public", examined(withholding("summary")), False))
    assert f"{BLACK} (withheld 2)" in words
    assert "Resources, post 1, cost" in words
    assert "Section 43(2)" in words
    assert "It would harm the CCG in bargaining." in words


def test_words_that_are_withheld_are_blacked_out_in_every_other_text() -> None:
    more = "summary: Our partner is Zanzibar Health.\nbackground: {vision: With Zanzibar  Health's help.}\n"
    source = skeleton(more=f"{more}evaluation: [{{what: Care, by: Zanzibar Health}}]\n")
    redaction = "redactions: [{path: 'evaluation[0].by', exemption: section 41, reason: Confidence}]\n"
    words = words_of(make_paper("public", examined(source + redaction), False))
    assert "Zanzibar" not in words
    assert f"Our partner is {BLACK}." in words


def test_the_document_that_is_not_for_the_public_tells_everything() -> None:
    source = examined(withholding("summary", "governance"))
    words = words_of(make_paper("expression-of-interest", source, False))
    assert BLACK not in words


def test_a_file_that_withholds_nothing_says_so() -> None:
    words = words_of(make_paper("public", examined(skeleton()), False))
    assert "Nothing is withheld from it." in words


def test_the_public_edition_has_no_remark_of_a_reviewer() -> None:
    text = find_writer("html").write(make_paper("public", examined(withholding("summary")), False)).decode()
    assert 'class="remark"' not in text


def test_words_of_the_program_are_not_blacked_out() -> None:
    more = "risks: [{risk: Quality}, {risk: Conflicts of interest}, {risk: Equality}]\n"
    source = skeleton(more=f"{more}redactions: [{{path: risks, exemption: section 36, reason: Advice}}]\n")
    words = words_of(make_paper("public", examined(source), False))
    assert "How does the proposal raise standards of quality in general practice" in words
    assert "how would conflicts of interest be managed?" in words
    report = words_of(make_paper("board-report", examined(source), False, public=True)).splitlines()
    assert {"Quality", "Equality", "Conflicts of interest"} <= set(report)
    assert f"1. {BLACK} (withheld 1)" in report


def test_the_round_keeps_its_deadline_where_the_same_day_is_withheld() -> None:
    more = "submitted: 20 June 2014\n"
    redaction = "redactions: [{path: submitted, exemption: section 36, reason: Advice}]\n"
    words = words_of(make_paper("checklist", examined(skeleton(more=more + redaction)), False, public=True))
    assert "by 20 June 2014" in words


def test_the_reason_of_a_waiver_tells_no_withheld_words() -> None:
    more = "risks: [{risk: Zanzibar Health leaves}]\n"
    more += "waivers: [{path: summary, reason: Zanzibar Health leaves}]\n"
    redaction = "redactions: [{path: risks, exemption: section 36, reason: Advice}]\n"
    source = examined(skeleton(more=more + redaction))
    for paper in PAPERS:
        assert "Zanzibar" not in words_of(make_paper(paper, source, False, public=True))


def test_templates_of_others_cannot_print_the_text_of_the_file(tmp_path: FilePath) -> None:
    (tmp_path / "summary").mkdir()
    (tmp_path / "summary" / "document.html").write_text("<h1>{{ source.text }}</h1>")
    with pytest.raises(UndefinedError):
        make_paper("summary", examined(withholding("summary")), False, Templates(own=tmp_path), public=True)


@pytest.mark.parametrize(
    ("yaml", "path", "text"),
    [
        (
            "arrangement: {budget: {envelope: £23.1 million}}",
            "arrangement.budget.envelope",
            "it is £23.1m now",
        ),
        ("arrangement: {budget: {envelope: £23.1m}}", "arrangement.budget.envelope", "it is £23,100,000 now"),
        ("resources: {total: £43.3k}", "resources.total", "it is £43,300 now"),
        ("resources: {total: £43.3k}", "resources.total", "it is £ 43.3k now"),
        ("engagement: {public: {sent: 19704}}", "engagement.public.sent", "it is 19,704 now"),
        ("engagement: {public: {sent: 19704}}", "engagement.public.sent", "it is 19\u00a0704 now"),
        ("decision: {date: 2014-06-02}", "decision.date", "it is 02/06/2014 now"),
        ("decision: {date: 2014-06-02}", "decision.date", "it is 2nd June now"),
        ("risks: [{risk: Acme Medical Group}]", "risks[].risk", "it is Acme **Medical** Group now"),
        ("risks: [{risk: Acme Medical Group}]", "risks[].risk", "it is **Acme Medical** Group now"),
        ("risks: [{risk: Acme Medical Group}]", "risks[].risk", "it is Acme-Medical-Group now"),
        ("risks: [{risk: '**Acme** Medical Group'}]", "risks[].risk", "it is Acme Medical Group now"),
    ],
)
def test_a_withheld_value_is_blacked_out_in_every_spelling(yaml: str, path: str, text: str) -> None:
    reason = "exemption: section 43(2), reason: Bargaining"
    source = skeleton(more=f"{yaml}\nsummary: {text}\nredactions: [{{path: '{path}', {reason}}}]\n")
    words = words_of(make_paper("public", examined(source), False))
    assert re.search(r"it is (?:£ )?█████ now", words)


def test_a_black_box_in_emphasis_leaves_the_emphasis_of_other_words() -> None:
    reason = "exemption: section 43(2), reason: Bargaining"
    more = f"risks: [{{risk: Acme Medical}}]\nredactions: [{{path: 'risks[].risk', {reason}}}]\n"
    source = skeleton(more=f"{more}summary: See Acme **Medical Group** and **the Acme Medical** house.\n")
    words = words_of(make_paper("public", examined(source), False))
    assert "See █████ Group and the █████ house." in words
