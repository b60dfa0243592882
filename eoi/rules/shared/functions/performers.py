"""Rows about the performance of individual GPs: the performers list, appraisal and revalidation."""

from __future__ import annotations

import re

from eoi.expressions import Expression
from eoi.rules.shared.functions.scope_rows import Row

ID = "performers_list"
DOCTORS = r"(?:GPs?|doctors?|practitioners?|performers?|clinicians?)['’]?s?"
WORK = Expression(
    rf"\bperformers?['’]? lists?\b|\brevalidat|\b{DOCTORS} appraisals?\b|\bindividual {DOCTORS} performance\b"
    rf"|\b(?:appraisals? of (?:individual )?|performance(?: management)? of individual ){DOCTORS}\b"
    r"(?! (?:practice|premises|surger|service|contract))",
    re.IGNORECASE,
    words="performer|revalidat|apprais|individual",
)
LEFT_OUT = Expression(
    r"\b(?:except|exclud\w+|other than|not|without|apart from|but for)\b.*",
    re.IGNORECASE,
    words="except|exclud|other than|not|without|apart from|but for",
)
# These words mark work beside it: to support, refer or inform is not to manage.
BESIDE = Expression(
    r"\b(?:support\w*|liais\w*|referr\w*|refer|inform\w*|link\w*|training|align\w*)\b", re.IGNORECASE
)


def is_performers_work(text: str) -> bool:
    """Tell whether a text is only about the performance of individual GPs."""
    return bool(WORK.search(LEFT_OUT.sub("", text)) and not BESIDE.search(text))


def is_performers_list(row: Row) -> bool:
    """Tell whether a row is about the performance of individual GPs."""
    return row.function.id == ID or (row.function.id is None and is_performers_work(row.name))
