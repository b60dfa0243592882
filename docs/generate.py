"""Writes the pages that come from the program itself: one for each rule, and their list.

    python docs/generate.py

A test compares them, so that they cannot say anything else than the program.
"""

from __future__ import annotations

from pathlib import Path

from eoi.rules.pages import catalogue_page, entries, rule_page

FOLDER = Path(__file__).parent / "rules"


def pages() -> dict[str, str]:
    """The text of each page, by its file's name."""
    rules = {f"{name}.md": rule_page(entry, "markdown", 80) + "\n" for name, entry in entries().items()}
    return rules | {"README.md": catalogue_page("markdown", 80) + "\n"}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    current = pages()
    for stale in {path.name for path in FOLDER.glob("*.md")} - current.keys():
        (FOLDER / stale).unlink()
    for name, text in current.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
