"""A program that writes docs/licences.md: the licences of everything that is installed with `eoi`.

Run it with `python -m docs.licences`. The packages are those of requirements.lock that are installed here. A
package for another system is listed without its licence.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", re.MULTILINE)
# The licence texts are beside the fonts, in eoi/writers/fonts.
FONTS = (
    ("Liberation Sans and Liberation Mono", "2.1.5", "SIL Open Font License 1.1"),
    ("DejaVu Sans", "2.37", "Bitstream Vera and Arev licences"),
)
HEADING = """\
# Licences

Everything that an installed `eoi` brings along. `python -m docs.licences` writes this page.

| package | version | licence |
| --- | --- | --- |
"""


def page() -> str:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    rows = [f"| {name} | {version} | {licence(name)} |" for name, version in PINNED.findall(lock)]
    rows += [f"| {name} | {version} | {licence} |" for name, version, licence in FONTS]
    return HEADING + "\n".join(rows) + "\n"


def licence(name: str) -> str:
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return "see the package: not needed on every system"
    return expression(about) or ", ".join(classifiers(about)) or "not stated"


def expression(about: PackageMetadata) -> str:
    """Return the licence if it is a short name; some packages put the whole licence into this field."""
    stated = first(about, "License-Expression") or first(about, "License")
    return stated if 0 < len(stated) < 60 and "\n" not in stated else ""


def classifiers(about: PackageMetadata) -> list[str]:
    found = [str(line) for line in about.get_all("Classifier") or ()]
    return [line.rpartition(" :: ")[2] for line in found if line.startswith("License :: ")]


def first(about: PackageMetadata, name: str) -> str:
    return next((str(line) for line in about.get_all(name) or ()), "")


if __name__ == "__main__":
    (ROOT / "docs" / "licences.md").write_text(page(), encoding="utf-8", newline="\n")
