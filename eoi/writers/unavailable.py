"""Why a format cannot be written here, as against a document that cannot be written at all."""

from __future__ import annotations


class Unavailable(Exception):
    """This machine cannot write the format; the message is one sentence that says why, and what to do."""
