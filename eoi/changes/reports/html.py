"""Changes as a complete HTML page, in which `ins` and `del` mark words, so that colour is not needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from eoi.changes.diff import Diff
from eoi.changes.version_change import VersionChange
from eoi.changes.words import (
    ChangedItem,
    describe_change,
    group_changes,
    name_value,
    shorten_pieces,
    summarise,
    summarise_findings,
)
from eoi.findings import Finding
from eoi.plain_words import capital
from eoi.reports.lines import write_message

TAGS = {"=": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}
STYLE = """
:root { color-scheme: light dark; --line: #b1b4b6; --gone: #b10e1e; --new: #00603a; }
@media (prefers-color-scheme: dark) { :root { --line: #5f6368; --gone: #ff8a80; --new: #7bd88f; } }
body { font: 1rem/1.5 "Liberation Sans", Arial, sans-serif; max-width: 48rem; margin: 0 auto; padding: 1rem; }
h1, h2, h3 { line-height: 1.2; overflow-wrap: anywhere; }
ul { padding-left: 1.2rem; }
li { margin: .3rem 0; overflow-wrap: anywhere; }
del { color: var(--gone); text-decoration: line-through; }
ins { color: var(--new); text-decoration: underline; }
.level { border: 1px solid var(--line); border-radius: .2rem; padding: 0 .3rem; font-size: .85rem; }
.place { font-size: .85rem; }
"""
PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What changed</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>What changed</h1>
{body}
</main>
</body>
</html>
"""


def write(diffs: Iterable[Diff], _width: int, alone: Sequence[str] = ()) -> str:
    """Write one page with every difference, and first the submissions that only one folder has."""
    said = "".join(f"<li>{escape(line)}</li>" for line in alone)
    first = [f"<h2>In one folder only</h2>\n<ul>{said}</ul>"] if alone else []
    body = [*first, *(line for diff in diffs for line in write_diff(diff))]
    return PAGE.format(style=STYLE, body="\n".join(body))


def write_diff(diff: Diff) -> Iterator[str]:
    """Yield one difference, section by section, and its findings."""
    yield f"<h2>{escape(diff.old)} → {escape(diff.new)}</h2>\n<p>{summarise(diff)}</p>"
    for section, rows in group_changes(diff.changes):
        yield f"<h3>{escape(section)}</h3>\n<ul>"
        yield from map(write_item, rows)
        yield "</ul>"
    yield f"<h3>Findings</h3>\n<p>{summarise_findings(diff)}</p>"
    found = [write_finding("New", one) for one in diff.came]
    found += [write_finding("Fixed", one) for one in diff.went]
    if found:
        yield f"<ul>{''.join(found)}</ul>"


def write_item(row: ChangedItem) -> str:
    """Write the changes of one item as a list below its name."""
    level = f'<span class="level">{row.level.word}</span>'
    if not row.name:
        return f"<li>{level} {write_change(row.changes[0], begins_line=True)}</li>"
    inside = "".join(f"<li>{write_change(change)}</li>" for change in row.changes)
    return f"<li>{level} <strong>{escape(row.name)}</strong><ul>{inside}</ul></li>"


def write_change(change: VersionChange, begins_line: bool = False) -> str:
    """Write one change, with `ins` and `del` around the new and the old words."""
    where = change.where
    name = escape(capital(name_value(change)) if begins_line else name_value(change))
    if change.pieces:
        pieces = shorten_pieces(change.pieces)
        said = name + " ".join(TAGS[sign].format(escape(words.strip())) for sign, words in pieces)
    elif change.kind == "changed":
        said = f"{name}<del>{escape(change.was)}</del> → <ins>{escape(change.now)}</ins>"
        said += f" ({change.growth})" if change.growth else ""
    else:
        said = escape(capital(describe_change(change)) if begins_line else describe_change(change))
        said = {"added": f"<ins>{said}</ins>", "removed": f"<del>{said}</del>"}.get(change.kind, said)
    return f'{said} <span class="place">({where})</span>' if where else said


def write_finding(label: str, finding: Finding) -> str:
    """Write a finding that only one of the versions has."""
    words = f"{label} {finding.severity.word}: {write_message(finding)}"
    return f"<li>{escape(words)} <code>{escape(finding.rule)}</code></li>"
