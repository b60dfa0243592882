"""The trials of the program and their results, kept in docs/trust.json and shown by docs/trust.py.

Every family of hostile files is tried, the tests of every fault and of every known defect are run, and
contradictions are planted into submissions.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.environment import ROOT, machine, today
from tests.faults.listing import faults
from tests.hostile.families import run_all
from tests.planted.planting import kinds
from tests.planted.sources import false_alarms

STORE = ROOT / "docs" / "trust.json"
# Known defects are tests that are expected to fail. The families are left out, since they are tried
# separately.
TESTS = ("tests/faults", "tests/hostile", "--ignore=tests/hostile/test_families.py")


@dataclass(frozen=True, slots=True)
class FamilyTried:
    name: str
    cases: int
    passed: int

    @property
    def all_well(self) -> bool:
        return self.passed == self.cases > 0


@dataclass(frozen=True, slots=True)
class FaultTried:
    """A fault with the number of its tests that passed, failed, or were skipped on this machine."""

    name: str
    promise: str
    passed: int
    failed: int
    skipped: int

    @property
    def survived(self) -> bool:
        return self.passed > 0 == self.failed


@dataclass(frozen=True, slots=True)
class KindPlanted:
    """A kind of contradiction. One in prose can be planted in two wordings."""

    name: str
    of_prose: bool
    planted: int
    found: int


@dataclass(frozen=True, slots=True)
class Trials:
    date: str
    machine: str
    python: str
    families: tuple[FamilyTried, ...]
    faults: tuple[FaultTried, ...]
    defects: tuple[str, ...]
    kinds: tuple[KindPlanted, ...]
    false_alarms: int

    @property
    def cases(self) -> int:
        return sum(one.cases for one in self.families)

    @property
    def passed(self) -> int:
        return sum(one.passed for one in self.families)

    @property
    def survived(self) -> int:
        return sum(one.survived for one in self.faults)


def tried() -> Trials:
    families = tuple(FamilyTried(one.family, one.cases, one.passed) for one in run_all())
    cases = cases_of_tests()
    return Trials(
        today(),
        machine(),
        platform.python_version(),
        families,
        tuple(faults_tried(cases)),
        tuple(dict.fromkeys(reason for case in cases if (reason := expected_failure(case)))),
        kinds_planted(),
        len(false_alarms()),
    )


def kinds_planted() -> tuple[KindPlanted, ...]:
    return tuple(
        KindPlanted(name, all_[0].of_prose, len(all_), sum(one.is_found for one in all_))
        for name, all_ in kinds().items()
    )


def with_kinds_of_today(trials: Trials) -> Trials:
    """Return the trials with new results for contradictions only. The others take minutes to try again."""
    return replace(trials, kinds=kinds_planted(), false_alarms=len(false_alarms()))


def faults_tried(cases: Sequence[ElementTree.Element]) -> Iterator[FaultTried]:
    outcomes = Counter((case.attrib["classname"].rpartition(".")[2], outcome(case)) for case in cases)
    for fault in faults():
        counts = [outcomes[fault.file.stem, outcome] for outcome in ("passed", "failed", "skipped")]
        yield FaultTried(fault.name, fault.promise, *counts)


def cases_of_tests() -> list[ElementTree.Element]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        options = ["-q", "-p", "no:cacheprovider", "-n", "0", f"--junit-xml={report}"]
        # Failing tests are results here, and no failure of this script.
        done = subprocess.run([sys.executable, "-m", "pytest", *TESTS, *options], cwd=ROOT)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"pytest ended with {done.returncode}")
        return list(ElementTree.parse(report).iter("testcase"))


def outcome(case: ElementTree.Element) -> str:
    """Return the outcome of a test. An expected failure counts as failed."""
    if any(case.find(kind) is not None for kind in ("failure", "error")) or expected_failure(case):
        return "failed"
    return "passed" if case.find("skipped") is None else "skipped"


def expected_failure(case: ElementTree.Element) -> str:
    """Return the reason of an expected failure; return an empty text for other outcomes."""
    skipped = case.find("skipped[@type='pytest.xfail']")
    return "" if skipped is None else skipped.attrib["message"]


def store(trials: Trials) -> None:
    STORE.write_text(json.dumps(asdict(trials), indent=2) + "\n", encoding="utf-8", newline="\n")


def stored() -> Trials:
    kept = json.loads(STORE.read_text(encoding="utf-8"))
    parts = {
        "families": tuple(FamilyTried(**one) for one in kept["families"]),
        "faults": tuple(FaultTried(**one) for one in kept["faults"]),
        "defects": tuple(kept["defects"]),
        "kinds": tuple(KindPlanted(**one) for one in kept["kinds"]),
    }
    return Trials(**kept | parts)
