"""The template environment: strict, escaping and sandboxed.

The project's own templates run in the sandbox too. The same environment runs templates of a CCG's own, and
one way of rendering is easier to trust than two.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, ModuleLoader, PrefixLoader, Template
from jinja2 import __version__ as jinja_version

from eoi.document.subset.prose import begin_with, write_prose_blocks
from eoi.document.templating.sandbox import Sandbox
from eoi.document.templating.template_sources import SHIPPED, Templates
from eoi.document.words.answers_in_sentences import FILTERS as FILTERS_OF_ANSWERS
from eoi.document.words.noun_phrases import fits_a_sentence, says_how
from eoi.document.words.wording import FILTERS
from eoi.papers import PACKAGE, find_templates_folder
from eoi.submission import is_bare_none, says_none

BASE = "expression-of-interest"
"""Every paper can use the templates of this one, as `expression-of-interest/front-page.html` too."""
ALONE = (BASE, "checklist", "figures")
AnySandbox = TypeVar("AnySandbox", bound=Sandbox)


@cache
def environment(kind: str, templates: Templates = SHIPPED) -> Sandbox:
    """Return the environment for the templates of one kind of document."""
    if templates == SHIPPED:
        return add_our_filters(Sandbox(loader=choose_loader(kind), auto_reload=False))
    # Imported late, since most builds have no templates of their own.
    from eoi.document.templating.line_marks import Tracing
    from eoi.document.templating.measured_environment import MeasuredSandbox

    extensions = [Tracing] if templates.traced else []
    if templates.own is None:
        return add_our_filters(Sandbox(loader=make_source_loader(kind), extensions=extensions))
    env = add_our_filters(MeasuredSandbox(loader=make_own_loader(kind, templates.own), extensions=extensions))
    env.measure_filters()
    return env


def add_our_filters(env: AnySandbox) -> AnySandbox:
    """Add the project's own filters and tests for templates."""
    env.filters.update(FILTERS | FILTERS_OF_ANSWERS, prose=write_prose_blocks, begin_with=begin_with)
    env.tests.update(said_none=says_none, bare_none=is_bare_none, noun_phrase=fits_a_sentence, how=says_how)
    return env


def load_template(kind: str, name: str, templates: Templates = SHIPPED) -> Template:
    """Return one template of a kind, ready to be rendered as a document of its own."""
    env = environment(kind, templates)
    env.begin()
    return env.get_template(name)


def choose_loader(kind: str) -> BaseLoader:
    """Return the loader of the compiled templates, if the wheel has them for this version of Jinja.

    Otherwise return the loader of the templates as they are written.
    """
    compiled = PACKAGE / "compiled" / f"jinja-{jinja_version}" / kind
    if compiled.is_dir():
        return ModuleLoader(compiled)
    return make_source_loader(kind)


def make_source_loader(kind: str) -> BaseLoader:
    """Return the loader of the templates as they are written."""
    return join_loaders(
        [FileSystemLoader(find_templates_folder() / folder) for folder in list_template_folders(kind)], kind
    )


def make_own_loader(kind: str, own: Path) -> BaseLoader:
    """Return a loader that prefers a CCG's own files to shipped ones of the same name.

    The shipped ones are still available as `shipped/scope.html`.
    """
    from eoi.document.templating.own_files import OwnFiles, list_files_by_name

    shipped = [FileSystemLoader(find_templates_folder() / folder) for folder in list_template_folders(kind)]
    files = list_files_by_name(own)
    owns = [OwnFiles(files, folder) for folder in list_template_folders(kind)]
    both = [loader for pair in zip(owns, shipped, strict=True) for loader in pair]
    return ChoiceLoader([join_loaders(both, kind), PrefixLoader({"shipped": ChoiceLoader(shipped)})])


def list_template_folders(kind: str) -> tuple[str, ...]:
    """Return the folders that are searched for the templates of a kind of document, in order."""
    return (kind, "shared") if kind in ALONE else (kind, "shared", BASE)


def join_loaders(loaders: Sequence[BaseLoader], kind: str) -> BaseLoader:
    """Return one loader for all folders.

    In other papers than the base, templates of the base can also be named with its folder.
    """
    if kind in ALONE:
        return ChoiceLoader(loaders)
    in_base = ChoiceLoader(loaders[len(loaders) // 3 * 2 :])
    return ChoiceLoader([*loaders, PrefixLoader({BASE: in_base})])


@cache
def list_kinds() -> tuple[str, ...]:
    """List the kinds of documents and pictures that have templates here."""
    folders = (path.name for path in find_templates_folder().iterdir() if path.is_dir())
    return tuple(sorted(name for name in folders if name != "shared"))
