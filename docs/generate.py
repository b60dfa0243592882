"""A program that writes the pages made from `eoi` itself: the rules, the rounds and the reference.

Run it with `python docs/generate.py`. A test compares them, so that they cannot differ from the program.
"""

from __future__ import annotations

from pathlib import Path

from docs.reference_pages import reference_pages
from eoi.rounds.pages import write_rounds_page
from eoi.rules.catalogue_page import write_catalogue_page
from eoi.rules.entries import list_entries
from eoi.rules.pages import write_rule_page

DOCS = Path(__file__).parent
ROUNDS = DOCS / "rounds.md"
ABOUT_ROUNDS = """\
# Rounds

A submission names the invitation that it answers, as in `round: 2014`. A round after 2014 is called by the
year in which its arrangements start. `eoi rounds` prints this list, and `eoi new --round 2018` writes a file
to fill in; `eoi check --round 2018` shows what a file would need for another round.

Each round is a file in [`eoi/rounds`](../eoi/rounds), which says where its days and its questions come from.
What was not found is not claimed: without a deadline, no submission is late. What an earlier round asked is
at most recommended in a later one, unless a public source says it of that one too.

A round asks for each answer in a few words, `asks`, which complete "To complete: ..." and "Consider adding:
...". Where those words speak of one CCG, `asks_of_several` gives the words for a bid of several CCGs: they
take the place of `asks` in documents, in the checklist and in what `eoi check` says.

```yaml
- {path: ccgs_involved.reasons, asks: why the applicant applies alone or with others,
   asks_of_several: why the CCGs apply together}
```

The `assessment` of a round says what makes a submission *ready*, *ready with caveats* or *not ready*, and
[`eoi review`](how-to/assessor.md) shows it. Each condition looks at a missing answer (`path`) or at a finding
(`rule`), tells the CCG what to have ready (`says`), and names its `source`. Only a condition whose certainty
is `found` can make a submission *not ready* or give it a caveat: what was seen elsewhere, deduced or
remembered is a `suggestion`. A round that `extends` another takes its conditions over as suggestions, until
it names a source of its own. For 2020 only the timetable was found, so no application can be not ready.

"""


def pages() -> dict[str, dict[str, str]]:
    """Return the text of each page by the name of its file, for each folder."""
    return {"rules": rules_pages(), "reference": reference_pages()}


def rules_pages() -> dict[str, str]:
    rules = {
        f"{name}.md": write_rule_page(entry, "markdown", 80) + "\n" for name, entry in list_entries().items()
    }
    return rules | {"README.md": write_catalogue_page("markdown", 80) + "\n"}


def rounds() -> str:
    return f"{ABOUT_ROUNDS}{write_rounds_page('markdown', 80)}\n"


def main() -> None:
    ROUNDS.write_text(rounds(), encoding="utf-8", newline="\n")
    for name, current in pages().items():
        folder = DOCS / name
        folder.mkdir(exist_ok=True)
        for stale in {path.name for path in folder.glob("*.md")} - current.keys():
            (folder / stale).unlink()
        for file, text in current.items():
            (folder / file).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
