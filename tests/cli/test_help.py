"""The help of every command: it fits the terminal, groups what there is, and its examples are calls."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from eoi import reports, writers
from eoi.cli import parsing
from eoi.cli.command import HELP, OTHER, Command, CommandOption
from eoi.cli.commands import list_commands, load_command
from eoi.cli.commands.help import write_command_page
from eoi.cli.parsing import parse_call, refuse_wrong_number
from eoi.rounds import list_known_rounds
from eoi.rules.catalogue_page import write_catalogue_page
from eoi.rules.entries import list_entries, list_families
from eoi.rules.pages import write_rule_page
from tests.cli.calls import Call
from tests.samples import ROOT
from tests.tables import for_each

each_command = pytest.mark.parametrize("name", list_commands())
each_width = pytest.mark.parametrize("width", [40, 60, 80, 100])


def lines_but_examples(page: str) -> list[str]:
    return re.split(r"^Examples?:$", page, flags=re.MULTILINE)[0].splitlines()


def example_call(example: str) -> list[str]:
    """The words of an example after `eoi`, without where its output goes."""
    words = shlex.split(re.split(r" >+ ", example)[0])
    assert words[0] == "eoi"
    return words[1:]


def test_there_are_commands_and_each_file_of_their_folder_is_one() -> None:
    files = {path.stem for path in (ROOT / "eoi/cli/commands").glob("*.py")} - {"__init__", "options"}
    assert {name.rstrip("_") for name in files} == set(list_commands())
    assert len(files) >= 10


@each_width
@each_command
def test_the_help_of_a_command_fits_the_terminal(name: str, width: int) -> None:
    for line in lines_but_examples(write_command_page(load_command(name), width)):
        assert len(line) <= width or " " not in line.strip(), line


@each_width
def test_the_list_of_commands_fits_the_terminal(
    eoi: Call, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    code, out, err = eoi("--help")
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= width
    assert [name for name in list_commands() if f"\n  {name} " not in out] == []


@each_command
def test_the_help_of_a_command_ends_with_an_example(name: str) -> None:
    page = write_command_page(load_command(name), 80)
    assert re.search(r"\n\nExamples?:\n(  eoi .+\n?)+$", page)


@for_each([one for name in list_commands() for one in load_command(name).examples])
def test_an_example_of_a_help_page_is_a_call_of_the_command(example: str) -> None:
    name, *typed = example_call(example)
    words, *_ = parse_call(load_command(name), typed)
    refuse_wrong_number(load_command(name), words)


@pytest.mark.parametrize(
    "example",
    [
        one
        for name in list_commands()
        if name not in ("new", "check", "diff", "build", "import", "export", "review")
        for one in load_command(name).examples
    ],
)
def test_an_example_that_needs_no_file_works(eoi: Call, example: str) -> None:
    assert eoi(*example_call(example)).code == 0


@pytest.mark.parametrize("name", ["new", "check", "build"])
def test_the_options_of_a_command_with_many_stand_in_groups(name: str) -> None:
    titles = dict(load_command(name).groups())
    assert len(titles) >= 4
    assert max(map(len, titles.values())) <= 6
    assert f"\n{OTHER}:\n" in write_command_page(load_command(name), 80)


@each_command
def test_help_shows_the_same_page_as_the_option(eoi: Call, name: str) -> None:
    asked = eoi("help", name)
    assert asked == eoi(name, "--help") == eoi(name, "-h")
    assert asked.out.startswith(f"Usage: eoi {name} ")


def test_help_without_a_command_lists_the_commands(eoi: Call) -> None:
    assert eoi("help") == eoi("--help")


def test_help_on_what_is_no_command_says_which_may_be_meant(eoi: Call) -> None:
    code, out, err = eoi("help", "chek")
    assert (code, out) == (2, "")
    assert err.startswith("eoi: there is no command 'chek'; did you mean check?")


def test_the_help_lists_the_formats_that_there_are() -> None:
    for name, formats in (("build", writers.list_formats()), ("check", reports.list_report_formats())):
        page = " ".join(write_command_page(load_command(name), 80).split())
        assert f"--format NAME {', '.join(formats[:-1])} or {formats[-1]}" in page


# The list of rules


def listed(eoi: Call, *options: str) -> dict[str, str]:
    code, out, err = eoi("rules", *options)
    assert (code, err) == (0, "")
    return dict(re.findall(r"^  ([a-z0-9-]+) \((.+)\)$", out, re.MULTILINE))


def test_the_list_of_rules_shows_what_each_weighs(eoi: Call) -> None:
    weights = listed(eoi)
    assert weights.keys() == list_entries().keys()
    assert weights["yaml-syntax"] == "error"
    assert {word for weight in weights.values() for word in re.findall(r"\w+", weight)} == {
        *("error", "warning", "suggestion", "or"),
    }


def test_the_list_of_rules_is_narrowed_to_a_round_with_its_weights(eoi: Call) -> None:
    everything, of_2014 = listed(eoi), listed(eoi, "--round", "2014")
    assert of_2014.keys() < everything.keys()
    assert "gifts-register" in everything.keys() - of_2014.keys()
    assert everything["signatory-missing"] != of_2014["signatory-missing"]


def test_the_list_of_rules_is_narrowed_to_a_form(eoi: Call) -> None:
    of_joint, of_delegated = (listed(eoi, "--round", "2015", "--form", form) for form in ("joint", "Level 3"))
    assert "delegated-without-committee" in of_delegated.keys() - of_joint.keys()


@pytest.mark.parametrize("family", list_families())
def test_the_list_of_rules_is_narrowed_to_a_family(eoi: Call, family: str) -> None:
    assert listed(eoi, "--family", family).keys() == {
        name for name, entry in list_entries().items() if entry.family == family
    }


def test_programs_get_the_narrowed_list_too(eoi: Call) -> None:
    found = json.loads(eoi("rules", "--round", "2015", "--form", "joint", "--format", "json").out)
    assert {tuple(one["severity"]) for one in found} == {("2015",)}
    assert {form for one in found for form in one["severity"]["2015"]} == {"joint"}
    table = eoi("rules", "--round", "2015", "--format", "markdown").out
    assert "| rule | what it checks | 2015 |" in table


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--family", "goverance"), "there is no family 'goverance'; did you mean governance?"),
        (("--round", "2041"), "there is no round '2041'"),
        (("--form", "jiont"), "there is no form 'jiont'; did you mean joint?"),
        (("--round", "2018", "--form", "joint"), "round 2018 takes no submission of the form 'joint'"),
        (("governance",), "eoi rules takes only options, and was also given 'governance'"),
    ],
)
def test_a_selection_that_there_is_not_is_refused(eoi: Call, options: tuple[str, ...], words: str) -> None:
    code, out, err = eoi("rules", *options)
    assert (code, out) == (2, "")
    assert err.startswith(f"eoi: {words}")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_explain_takes_several_rules(eoi: Call, form: str) -> None:
    chosen = ("chair-twice", "resources-total")
    code, out, err = eoi("explain", *chosen, "--format", form)
    assert (code, err) == (0, "")
    places = [out.index(write_rule_page(list_entries()[name], form, 100)) for name in chosen]
    assert places == sorted(places)


def test_explain_gives_programs_several_rules_as_a_list(eoi: Call) -> None:
    found = json.loads(eoi("explain", "chair-twice", "resources-total", "--format", "json").out)
    assert [one["name"] for one in found] == ["chair-twice", "resources-total"]


def test_explain_refuses_all_where_one_is_no_rule(eoi: Call) -> None:
    code, out, err = eoi("explain", "chair-twice", "resource-total")
    assert (code, out) == (2, "")
    assert "did you mean resources-total?" in err


def test_the_list_that_the_documentation_shows_is_the_whole() -> None:
    assert write_catalogue_page("markdown", 80).count("\n| [") == len(list_entries())


# Completion


def completed(shell: str, typed: str, folder: Path) -> set[str]:
    """What the shell offers when Tab is pressed after these words."""
    from eoi.cli.commands.completion import write_completion_script

    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    script = folder / "script"
    script.write_text(write_completion_script(shell), encoding="utf-8", newline="\n")
    words = typed.split(" ")
    asks = {
        "bash": f"source {script}; COMP_WORDS=({' '.join(map(shlex.quote, words))}); "
        f'COMP_CWORD={len(words) - 1}; _eoi; printf "%s\\n" "${{COMPREPLY[@]}}"',
        "fish": f"source {script}; complete -C {shlex.quote(typed)}",
    }
    done = subprocess.run(
        [program, "-c", asks[shell]], capture_output=True, text=True, cwd=folder, timeout=60
    )
    assert done.stderr == ""
    return {line.partition("\t")[0] for line in done.stdout.splitlines()}


@pytest.mark.parametrize("shell", ["bash", "fish"])
def test_a_shell_completes_commands_options_and_values(shell: str, tmp_path: Path) -> None:
    assert {"check", "completion", "config"} == {
        one for one in completed(shell, "eoi c", tmp_path) if one != "ccgs"
    }
    assert set(list_known_rounds()) == completed(shell, "eoi check --round ", tmp_path)
    assert completed(shell, "eoi check --fo", tmp_path) == {
        "--form",
        "--format",
        "--force",
        "--force-exclude",
    }
    assert completed(shell, "eoi explain resources-t", tmp_path) == {"resources-total"}
    assert completed(shell, "eoi build --format p", tmp_path) == {"pdf"}


def test_zsh_takes_the_script(tmp_path: Path) -> None:
    from eoi.cli.commands.completion import write_completion_script

    program = shutil.which("zsh")
    if program is None:
        pytest.skip("zsh is not installed")
    (tmp_path / "script").write_text(write_completion_script("zsh"), encoding="utf-8", newline="\n")
    asks = "source ./script; echo ${_comps[eoi]}; COMP_WORDS=(eoi build --final); which _eoi"
    done = subprocess.run(
        [program, "-f", "-c", asks], capture_output=True, text=True, cwd=tmp_path, timeout=60
    )
    assert "_bash_complete" in done.stdout.splitlines()[0]


def test_a_shell_that_is_not_known_is_refused(eoi: Call) -> None:
    code, out, err = eoi("completion", "csh")
    assert (code, out) == (2, "")
    assert "'csh'" in err
    assert "bash, fish, zsh" in err


# Calls


def test_windows_gets_its_patterns_and_home_folder_expanded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    typed = ["*.yaml", "--format", "none-*", "~"]
    assert parsing.expand_words(typed) == ["a.yaml", "b.yaml", "--format", "none-*", str(tmp_path)]


def test_every_option_has_a_help_text_that_is_a_sentence() -> None:
    every = [(name, option) for name in list_commands() for option in load_command(name).options]
    assert len(every) >= 40
    for name, option in every:
        text = option.help_row()[1].partition(" [")[0]
        assert text.endswith((".", ".txt")), (name, option.name)
        assert "{" not in text


def test_no_command_has_two_options_of_one_name() -> None:
    for name in list_commands():
        flags = [flag for option in load_command(name).options for flag in option.flags]
        assert len(flags) == len(set(flags))
        assert load_command(name).options[-1] is HELP


# The README


def readme_commands() -> list[str]:
    return re.findall(r"^\| (`eoi .+?) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_table_of_the_readme_has_every_command_and_no_other() -> None:
    named = {call.split()[1] for cell in readme_commands() for call in re.findall(r"`(eoi [^`]+)`", cell)}
    assert named == set(list_commands())


def known_options(one: Command) -> dict[str, CommandOption]:
    return {flag: option for option in one.options for flag in option.flags}


def test_every_option_in_the_table_of_the_readme_is_one_of_its_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `eoi (\w+)(.*)\|$", text, re.MULTILINE)
    found = [(name, flag) for name, row in rows for flag in re.findall(r"`(--?[a-z][a-z-]*)", row)]
    assert len(found) >= 15
    assert [pair for pair in found if pair[1] not in known_options(load_command(pair[0]))] == []


def test_every_call_in_the_readme_is_one_that_the_program_takes() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    calls = re.findall(r"`eoi ((?:new|check|build|rules|explain|schema|help|completion)(?: [^`|]+)?)`", text)
    calls += re.findall(r"bin/eoi ([^\n`]+)", text)
    assert len(calls) >= 8
    for call in calls:
        name, *typed = shlex.split(call.partition(" && ")[0].replace("[", "").replace("]", ""))
        parse_call(load_command(name), typed)
