"""The templates are for editors: short lines, a block for each part, and no path that leads to no field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import nodes

from eoi.document import field_places as places
from eoi.document import render
from eoi.document.subset.elements import SubsetError, parse_subset
from eoi.document.templating import field_paths, field_values
from eoi.document.templating.environment import environment
from eoi.document.templating.field_paths import read_known_path
from eoi.document.templating.template_sources import Templates
from eoi.papers import find_templates_folder
from tests.document.contexts import DOCUMENTS
from tests.samples import COMPLETE, ROOT, examined, skeleton
from tests.thorough import some_of

TEMPLATES = sorted(path for path in find_templates_folder().rglob("*.*") if path.is_file())
LONGEST = 120
SITUATIONS = sorted((ROOT / "tests" / "golden" / "documents").glob("*.yaml"))
PRINTERS = ("each", "cell", "fact", "paragraphs")


def kind_of(template: Path) -> str:
    return template.parent.name if template.parent.name != "shared" else "expression-of-interest"


def source_of(template: Path) -> str:
    return template.read_text(encoding="utf-8")


def test_no_line_of_a_template_is_longer_than_an_editor_shows() -> None:
    lines = [(path, line) for path in TEMPLATES for line in source_of(path).splitlines()]
    assert len(lines) > 1400
    assert [(path.name, line) for path, line in lines if len(line) > LONGEST] == []


def blocks_of(kind: str) -> Iterator[tuple[str, nodes.Block]]:
    for path in TEMPLATES:
        if path.parent.name == kind:
            tree = environment(kind).parse(source_of(path))
            yield from ((path.name, block) for block in tree.find_all(nodes.Block))


@cache
def blocks() -> list[tuple[str, str, str]]:
    """The kind, the file and the name of each block."""
    return [
        (kind, name, block.name)
        for kind in DOCUMENTS
        for name, block in blocks_of(kind)
        if name != "section.html"
    ]


def test_there_are_many_blocks() -> None:
    assert len(blocks()) > 60
    assert len(blocks()) == len(set(blocks()))
    assert {(kind, name) for kind, name, _ in blocks()} == set(FILES_WITH_BLOCKS)


def test_every_block_says_in_a_comment_what_it_holds() -> None:
    starts = [
        (path.name, start)
        for path in TEMPLATES
        if path.parent.name in DOCUMENTS
        for start in re.findall(r"\{% block [^%]*%\}(?:\{# .)?", source_of(path))
    ]
    assert len(starts) > 60
    assert [start for start in starts if "{#" not in start[1]] == []


FILES_WITH_BLOCKS = sorted(
    (path.parent.name, path.name)
    for path in TEMPLATES
    if path.parent.name in DOCUMENTS and path.name != "section.html" and "{% block " in source_of(path)
)


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "name"), some_of(FILES_WITH_BLOCKS, 8, lambda file: file[0]))
def test_an_own_template_can_take_the_place_of_every_block_of_ours(
    kind: str, name: str, tmp_path: Path
) -> None:
    own = tmp_path / kind / name
    own.parent.mkdir()
    names = [block for file_kind, file, block in blocks() if (file_kind, file) == (kind, name)]
    own.write_text(
        f'{{% extends "shipped/{name}" %}}'
        + "".join(f"{{% block {block} %}}{{{{ super() }}}}{{% endblock %}}" for block in names),
        "utf-8",
    )
    given = examined(COMPLETE.read_bytes())
    assert DOCUMENTS[kind](given, False, Templates(tmp_path)) == DOCUMENTS[kind](given, False)


class Recorder:
    """Keeps each path that a template asks for."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def __call__(self, path: str) -> object:
        self.seen.add(path)
        return read_known_path(path)


def pieces_of_paths(kind: str) -> Iterator[tuple[str, str]]:
    """Each text in a call of a function that prints a field: `.measure` of `cell(at ~ '.measure')`."""
    for path in TEMPLATES:
        if path.parent.name != kind:
            continue
        for call in environment(kind).parse(source_of(path)).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in PRINTERS:
                first = call.args[0]
                texts = [first] if isinstance(first, nodes.Const) else list(first.find_all(nodes.Const))
                yield from ((path.name, text.value) for text in texts)


@pytest.mark.slow
def test_every_path_of_a_template_leads_to_a_field_of_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Recorder()
    for module in (field_values, places):
        monkeypatch.setattr(module, "read_known_path", recorder)
    for file in SITUATIONS:
        given = examined(file.read_bytes())
        for final in (False, True):
            render.render_expression_of_interest(given, final)
    pieces = set(pieces_of_paths("expression-of-interest"))
    assert len(pieces) > 80
    assert len(recorder.seen) > 300
    assert [piece for piece in pieces if not any(piece[1] in path for path in recorder.seen)] == []


def test_every_data_path_that_is_typed_out_in_a_template_leads_to_a_field() -> None:
    typed = [
        path
        for template in TEMPLATES
        for paths in re.findall(r'data-path="([^"{]*)"', source_of(template))
        for path in paths.split()
    ]
    assert len(typed) > 30
    for path in typed:
        read_known_path(path)


@pytest.mark.parametrize(
    "path", ["sumary", "benefits.visoin", "applicants[0].budgett", "governance.groups.x.", ""]
)
def test_a_misspelt_path_is_refused(path: str) -> None:
    with pytest.raises(field_paths.UnknownField):
        read_known_path(path)


def test_a_misspelt_path_in_a_page_is_refused_with_the_field_that_is_meant() -> None:
    page = '<p data-path="applicants[0].budgte">x</p>'
    root = parse_subset(page)
    with pytest.raises(SubsetError, match="did you mean `budget`"):
        places.FieldPlaces(root, examined(skeleton()).round)
