"""The Word files that `eoi build` makes, and a person who writes into one of them."""

from __future__ import annotations

from pathlib import Path

import docx

from tests.cli.calls import Call, files_in

BUILT: dict[bytes, dict[str, bytes]] = {}


def build_word_files(eoi: Call) -> None:
    """Build the Word files of `ccg.yaml` where nothing was built yet: once, and copies of them later."""
    assert not Path("build").exists()
    source = Path("ccg.yaml").read_bytes()
    if source not in BUILT:
        outcome = eoi("build", "ccg.yaml", "--format", "docx")
        assert (outcome.code, outcome.out) == (0, "")
        assert not [line for line in outcome.err.splitlines() if line.startswith("eoi: ")]
        BUILT[source] = {name: Path("build", name).read_bytes() for name in files_in(Path("build"))}
    Path("build").mkdir(exist_ok=True)
    for name, content in BUILT[source].items():
        Path("build", name).write_bytes(content)


def edit(path: str) -> bytes:
    """Adds a sentence, as Word would save it; what the file holds after that."""
    document = docx.Document(path)
    document.add_paragraph("A sentence of my own.")
    document.save(path)
    return Path(path).read_bytes()
