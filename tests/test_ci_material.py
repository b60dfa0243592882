"""What CI is given, the hook, the action and the page about them, fits the program it calls."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from eoi.cli.commands import load_command as command_called
from eoi.reports import list_report_endings
from eoi.rules import list_rule_names
from tests.cli.calls import Call
from tests.cli.conftest import eoi as eoi
from tests.samples import ROOT, examined, skeleton
from tests.tables import for_each_row

BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```(?:yaml|groovy|sh)$\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def options_of(command: str) -> frozenset[str]:
    return frozenset(flag for option in command_called(command).options for flag in option.flags)


def hooks() -> list[dict[str, Any]]:
    return list(yaml.safe_load(text(".pre-commit-hooks.yaml")))


def hook() -> dict[str, Any]:
    return next(one for one in hooks() if one["id"] == "eoi-check")


def action() -> dict[str, Any]:
    return dict(yaml.safe_load(text("action.yml")))


def steps() -> list[dict[str, Any]]:
    return list(action()["runs"]["steps"])


def blocks() -> list[Any]:
    return [yaml.safe_load(block) for block in BLOCK.findall(text("docs/ci.md"))]


def test_developers_have_hooks_that_run_what_ci_runs() -> None:
    (local,) = yaml.safe_load(text(".pre-commit-config.yaml"))["repos"]
    calls = [hook["entry"].partition(" --force")[0] for hook in local["hooks"]]
    assert len(calls) >= 2
    for call in calls:
        assert f"\n.venv/bin/{call}\n" in text(".ci/run") or call.replace(" ", '", "') in text("noxfile.py")
    assert '"pre-commit>=' in text("pyproject.toml")


@pytest.mark.parametrize("name", ["eoi-check", "eoi-fix"])
def test_a_hook_runs_a_command_that_there_is(name: str) -> None:
    (one,) = (one for one in hooks() if one["id"] == name)
    program, command, *more = one["entry"].split()
    assert f'{program} = "eoi.cli.entry:program"' in text("pyproject.toml")
    assert options_of(command)
    assert set(more) <= options_of(command)
    assert (one["language"], one["types"], one["files"]) == ("python", ["yaml"], hook()["files"])


@for_each_row(
    [
        ("submissions/x.yaml", True),
        ("submissions/2014/x.yml", True),
        ("a/b/submissions/x.yaml", True),
        ("expressions-of-interest/x.yaml", True),
        (".github/workflows/ci.yaml", False),
        ("mkdocs.yml", False),
        ("x.yaml", False),
        ("old-submissions/x.yaml", False),
        ("submissions.yaml", False),
        ("submissions/x.yaml.bak", False),
        ("submissions/x.json", False),
        ("submissions/xyaml", False),
    ],
)
def test_the_hook_takes_submissions_and_no_other_yaml(file: str, taken: bool) -> None:
    """As pre-commit does: it searches."""
    assert (re.search(hook()["files"], file) is not None) is taken


def test_the_action_is_composite_and_every_step_names_its_shell() -> None:
    assert action()["runs"]["using"] == "composite"
    assert [step["shell"] for step in steps()] == ["bash"] * len(steps())
    assert len(steps()) >= 2


def test_the_action_never_puts_an_input_into_a_script() -> None:
    """What a pull request brings would become a command; through the environment it stays a value."""
    assert [step["name"] for step in steps() if "${{" in step["run"]] == []


def test_the_action_uses_every_input_and_describes_it() -> None:
    used = {name: value for step in steps() for name, value in step.get("env", {}).items()}
    inputs = re.findall(r"\$\{\{ inputs\.([a-z-]+) \}\}", " ".join(used.values()))
    assert sorted(inputs) == sorted(action()["inputs"])
    scripts = "\n".join(step["run"] for step in steps())
    assert [name for name in used if f'"${name}"' not in scripts] == []
    for name, described in action()["inputs"].items():
        assert described["description"], name
        assert ("default" in described) != described.get("required", False)


def test_the_action_gives_options_that_there_are_and_ends_them_before_the_path() -> None:
    script = steps()[-1]["run"]
    assert set(OPTION.findall(script)) <= options_of("check")
    assert script.rstrip().endswith('-m eoi check "${options[@]}" -- "$EOI_PATH"')
    assert "--no-config" in script, "a pull request could bring a configuration, and rules are programs"


def test_the_action_names_the_endings_of_reports() -> None:
    named = action()["inputs"]["report"]["description"].split(": ")[1]
    assert named == " ".join(list_report_endings()), "correct the description of `report` in action.yml"


def test_the_page_holds_yaml_that_can_be_read() -> None:
    assert len(blocks()) == len(re.findall("^```yaml$", text("docs/ci.md"), re.MULTILINE)) >= 4
    assert [type(block) for block in blocks()] == [dict] * len(blocks())


def test_the_page_names_only_options_and_rules_that_there_are() -> None:
    page = text("docs/ci.md")
    known = options_of("check") | options_of("explain") | options_of("diff")
    assert set(OPTION.findall(page)) - known == set()
    assert {"--fail-on", "--output-file"} <= set(OPTION.findall(page))
    assert set(re.findall(r"ignore\[([a-z-]+)\]", page)) <= set(list_rule_names())


def test_the_example_for_github_gives_inputs_that_the_action_has() -> None:
    (job,) = (block for block in blocks() if "jobs" in block)
    step = job["jobs"]["submissions"]["steps"][-1]
    assert step["uses"].startswith("OWNER/eoi@")
    assert set(step["with"]) <= set(action()["inputs"])
    required = {name for name, described in action()["inputs"].items() if described.get("required")}
    assert required <= set(step["with"])
    assert job["permissions"] == {"contents": "read"}


def test_the_example_for_gitlab_keeps_the_report_it_writes() -> None:
    (job,) = (block["submissions"] for block in blocks() if "submissions" in block)
    command = job["script"][-1]
    assert command.startswith("eoi check submissions ")
    assert job["artifacts"]["reports"]["junit"] == command.split()[-1]
    assert f".{command.rpartition('.')[2]}" in list_report_endings()


def test_the_example_for_pre_commit_names_the_hook() -> None:
    (repository,) = next(block["repos"] for block in blocks() if "repos" in block)
    assert {entry["id"] for entry in repository["hooks"]} == {one["id"] for one in hooks()}
    assert all(re.search(entry["files"], "submissions/x.yaml") for entry in repository["hooks"])


def test_the_example_of_a_comment_sets_its_finding_aside() -> None:
    (block,) = (block for block in BLOCK.findall(text("docs/ci.md")) if "ignore[" in block)
    posts = "  posts: [{role: A, cost: £43.3k}, {role: B, cost: £36.0k}]\n"
    source = skeleton(more=block + posts)
    assert {"resources-total", "idle-ignore"}.isdisjoint(f.rule for f in examined(source).findings)
    without = re.sub(r"  # eoi: .*", "", source)
    assert "resources-total" in {finding.rule for finding in examined(without).findings}


def commands() -> list[list[str]]:
    """Each call of `eoi check` in an example, as its words."""
    written = re.findall(r"""eoi"? (check [^'"\n`]*)""", "\n".join(EXAMPLE.findall(text("docs/ci.md"))))
    return [command.split() for command in written]


def test_every_example_needs_two_names_to_be_filled_in() -> None:
    examples = [block for block in EXAMPLE.findall(text("docs/ci.md")) if "REVISION" in block]
    assert len(examples) == 5
    for example in examples:
        assert len(set(re.findall(r"\b(?:OWNER|ADDRESS|HOST|REVISION)\b", example))) == 2


def test_every_call_of_an_example_runs_as_it_stands(eoi: Call) -> None:
    Path("submissions").mkdir()
    Path("submissions/ccg.yaml").write_text(skeleton(), encoding="utf-8")
    calls = commands()
    assert len(calls) >= 4
    for call in calls:
        done = eoi(*call)
        assert (done.code, done.err.startswith("eoi:")) in ((0, False), (1, False)), call
        assert all(Path(word).exists() for word in call if word.endswith((".xml", ".json")))
