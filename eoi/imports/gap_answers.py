"""The answers that somebody types in a gap of a draft, in its place, or in paragraphs below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from eoi.document.templating.field_paths import read_known_path
from eoi.imports.base import BuiltDocument
from eoi.imports.differences import Difference
from eoi.imports.leaves import ASKED, is_free, read_leaf_text
from eoi.imports.lines import Line
from eoi.imports.markdown import choose_line_ends, simplify_marks, write_markdown_line
from eoi.imports.new_items import read_first_item
from eoi.imports.removed_rows import Edits
from eoi.source.edits import SetValue
from eoi.source.nodes import Plain, Scalar, is_empty
from eoi.submission.part import Field
from eoi.submission.walk import find_field_at

GOES_ON = re.compile(r"(?:is|are|was|were|will|has|have)\b")  # then the question is part of the answer


def read_answer(asked: str, now: str) -> str:
    """Return what somebody wrote before or behind a question, or in its place.

    The words of the question may be left there.
    """
    asked, now = simplify_marks(asked), simplify_marks(now)
    before, found, behind = now.partition(asked)
    if found and ASKED.match(asked) and not GOES_ON.match(behind.strip()):
        now = f"{before.strip()} {behind.lstrip(' .:–-')}".strip()
    label, colon, rest = ASKED.sub("", now).partition(": ")
    return rest if colon and label.lower() == ASKED.sub("", asked).lower() else ASKED.sub("", now)


def list_words_of_answer(difference: Difference) -> list[str]:
    """Return the words of each line that answers a question, without those of the question."""
    answers = (read_answer(difference.asked, pair.now.words) for pair in difference.changed if pair.now)
    return [answer for answer in answers if answer]


def fill_gap(difference: Difference, built: BuiltDocument) -> Iterator[Edits]:
    """Yield the possible answers of several lines to the fields that a gap asks for."""
    for written in difference.paths:
        path = read_known_path(written)
        field, node = find_field_at(path), built.node_at(written)
        if field is None or not (node is None or (isinstance(node, Scalar) and is_empty(node))):
            continue
        value = read_lines(field, difference)
        if value is not None:
            yield (SetValue(path, value),)


def read_lines(field: Field, difference: Difference) -> Plain | None:
    """Read the lines of an answer as the value of a field; return None if the field cannot hold them."""
    answers = list_words_of_answer(difference)
    if field.is_list:
        items = [answer if field.part is None else read_first_item(field, answer) for answer in answers]
        known = [one for one in items if one is not None]
        return known if len(known) == len(items) else None
    if field.part is not None or (len(answers) > 1 and not is_free(field)):
        return None
    if is_free(field):
        return write_answer_text(difference)
    return answers[0] if read_leaf_text(field, answers[0]) is not None else None


def write_answer_text(difference: Difference) -> str:
    """Write the lines of an answer as one text, without the bold type of a question above them."""
    text, before = "", None
    for pair in difference.changed:
        if pair.now is None or not (words := read_answer(difference.asked, pair.now.words)):
            continue
        line = pair.now
        written = words if pair.base else write_markdown_line(take_off_bold(line), "")
        text += f"{choose_line_ends(before, line, (), None)}{written}"
        before = line
    return text


def take_off_bold(line: Line) -> Line:
    """Return a line without bold type if all of it is bold."""
    if all(run.strong for run in line.runs if run.words.strip()):
        return replace(line, runs=tuple(run._replace(strong=False) for run in line.runs))
    return line
