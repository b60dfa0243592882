"""Other hash seeds, locales, encodings, time zones and masks: the same bytes and the same words, exit 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from eoi.writers import list_formats
from tests.cli.calls import files_in, process
from tests.faults.builds import documents
from tests.imports.word_files import SHORT
from tests.samples import COMPLETE
from tests.thorough import some_of

FILES = some_of([SHORT, COMPLETE], 1)
OTHERS = {
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
    "ASCII": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
    "Windows": {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "SOURCE_DATE_EPOCH": "rubbish"},
}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], str]:
    return outcome(tmp_path_factory.mktemp("usual"), {"PYTHONHASHSEED": "0"})


def outcome(folder: Path, environment: dict[str, str]) -> tuple[dict[str, bytes], str]:
    (folder / "in").mkdir()
    for file in FILES:
        (folder / "in" / file.name).write_bytes(file.read_bytes())
    (folder / "in" / "bad.yaml").write_text("round: 2014\nform: joint\n£5: – x\n", encoding="utf-8")
    code, out, err = process("-m", "eoi", "build", "in", "--jobs", "1", cwd=folder, **environment)
    assert code == 1
    return {name: (folder / "build" / name).read_bytes() for name in files_in(folder / "build")}, out + err


@pytest.mark.parametrize("name", OTHERS)
def test_the_same_bytes_and_the_same_words(
    tmp_path: Path, usual: tuple[dict[str, bytes], str], name: str
) -> None:
    built, said = outcome(tmp_path, OTHERS[name])
    assert set(built) >= set(documents(*(file.stem for file in FILES), endings=list_formats()))
    assert (built, said) == usual
    assert "£5: – x" in said
