"""Documents to their places, and a word about each that a person's own changes keep from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.cli.chosen_formats import Draft
from eoi.cli.files import OutputFile, write_all
from eoi.cli.outputs import Standing, State, standing

OVERWRITE = "To overwrite, use --force."
KEPT = "Your changed copy is kept: the YAML file has not changed since."


def delivered(drafts: Sequence[Draft], force: bool, each: bool) -> Iterator[str]:
    """Where everything goes is settled before anything is written; then what there is to tell, line by line.

    With `each`, every document that was written has a line of its own.
    """
    places = [placed(draft.output, force) for draft in drafts]
    due = [
        (draft, place) for draft, place in zip(drafts, places, strict=True) if place.state is not State.EDITED
    ]
    write_all([OutputFile(place.path, draft.output.content) for draft, place in due])
    if each:
        for draft, place in due:
            yield f"{draft.seconds * 1000:5.0f} ms  {draft.format:4}  {place.path}"
    for place in places:
        if place.kept:
            yield f"eoi: {about_kept(place)}"


def placed(output: OutputFile, force: bool) -> Standing:
    return Standing(output.path, State.STALE) if force else standing(output)


def about_kept(place: Standing) -> str:
    first = place.kept[0]
    if place.state is State.EDITED:
        return f"{place.path} {place.kept[-1].why}. {KEPT}"
    return f"{first.path} {first.why}, so it is left alone. The new one is {place.path}. {OVERWRITE}"
