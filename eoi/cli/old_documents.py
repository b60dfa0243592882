"""The command `eoi import OLD.docx -o OUR-CCG.yaml`, which writes a first draft from any document."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eoi.cannot_run import CannotRun, write_as_typed
from eoi.cli.commands.new import refuse_other_endings
from eoi.cli.terminal import is_watched, tell, tell_raw
from eoi.examined import UnreadableFile
from eoi.files import OutputFile, write_new
from eoi.findings import Severity
from eoi.imports.archive import CannotImport
from eoi.imports.old_documents.draft import ApplicantsAndForm, FirstDraft, draft_submission, find_applying
from eoi.imports.old_documents.reading import read_old_document
from eoi.parse_errors import MAX_BYTES
from eoi.pipeline import examine
from eoi.plain_words import count_noun
from eoi.reference import Ccg, find_ccg_with_code
from eoi.reference.names import find_ccgs_by_name, require_ccg, split_codes
from eoi.rounds.choice import load_named_round, read_typed_form
from eoi.rounds.model import Round

ASKED = 3  # times that a question is asked
WHICH_CCGS = "Which CCGs apply? Type a name or code, several with commas between, or press Enter for none: "


@dataclass(frozen=True, slots=True)
class DraftOptions:
    """The options of a call, as typed."""

    output: Path
    form: str | None
    codes: tuple[str, ...]
    round: str


def draft_from_document(file: Path, raw: bytes, options: DraftOptions) -> int:
    """Write a new file from any document, and report on it.

    Raise `CannotRun` if that is impossible.
    """
    refuse_other_endings(options.output)
    if options.output.exists():
        raise CannotRun(f"{options.output} is there already; name another file behind -o")
    round_ = load_named_round(options.round)
    try:
        lines = read_old_document(raw, file.name)
    except CannotImport as problem:
        raise CannotRun(f"{file} cannot be imported: {problem}") from None
    applying = complete_applying(find_applying(lines), options, round_)
    draft = draft_submission(lines, file.name, applying, round_)
    content = draft.text.encode()
    if len(content) > MAX_BYTES:
        reason = "it is larger than any submission; take out what does not belong to it"
        raise CannotRun(f"{file} cannot be imported: {reason}")
    write_new(OutputFile(options.output, content))
    tell(*describe_draft(options.output, draft, applying), *describe_check(options.output, content))
    return 0


def complete_applying(found: ApplicantsAndForm, options: DraftOptions, round_: Round) -> ApplicantsAndForm:
    """Return who applies and for which form: as typed, as in the document, or as a person answers."""
    codes = [require_ccg(code) for code in split_codes(options.codes)]
    if codes:
        found = replace(found, ccgs=[(ccg, "") for ccg in codes])
    if options.form:
        found = replace(found, form=(read_typed_form(options.form, round_.offers), ""))
    if not (is_watched() and sys.stdin is not None and sys.stdin.isatty()):
        return found
    if not found.ccgs:
        found = replace(found, ccgs=[(ccg, "") for ccg in ask_ccgs()])
    if not found.form[0]:
        found = replace(found, form=(ask_form(round_), ""))
    return found


def ask_ccgs() -> Sequence[Ccg]:
    """Ask for the CCGs by their codes or names. Return an empty list if nobody answers."""
    for _ in range(ASKED):
        typed = ask_officer(WHICH_CCGS).replace(";", ",").split(",")
        answers = [one.strip() for one in typed if one.strip()]  # a name has spaces in it
        if not answers:
            break
        found = [(answer, find_by_code_or_name(answer)) for answer in answers]
        if all(len(ccgs) == 1 for _, ccgs in found):
            return [ccgs[0] for _, ccgs in found]
        tell(*(describe_doubt(answer, ccgs) for answer, ccgs in found if len(ccgs) != 1))
    return []


def describe_doubt(answer: str, ccgs: Sequence[Ccg]) -> str:
    """Return which CCGs an answer can mean, or that no CCG is called so."""
    known = "; ".join(f"{one.code} {one.name}" for one in ccgs[:5])
    return f"'{answer}' can mean {known}" if ccgs else f"no CCG is called '{answer}'; eoi ccgs lists them"


def find_by_code_or_name(answer: str) -> Sequence[Ccg]:
    """Return the CCGs that an answer can mean, by code or else by name."""
    one = find_ccg_with_code(answer)
    return [one] if one else find_ccgs_by_name(answer)


def ask_form(round_: Round) -> str:
    """Ask for the form. Return an empty text if nobody answers."""
    for _ in range(ASKED):
        answer = ask_officer(f"Which form: {', '.join(round_.offers)}? Press Enter to leave it open: ")
        if not answer:
            break
        try:
            return read_typed_form(answer, round_.offers)
        except CannotRun as problem:
            tell(str(problem))
    return ""


def ask_officer(question: str) -> str:
    """Ask a question on standard error, and return the answer."""
    tell_raw(question)
    return sys.stdin.readline().strip()


def describe_draft(file: Path, draft: FirstDraft, applying: ApplicantsAndForm) -> list[str]:
    """Return lines on the draft: how many words were placed, and what is still unclear."""
    count = draft.words
    lines = [
        f"wrote {file}",
        f"{count.all:,} words read: {count.placed:,} placed in fields, {count.kept:,} kept in "
        f"{count_noun(draft.notes, 'note', 'notes')}",
    ]
    if not applying.ccgs:
        lines.append("the document does not say clearly which CCG applies: write its name and code")
    if not applying.form[0]:
        lines.append("the document does not say clearly which form it applies for: write form")
    return lines


def describe_check(file: Path, content: bytes) -> list[str]:
    """Return lines on the findings of `eoi check` in the new file, and the next step."""
    examined = examine(content, file.name)
    findings = examined.every_finding if isinstance(examined, UnreadableFile) else examined.findings
    counts = [
        count_noun(number, severity.word, f"{severity.word}s")
        for severity in sorted(Severity, reverse=True)
        if (number := sum(one.severity is severity for one in findings))
    ]
    found = f"eoi check finds {', '.join(counts)}" if counts else "eoi check finds nothing to do"
    return [
        found,
        "read each field beside the old document, move what stands under notes, then run: "
        f"eoi check {write_as_typed(file)}",
    ]
