"""The rules that a call and a configuration choose for each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.configuration.patterns import Pattern, covers, list_steps, read_patterns
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.files.left_out import LeftOutPatterns
from eoi.organisation.rounds_and_rules import OwnRoundsAndRules, report_failing_rule, report_missing_template
from eoi.parse_errors.values import IDLE_IGNORE
from eoi.plain_words import find_nearest_word
from eoi.preferences import READING, Preferences
from eoi.rules.entries import list_entries, list_families
from eoi.submission.part import replace as replace_fields

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration

ALWAYS_REPORTED = "it stops a file from being read, and is always reported"
ByPattern = tuple[tuple[tuple[Pattern, ...], tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class RulePreferences:
    """The preferences for every file, and the rules that files of a pattern ignore."""

    preferences: Preferences
    per_file: ByPattern = ()
    folder: str = ""

    def of(self, file: Path) -> Preferences:
        """Return the preferences for one file."""
        if not self.per_file:
            return self.preferences
        steps = list_steps(str(file.absolute()), self.folder)
        here = tuple(name for patterns, names in self.per_file if covers(patterns, steps) for name in names)
        return replace(self.preferences, ignore_here=here)


def choose_rules(
    configuration: Configuration | None, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> RulePreferences | None:
    """Return the rules to apply, or None if neither the call nor the configuration chooses any.

    A selection in the call replaces the configuration's selected and ignored rules. Rules that the call
    ignores are added to those.
    """
    refuse_unknown_names(select, ignore)
    if configuration is None:
        return RulePreferences(Preferences(tuple(select), tuple(ignore))) if select or ignore else None
    chosen, left = (select, ()) if select else (configuration.select, configuration.ignore)
    preferences = Preferences(tuple(chosen), (*left, *ignore), configuration.severity)
    per_file = tuple((read_patterns([pattern]), names) for pattern, names in configuration.per_file)
    return RulePreferences(preferences, per_file, str(configuration.folder.absolute()))


def refuse_unknown_names(select: Sequence[str], ignore: Sequence[str]) -> None:
    """Raise `CannotRun` for names that are no rule or family, and for rules that cannot be ignored."""
    known = (*list_entries(), *list_families()) if select or ignore else ()
    for name in (*select, *ignore):
        if name not in known:
            raise name_unknown_choice("rule or family", name, known, "eoi rules lists them all")
    for name in ignore:
        if stops_reading(name):
            raise CannotRun(f"--ignore {name}: {ALWAYS_REPORTED}")


def stops_reading(name: str) -> bool:
    """Tell whether a name is that of an error that stops a file from being read.

    Such errors are always shown.
    """
    entry = list_entries().get(name)
    return name == READING or (entry is not None and entry.family == READING and name != IDLE_IGNORE.name)


def find_unknown_names(configuration: Configuration) -> Iterator[tuple[str, str, str]]:
    """Yield each unknown name with its key and the reason."""
    known = (*list_entries(), *list_families())
    severities = [name for name, _ in configuration.severity]
    here = [name for _, names in configuration.per_file for name in names]
    for key, names in (
        ("select", configuration.select),
        ("ignore", configuration.ignore),
        ("severity", severities),
        ("per-file", here),
    ):
        for name in names:
            if name not in known:
                near = find_nearest_word(name, known)
                hint = f"; did you mean {near}?" if near else "; eoi rules lists them all"
                yield key, name, f"there is no rule or family '{name}'{hint}"
            elif key != "select" and stops_reading(name):
                yield key, name, f"{key} has '{name}': {ALWAYS_REPORTED}"


def list_own_weights(configuration: Configuration) -> Iterator[tuple[str, str]]:
    """Yield each rule that the configuration affects, with its severity there."""
    wanted = choose_rules(configuration)
    assert wanted, "a configuration always says something"
    for name, entry in list_entries().items():
        if entry.family == READING:
            continue
        weight = wanted.preferences.weight(name, entry.family)
        if not wanted.preferences.wants(name, entry.family):
            yield name, "not checked"
        elif weight:
            yield name, weight.word


def read_left_out(configuration: Configuration | None) -> LeftOutPatterns | None:
    """Return the patterns of files to leave out of folders, or None without a configuration."""
    if configuration is None:
        return None
    patterns = read_patterns(configuration.exclude)
    lists = ((str(configuration.folder.absolute()), patterns),) if patterns else ()
    return LeftOutPatterns(lists, configuration.gitignore)


def list_excluded(configuration: Configuration, files: Iterable[Path]) -> list[Path]:
    """List the files that a configuration excludes."""
    patterns, folder = read_patterns(configuration.exclude), str(configuration.folder.absolute())
    return [file for file in files if covers(patterns, list_steps(str(file.absolute()), folder))]


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """The part of a configuration that applies to building."""

    wanted: RulePreferences
    own: OwnRoundsAndRules
    left_out: LeftOutPatterns
    voice: str | None = None

    @classmethod
    def of(cls, configuration: Configuration) -> BuildSettings:
        """Return the part of a configuration that applies to building."""
        wanted, left_out = choose_rules(configuration), read_left_out(configuration)
        assert wanted, "a configuration always says something"
        assert left_out, "a configuration always says something"
        own = OwnRoundsAndRules(configuration.rounds, configuration.rules)
        return cls(wanted, own, left_out, configuration.voice)

    @contextmanager
    def load_for(self, file: Path) -> Iterator[Preferences]:
        """Yield the preferences for a file, with the organisation's own rounds and rules loaded."""
        with report_failing_rule(file, "built"), report_missing_template(file):
            self.own.load()
            yield self.wanted.of(file)

    def set_voice(self, examined: ExaminedSubmission | UnreadableFile) -> ExaminedSubmission | UnreadableFile:
        """Return a submission with the organisation's voice, unless it names a voice itself."""
        if isinstance(examined, UnreadableFile) or not self.voice or examined.submission.voice:
            return examined
        return examined.replace(submission=replace_fields(examined.submission, voice=self.voice))
