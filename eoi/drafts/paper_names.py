"""The names of papers: those that a call chooses, and those of their files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from unicodedata import normalize

from eoi.cannot_run import name_unknown_choice
from eoi.papers import PUBLIC, USUAL, list_papers
from eoi.plain_words import split_names


def choose_papers(wanted: Sequence[str], own: Path | None, public: bool = False) -> tuple[str, ...]:
    """Return the papers that a call names, with or without commas, or the usual ones if it names none.

    `own` is the folder of a CCG's own templates. The edition of the document for the public is a paper of its
    own.
    """
    known = list_papers(own)
    names = split_names(wanted)
    for name in names:
        if name not in known:
            raise name_unknown_choice("paper", name, known)
    chosen = names or USUAL
    return tuple(dict.fromkeys(PUBLIC if public and name == USUAL[0] else name for name in chosen))


def name_files_of_papers(
    stem: str, final: bool, papers: Sequence[str] = USUAL, changes: bool = False, public: bool = False
) -> list[str]:
    """Return the file names of the papers, without their endings.

    Finals, documents with marked changes and editions for the public have different names, so that none
    overwrites another.
    """
    end = ("-final" if final else "") + ("-changes" if changes else "")
    others = f"-{PUBLIC}" if public else ""
    return [f"{stem}-{name}{'' if name == PUBLIC else others}{end}" for name in papers]


def fold_name(stem: str) -> str:
    """Return a file name as a disk compares it that tells neither capitals nor spellings of accents apart."""
    return normalize("NFC", stem).casefold()


def find_finals_on_disk(
    stem: str, folder: Path, endings: Iterable[str], papers: Sequence[str] = USUAL, public: bool = False
) -> list[Path]:
    """Return the paths of the final documents of a submission that exist in the folder."""
    found = name_files_of_papers(stem, True, papers, public=public)
    paths = (folder / f"{name}.{ending}" for name in found for ending in endings)
    return [path for path in paths if path.is_file()]
