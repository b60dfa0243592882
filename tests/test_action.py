"""The action, run as a runner would, in a checkout that holds modules to be taken for Python's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest
import yaml

from benchmarks.environment import surroundings
from tests.faults.builds import linux
from tests.samples import ROOT, skeleton
from tests.thorough import IS_AT_A_DESK

pytestmark = [linux, pytest.mark.slow]
STEPS = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
MODULES = ("venv", "logging", "subprocess", "sysconfig", "argparse", "typing", "yaml", "eoi", "pip")
HOSTILE = 'import pathlib\npathlib.Path(r"{proof}").open("a").write("{name} ")\n'


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a checkout with a module of each name that Python or pip could take for its own."""
    tmp_path = tmp_path_factory.mktemp("action")
    folder = tmp_path / "checkout"
    folder.mkdir()
    (tmp_path / "temporary").mkdir()
    for name in MODULES:
        text = HOSTILE.format(proof=tmp_path / "ran", name=name)
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    (folder / "ccg.yaml").write_text(skeleton(), encoding="utf-8")
    return folder


def run(step: int, checkout: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """With the shell that GitHub runs for `shell: bash`."""
    given = {"RUNNER_TEMP": str(checkout.parent / "temporary"), "GITHUB_ACTION_PATH": str(ROOT)}
    given["PIP_COMPILE"] = "0"  # no more than what is run is compiled, when it is run
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script_of(step)],
        cwd=checkout,
        env=surroundings() | given | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


# Python takes three seconds to give an environment its own pip; at a desk that of the tests installs.
OWN_PIP = {
    " -m venv eoi": " -m venv --without-pip eoi",
    "eoi/bin/python -I -m pip": f"{quote(sys.executable)} -I -m pip --python eoi",
}


def script_of(step: int) -> str:
    script: str = STEPS[step]["run"]
    for own, other in OWN_PIP.items() if IS_AT_A_DESK and not step else ():
        assert script.count(own) == 1, own
        script = script.replace(own, other)
    return script


def ran(checkout: Path) -> str:
    proof = checkout.parent / "ran"
    return proof.read_text(encoding="utf-8") if proof.exists() else ""


def test_the_action_checks_a_submission_and_runs_no_module_of_the_checkout(checkout: Path) -> None:
    installed = run(0, checkout)
    assert ran(checkout) == ""
    if installed.returncode and "EOI_EVERY_TEST" not in os.environ:
        pytest.skip(f"pip cannot get what eoi needs: {installed.stderr}")
    assert installed.returncode == 0, installed.stderr
    (checkout / "eoi.toml").write_text('rules = "."\nselect = ["wording"]\n', encoding="utf-8")
    inputs = {"EOI_PATH": "ccg.yaml", "EOI_FAIL_ON": "error", "EOI_ROUND": "", "EOI_FORM": ""}
    given = inputs | {"EOI_CONFIG": "", "EOI_BASELINE": ""}
    done = run(1, checkout, **given, EOI_REPORT="report.json\nreport.sarif")
    assert (done.returncode, ran(checkout)) == (1, ""), done.stderr
    assert "answer-missing" in done.stdout
    assert '"rule": "answer-missing"' in (checkout / "report.json").read_text(encoding="utf-8")
    assert "answer-missing" in (checkout / "report.sarif").read_text(encoding="utf-8")


def test_the_action_takes_packages_by_the_hashes_of_the_lock_alone() -> None:
    script = STEPS[0]["run"]
    assert script.count("pip install") == 1
    assert {"--require-hashes", "--only-binary"} <= set(script.split())
    assert "requirements.lock" in script
