"""Findings for the problems of reading a file: the place, the message, and advice on what was meant.

Most files have none of these problems, so `reading.py` imports this module only for a file that has one.
"""

from __future__ import annotations

from eoi.findings import Finding, Span
from eoi.parse_errors.values import CANNOT_BE_READ, NO_SUCH_FIELD, NOT_GIVEN
from eoi.source.characters import suggest_quotes
from eoi.source.nodes import Entry, Mapping, Node, Path, Scalar, Sequence
from eoi.source.paths import begin_with_item, find_first_line, find_nearest, follow_path, write_path
from eoi.submission import UnreadableError, is_none_word
from eoi.submission.dates_for_names import suggest_dated_item
from eoi.submission.fields_of_items import suggest_indenting
from eoi.submission.figures import refuse_placeholder
from eoi.submission.own_words import propose_fields
from eoi.submission.placeholders import says_nothing_yet
from eoi.submission.reader import ReadingProblem
from eoi.submission.rewriting import find_last_node, is_in_braces, suggest_example, suggest_rewriting
from eoi.submission.vocabulary import (
    find_kind_at,
    find_nearest_field,
    list_field_names_at,
    suggest_field,
    suggest_for_unknown_name,
)

EXAMPLES = {
    "round": "round: 2014",
    "form": "form: joint",
    "applicants": "applicants:` and, below it, `  - name: NHS ... CCG",
    "name": "name: NHS ... CCG",
}


def describe_problems(
    problems: list[ReadingProblem], strangers: list[tuple[Path, Entry]], tree: Mapping
) -> list[Finding]:
    """Return a finding for each problem, and for each field without a value that has an unknown name."""
    kept = remove_explained_problems(problems, [path for path, _ in strangers], tree)
    found = [begin_with_item(report_problem(problem, tree), problem.path, tree) for problem in kept]
    return found + [
        begin_with_item(report_nameless(path, entry, tree), path, tree) for path, entry in strangers
    ]


def remove_explained_problems(
    problems: list[ReadingProblem], empty: list[Path], tree: Mapping
) -> list[ReadingProblem]:
    """Drop problems that another one explains: a misspelt `round` is not reported as missing too."""
    strangers = [*empty, *(problem.path for problem in problems if problem.what == "unknown")]
    meant = {(*path[:-1], suggest_field(path, list_fields_beside(tree, path))) for path in strangers}
    return [problem for problem in problems if problem.what != "missing" or problem.path not in meant]


def report_problem(problem: ReadingProblem, tree: Mapping) -> Finding:
    """Return a problem of the reader as a finding at its place."""
    path = problem.path
    match problem.what:
        case "unknown":
            return report_unknown_field(path, tree)
        case "missing":
            return report_missing_field(path, tree)
        case "not a list" | "not a group" if placeholder := find_placeholder(path, tree):
            return report_unreadable(path, tree, refuse_placeholder(placeholder))
        case "not a list":
            return report_not_a_list(path, tree)
        case "not a group":
            return report_not_a_group(path, tree)
        case "unreadable":
            return report_unreadable(path, tree, problem.refusal)


def find_placeholder(path: Path, tree: Mapping) -> str:
    """Return the placeholder at a path, or an empty text if the value there is none: `evaluation: TBC`."""
    node = find_last_node(tree, path)
    return " ".join(node.text.split()) if isinstance(node, Scalar) and says_nothing_yet(node.text) else ""


def report_unreadable(path: Path, tree: Mapping, refusal: ValueError) -> Finding:
    """Return the finding for a value that its field cannot hold, with advice on what to write."""
    help_, rule = (refusal.help, refusal.rule) if isinstance(refusal, UnreadableError) else ("", "")
    help_ = help_ or suggest_rewriting(path, tree) or suggest_example(path, tree)
    found = report_misread(path, tree, str(refusal), help_)
    return found._replace(rule=rule or found.rule)


def report_unknown_field(path: Path, tree: Mapping, is_empty: bool = False) -> Finding:
    """Return the finding for a name that is no field, with the field that seems to be meant."""
    where = f" in `{write_path(path[:-1])}`" if len(path) > 1 else ""
    advice = suggest_dated_item(path, tree) or suggest_for_unknown_name(
        path, is_empty, list_fields_beside(tree, path), is_in_braces(path, tree)
    )
    return NO_SUCH_FIELD.at(
        find_nearest(tree, path),
        name=path[-1],
        where=where,
        help=suggest_indenting(path, tree, advice),
        path=write_path(path),
    )


def report_nameless(path: Path, entry: Entry, tree: Mapping) -> Finding:
    """Return the finding for an empty name that is no field. In a list of texts it is treated as a text."""
    key = entry.key
    is_text = find_kind_at(path[:-1]) == "text" and find_nearest_field(path) is None
    if list_field_names_at(path[:-1]) and not is_text:
        return report_unknown_field(path, tree, is_empty=True)._replace(span=key.span)
    return CANNOT_BE_READ.at(
        key.span,
        field=write_path(path[:-1]),
        complaint="the colon makes this the name of a field",
        help=suggest_quotes(f"{key.text}:"),
        path=write_path(path[:-1]),
    )


def list_fields_beside(tree: Mapping, path: Path) -> frozenset[str]:
    """Return the names of the other fields in the group of the last step of `path`."""
    group = find_last_node(tree, path[:-1])
    entries = group.entries if isinstance(group, Mapping) else ()
    return frozenset(entry.key.text for entry in entries) - {path[-1]}


def report_missing_field(path: Path, tree: Mapping) -> Finding:
    """Return the finding for a missing required field, with an example of it."""
    name = str(path[-1])
    example = EXAMPLES.get(name, f"{name}: ...")
    where = write_path(path)
    return NOT_GIVEN.at(find_nearest(tree, path), field=where, example=example, path=where)


def report_not_a_list(path: Path, tree: Mapping) -> Finding:
    """Return the finding for a value in place of a list."""
    node = find_last_node(tree, path)
    if is_none_word(node):
        complaint = "it cannot be none"
        return report_misread(
            path, tree, complaint, "Write its items, or leave it empty while they are not known."
        )
    if name := find_needless_name(path, node):
        complaint = "it is a list, and this is a group that holds one"
        return report_misread(path, tree, complaint, f"Remove the line `{name}:`.")
    match node:
        case Mapping(entries=(first, *_)):
            complaint, example = (
                "it is a list, and this is one group of fields",
                f"{first.key.text.lstrip('-')}: ...",
            )
        case _:
            complaint, example = "it is a list, and this is one value", "..."
    return report_misread(path, tree, complaint, f"Begin each item with a dash and a space: `- {example}`.")


def find_needless_name(path: Path, node: Node) -> str:
    """Return the name that stands between a list and its field, or an empty text: `risks: {rows: [...]}`.

    A group in braces has no line of its own for it.
    """
    match node:
        case Mapping(entries=(Entry(key=key, value=Sequence()),), typed=""):
            return "" if key.text in list_field_names_at((*path, 0)) else key.text
    return ""


def report_not_a_group(path: Path, tree: Mapping) -> Finding:
    """Return the finding for a value in place of a group of fields."""
    example = f"such as `{list_field_names_at(path)[0]}: ...`"
    if isinstance(find_last_node(tree, path), Sequence):
        complaint = "it is one group of fields, and this is a list"
        return report_misread(path, tree, complaint, f"Write its fields without dashes, {example}.")
    complaint = "it is a group of fields, and this is one value"
    value = find_last_node(tree, path)
    typed = " ".join(value.text.split()) if isinstance(value, Scalar) else ""
    if fields := propose_fields(path, typed):
        return report_misread(
            path, tree, complaint, f"Write it on a line of its own below, indented: {fields}."
        )
    return report_misread(path, tree, complaint, f"Write its fields, {example}.")


def report_misread(path: Path, tree: Mapping, complaint: str, help: str = "") -> Finding:
    """Return the finding for the value at a path, with this complaint."""
    where = write_path(path)
    return CANNOT_BE_READ.at(
        find_value_span(tree, path), field=where, complaint=complaint, help=help, path=where
    )


def find_value_span(tree: Mapping, path: Path) -> Span:
    """Return the place to point at: the value, or its first line if it begins below its name."""
    *_, (node, name) = follow_path(tree, path)
    on_one_line = isinstance(node, Scalar) or node.span.start.line == name.start.line
    return node.span if on_one_line else find_first_line(node)
