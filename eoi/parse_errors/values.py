"""Errors in fields and their values, found when the tree of a file becomes a submission."""

from __future__ import annotations

from eoi.findings import Severity
from eoi.parse_errors import ParseError

UNKNOWN_FIELD = ParseError(
    "unknown-field",
    "Each field is one that `eoi` knows",
    "What stands in a misspelt field would be lost.",
)
NO_SUCH_FIELD = UNKNOWN_FIELD.message("There is no field `{name}`{where}.", "{help}")

MISSING_FIELD = ParseError(
    "missing-field",
    "Round, form and one applicant's name are there",
    "Nothing can be built without them.",
)
NOT_GIVEN = MISSING_FIELD.message(
    "`{field}` is missing, and nothing can be built without it.", "Add `{example}`."
)

WRONG_VALUE = ParseError(
    "wrong-value",
    "Each value is of the kind its field takes",
    "A figure or date that cannot be read cannot be checked or added up.",
)
CANNOT_BE_READ = WRONG_VALUE.message("`{field}` cannot be read: {complaint}.", "{help}")
LOST_NUMBER = WRONG_VALUE.message(
    "YAML reads `{typed}` as the beginning of a long text, so it would be lost.",
    "Write {words}, or put it in quotes: {quoted}.",
)

UNKNOWN_ROUND = ParseError(
    "unknown-round",
    "The round is one that `eoi` knows",
    "The round says what is asked.",
)
NO_SUCH_ROUND = UNKNOWN_ROUND.message("There is no round {name}.", "Name one of the rounds {rounds}{meant}.")

FORM_NOT_ASKED = ParseError(
    "form-not-asked",
    "The round asks for this form",
    "Some forms needed no application in some rounds.",
)
NO_SUCH_FORM = FORM_NOT_ASKED.message(
    "Round {round} asks for no submission of the form '{form}'.",
    "Use one of the forms of this round: {forms}.",
)

UNKNOWN_FUNCTION = ParseError(
    "unknown-function",
    "Each function's id is in the catalogue",
    "The id ties a row to the decisions and rules that concern it.",
)
NO_SUCH_FUNCTION = UNKNOWN_FUNCTION.message("There is no function {name} in the catalogue.", "{help}")

IDLE_IGNORE = ParseError(
    "idle-ignore",
    "Each ignore comment sets something aside",
    "A comment without a reason does not count; one that sets nothing aside misleads.",
    Severity.WARNING,
)
NO_REASON = IDLE_IGNORE.message(
    "This gives no reason, so it sets nothing aside.", "Add the reason after the bracket."
)
NO_RULE = IDLE_IGNORE.message(
    "This names no rule.", "Write the rule's name as the finding does: `# eoi: ignore[rule-name] reason`."
)
NO_SUCH_RULE = IDLE_IGNORE.message("There is no rule `{rules}`.", NO_RULE.help)
NOTHING_SET_ASIDE = IDLE_IGNORE.message(
    "This sets nothing aside: the rule finds nothing here.", "Delete the comment."
)
