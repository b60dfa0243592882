"""Paths of fields in words, for people who do not see the file."""

from __future__ import annotations

import re

from eoi.changes.values import name_in_words
from eoi.document.templating.field_paths import is_known_path
from eoi.source.paths import number_path

IN_CODE = re.compile(r"`([a-z_]+[a-z_.\[\]\d]*)`")


def say_place(path: str) -> str:
    """Return a path for people, who count items from one: "body 2, view" for `support[1].view`."""
    item = number_path(path)
    return ", ".join(filter(None, (item, name_end_of_path(path)))) if item else path


def name_end_of_path(path: str) -> str:
    """Return the names of a path behind its last item in words, such as "population, registered"."""
    return ", ".join(name_in_words(name) for name in path.rpartition("]")[2].split(".") if name)


def say_fields(message: str) -> str:
    """Return the message of a finding with the words of each field in place of its path.

    The message itself names the item.
    """
    return IN_CODE.sub(quote_known_field, message)


def quote_known_field(found: re.Match[str]) -> str:
    """Return the words of a field in quotation marks, or the code as it is if it is no field."""
    path = found[1]
    return f"'{name_end_of_path(path) or say_place(path)}'" if is_known_path(path) else found[0]
