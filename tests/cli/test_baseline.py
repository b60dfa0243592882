"""`--baseline`: what was there when a team began to check does not fail, and what is new does."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.cli.calls import Call
from tests.samples import skeleton

LATE = "submitted: 2014-06-23\n"
POSTS = "resources:\n  posts: [{role: A, cost: £1k}, {role: B, cost: £2k}]\n  total: £9k\n"


def write(name: str, text: str) -> Path:
    file = Path(name)
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def rules_of(report: str) -> list[str]:
    return [finding["rule"] for file in json.loads(report)["files"] for finding in file["findings"]]


def test_what_the_baseline_knows_is_counted_and_neither_shown_nor_fails(eoi: Call) -> None:
    file = write("a.yaml", skeleton(more=LATE))
    assert eoi("check", file).code == 1
    written = eoi("check", file, "--baseline", "known.json", "--write-baseline")
    assert written.code == 0
    assert "wrote known.json: " in written.err
    after = eoi("check", file, "--baseline", "known.json", "--format", "concise")
    assert after.code == 0
    number = len(json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"])
    assert after.out == f"Nothing found in 1 file, besides {number} in the baseline.\n"


def test_a_new_finding_fails_and_the_old_ones_stay_known_when_lines_move(eoi: Call) -> None:
    file = write("a.yaml", skeleton(more=LATE))
    eoi("check", file, "--baseline", "known.json", "--write-baseline")
    write("a.yaml", "# a comment\n\n" + skeleton(more=POSTS + LATE))
    after = eoi("check", file, "--baseline", "known.json", "--format", "json", "--fail-on", "warning")
    assert after.code == 1
    assert "resources-total" in rules_of(after.out)
    assert "submitted-late" not in rules_of(after.out)


def test_a_second_finding_like_a_known_one_is_new_and_keeps_its_own_fingerprint(eoi: Call) -> None:
    """Both stand at the same field, so that only their number tells them apart."""
    one, two = "The board met in [insert the place].", "It paid £XXm."
    file = write("a.yaml", skeleton(more=f"summary: '{one}'\n"))
    chosen = ("--select", "placeholder-text", "--format", "json")
    eoi("check", file, "--baseline", "known.json", "--write-baseline")
    write("a.yaml", skeleton(more=f"summary: '{one} {two}'\n"))
    every = json.loads(eoi("check", file, *chosen).out)["files"][0]["findings"]
    new = json.loads(eoi("check", file, *chosen, "--baseline", "known.json").out)["files"][0]["findings"]
    assert [one["fingerprint"] for one in new] == [every[1]["fingerprint"]]


def test_the_baseline_of_some_files_keeps_the_entries_of_the_others(eoi: Call) -> None:
    one, two = write("a.yaml", skeleton(more=LATE)), write("b.yaml", skeleton(more=LATE))
    eoi("check", one, two, "--baseline", "known.json", "--write-baseline")
    eoi("check", one, "--baseline", "known.json", "--write-baseline")
    held = json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"]
    assert {entry["file"] for entry in held} == {"a.yaml", "b.yaml"}
    assert eoi("check", one, two, "--baseline", "known.json").code == 0


def test_a_baseline_that_is_written_without_a_file_that_cannot_be_read_says_so_and_fails(eoi: Call) -> None:
    good, broken = write("a.yaml", skeleton(more=LATE)), write("b.yaml", "summary: [a\n")
    written = eoi("check", good, broken, "--baseline", "known.json", "--write-baseline")
    assert written.code == 2
    assert "known.json takes in nothing new of b.yaml, which cannot be read" in written.err
    assert eoi("check", good, "--baseline", "known.json").code == 0
    assert eoi("check", good, "--baseline", "known.json", "--write-baseline").code == 0


def test_entries_that_can_be_found_no_more_are_told(eoi: Call) -> None:
    file = write("a.yaml", skeleton(more=LATE))
    eoi("check", file, "--baseline", "known.json", "--write-baseline")
    write("a.yaml", skeleton())
    told = eoi("check", file, "--baseline", "known.json").err
    assert re.match("eoi: [1-9] findings? of known.json (is|are) no longer found; remove", told)


def test_a_file_that_cannot_be_read_for_the_time_being_keeps_its_entries(eoi: Call) -> None:
    file = write("a.yaml", skeleton(more=LATE))
    eoi("check", file, "--baseline", "known.json", "--write-baseline")
    held = Path("known.json").read_bytes()
    write("a.yaml", skeleton(more=f"budgt: 3\n{LATE}"))
    done = eoi("check", file, "--baseline", "known.json")
    assert (done.code, done.err) == (1, "")
    eoi("check", file, "--baseline", "known.json", "--write-baseline")
    assert Path("known.json").read_bytes() == held
    write("a.yaml", skeleton(more=LATE))
    assert eoi("check", file, "--baseline", "known.json", "--fail-on", "suggestion").code == 0


def test_what_stops_a_file_from_being_read_is_in_no_baseline(eoi: Call) -> None:
    file = write("a.yaml", skeleton(more="budgt: 3\n"))
    eoi("check", file, "--baseline", "known.json", "--write-baseline")
    assert json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"] == []
    assert eoi("check", file, "--baseline", "known.json").code == 1


def test_the_baseline_is_the_same_however_often_it_is_written(eoi: Call) -> None:
    file = write("a.yaml", skeleton(more=LATE + POSTS))
    texts = []
    for _ in range(2):
        eoi("check", file, "--baseline", "known.json", "--write-baseline")
        texts.append(Path("known.json").read_text(encoding="utf-8"))
    assert texts[0] == texts[1]


def test_a_baseline_is_never_written_over_a_file_of_somebody_elses(eoi: Call) -> None:
    file = write("a.yaml", skeleton())
    write("notes.json", "{}")
    refused = eoi("check", file, "--baseline", "notes.json", "--write-baseline")
    assert (refused.code, Path("notes.json").read_text(encoding="utf-8")) == (2, "{}")
    assert "notes.json is no baseline" in refused.err
    assert eoi("check", file, "--baseline", "notes.json", "--write-baseline", "--force").code == 0


def test_a_baseline_that_is_not_there_is_told_with_what_writes_one(eoi: Call) -> None:
    refused = eoi("check", write("a.yaml", skeleton()), "--baseline", "known.json")
    assert refused.code == 2
    assert "--write-baseline writes one" in refused.err
    assert "needs the file" in eoi("check", "a.yaml", "--write-baseline").err


def test_a_known_finding_that_becomes_more_severe_is_new(eoi: Call) -> None:
    """Rounding explains the first total, so it is a suggestion. It cannot explain the second, an error."""
    posts = "resources:\n  posts: [{role: A, cost: £60k}, {role: B, cost: £20k}]\n  total: £79k\n"
    file = write("a.yaml", skeleton(more=posts))
    eoi("check", file, "--baseline", "known.json", "--write-baseline")
    write("a.yaml", file.read_text(encoding="utf-8").replace("£79k", "£50k"))
    after = eoi("check", file, "--baseline", "known.json", "--format", "json")
    assert (after.code, rules_of(after.out)) == (1, ["resources-total"])


def test_a_baseline_without_severities_knows_its_findings_at_any_severity(eoi: Call) -> None:
    file = write("a.yaml", skeleton(more=LATE))
    eoi("check", file, "--baseline", "known.json", "--write-baseline")
    known = json.loads(Path("known.json").read_text(encoding="utf-8"))
    for one in known["findings"]:
        del one["severity"]
    Path("known.json").write_text(json.dumps(known), encoding="utf-8")
    assert eoi("check", file, "--baseline", "known.json").code == 0
