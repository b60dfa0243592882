"""The own templates of a CCG for `--templates DIR`, and the messages about files that are not used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from eoi.cannot_run import CannotRun
from eoi.document.templating.own_files import ENDINGS, UnfitFiles, list_files_by_name, read_template
from eoi.document.templating.template_blocks import find_blocks_without_place
from eoi.document.templating.template_sources import SHIPPED, Templates
from eoi.papers import FIRST, find_templates_folder, list_papers_in_folder
from eoi.plain_words import find_nearest_word

MOST_TOLD, MOST_NAMED = 20, 3


def choose_templates(folder: Path | None, tell: Callable[[str], None]) -> Templates:
    """Read the templates of a folder, and `tell` of what in it is not used.

    Without a folder, return those of the program.
    """
    if folder is None:
        return SHIPPED
    if not folder.is_dir():
        raise CannotRun(
            f"{folder} is {'not a folder' if folder.exists() else 'not there'}; --templates needs a folder"
        )
    try:
        files = list_files_by_name(folder)
        texts = {name: read_template(path) for name, path in files.items() if path.suffix in ENDINGS}
    except UnfitFiles as unfit:
        raise CannotRun(str(unfit)) from None
    for line in describe_idle_files(folder, files, texts):
        tell(line)
    return Templates(folder)


def describe_idle_files(folder: Path, files: Iterable[str], texts: dict[str, str]) -> Iterator[str]:
    """Yield a line on each file and block of the folder that is not used."""
    yield from describe_unused(folder, texts)
    yield from describe_idle_blocks(folder, texts)
    yield from describe_others(folder, [name for name in files if name not in texts], "".join(texts.values()))


def describe_unused(folder: Path, texts: dict[str, str]) -> Iterator[str]:
    """Yield a line on each file that replaces no template, begins no paper and is named by no other file."""
    shipped = list_shipped_templates()
    begun = {f"{name}/{FIRST}" for name in list_papers_in_folder(folder)}
    if not texts.keys() & {*shipped, *begun}:
        meant = suggest_name(next(iter(texts), ""), shipped)
        yield f"eoi: no file in {folder} replaces a template{meant}"
        return
    for name in texts.keys() - {*shipped, *begun}:
        used = any(Path(name).name in text for other, text in texts.items() if other != name)
        if not used:
            yield f"eoi: {folder / name} replaces no template{suggest_name(name, shipped)}"


def describe_idle_blocks(folder: Path, texts: dict[str, str]) -> Iterator[str]:
    """Yield a line on each block of a file that replaces no block of the template which the file extends."""
    for name, text in texts.items():
        for block, known in find_blocks_without_place(name.partition("/")[0], text):
            near = find_nearest_word(block, sorted(known))
            meant = f"did you mean {near}?" if near else f"there are {', '.join(sorted(known))}"
            yield f"eoi: the block {block} of {folder / name} replaces no block; {meant}"


def suggest_name(name: str, shipped: list[str]) -> str:
    """Return a suggestion of the template with a similar name, or an empty text."""
    same_name = [other for other in shipped if Path(other).name == Path(name).name]
    near = same_name[0] if same_name else find_nearest_word(name, shipped)
    return f"; did you mean {near}?" if near else ""


def describe_others(folder: Path, names: list[str], text: str) -> Iterator[str]:
    """Yield lines on the files that are no templates and that none includes: a logo, a note, a wrong name."""
    unused = [name for name in names if Path(name).name not in text]
    near = {name: find_same_stem(name) for name in unused[:MOST_TOLD]}
    for name, meant_name in near.items():
        if meant_name:
            yield f"eoi: {folder / name} replaces no template; did you mean {meant_name}?"
    if others := [name for name in unused if not near.get(name)]:
        first, rest = ", ".join(others[:MOST_NAMED]), len(others) - MOST_NAMED
        more = f" and {rest:,} more" if rest > 0 else ""
        yield f"eoi: these files in {folder} are no templates, and are not used: {first}{more}"


def find_same_stem(name: str) -> str:
    """Return the shipped template of the same name with another ending or folder, or an empty text."""
    stem = Path(name).name.partition(".")[0]
    candidates = [shipped for shipped in list_shipped_templates() if Path(shipped).stem == stem]
    return find_nearest_word(name, candidates, 0)


def list_shipped_templates() -> list[str]:
    """List the templates of the program."""
    folder = find_templates_folder()
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in ENDINGS)
