"""One word for one thing: a name stands in several modules only where each means the same."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

from eoi.document.words import answers_in_sentences, wording
from tests.modules import module_at
from tests.samples import ROOT

# Entry points of a contract: each member of a folder has the function, and one caller calls them all.
CONTRACTS = {
    "begin": ("writers/",),
    "check": ("api", "rules/"),
    "count": ("document/figures/",),
    "draw": ("document/figures/",),
    "page_count": ("writers/",),
    "pages_of_anchors": ("writers/",),
    "part": ("reports/",),
    "prepare": ("writers/",),
    "propose": ("fixes/",),
    "repairs": ("source/slips/",),
    "run": ("cli/commands/",),
    "write": ("changes/reports/", "imports/reports/", "writers/"),
}
# The steps of a rule, which only its own `check` calls.
STEPS_OF_A_RULE = {"judge", "report"}
# Folders whose modules do one thing for one format each, so the same step has the same name.
COUNTERPARTS = (
    ("writers/docx/", "writers/html/", "writers/md/", "writers/odt/", "writers/pdf/"),
    ("changes/reports/", "imports/reports/"),
)
# The first words of functions' names. A new verb is added here; a noun names a class or a module.
VERBS = frozenset((ROOT / "tests" / "verbs.txt").read_text(encoding="utf-8").split())
# Functions that others look up by these names: filters of templates are words of the sentences they stand in.
FILTERS = wording.FILTERS.keys() | answers_in_sentences.FILTERS.keys()
KNOWN_ELSEWHERE = {"main", "program", "environment", "why", "capital"}


def definitions() -> Iterator[tuple[type[ast.AST], str, str]]:
    """Give the kind, the name and the module of every class and function at the top of a module."""
    for path in sorted((ROOT / "eoi").rglob("*.py")):
        module = path.relative_to(ROOT / "eoi").with_suffix("").as_posix()
        for node in module_at(path).body:
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                yield type(node), node.name, module


def shared(kind: type[ast.AST]) -> dict[str, set[str]]:
    """The modules of each name that several of them define; overloads are one function."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, name, module in definitions():
        if one is kind:
            found[name].add(module)
    return {name: modules for name, modules in found.items() if len(modules) > 1}


def functions() -> dict[str, set[str]]:
    return shared(ast.FunctionDef)


def is_allowed(name: str, modules: set[str]) -> bool:
    if name in STEPS_OF_A_RULE:
        return all(module.startswith("rules/") for module in modules)
    folders = CONTRACTS.get(name)
    return all_in(modules, folders) if folders else any(all_in(modules, one) for one in COUNTERPARTS)


def all_in(modules: set[str], folders: tuple[str, ...]) -> bool:
    return all(module.startswith(folders) for module in modules)


def list_clashes(kind: type[ast.AST], found: dict[str, set[str]]) -> list[str]:
    """The names with the modules of each; a message that the assertion shows as a whole."""
    noun = "function" if kind is ast.FunctionDef else "class"
    return [
        f"the {noun} `{name}` stands in {' and '.join(f'eoi/{module}.py' for module in sorted(modules))}: "
        "use one for both, or rename one by what it does"
        for name, modules in sorted(found.items())
    ]


def test_no_two_classes_share_a_name() -> None:
    assert sum(kind is ast.ClassDef for kind, _, _ in definitions()) > 300
    clashes = list_clashes(ast.ClassDef, shared(ast.ClassDef))
    assert not clashes, "\n".join(clashes)


def test_functions_share_a_name_only_within_a_contract_or_as_the_same_step_of_several_formats() -> None:
    assert sum(kind is ast.FunctionDef for kind, _, _ in definitions()) > 2_000
    found = {name: modules for name, modules in functions().items() if not is_allowed(name, modules)}
    clashes = list_clashes(ast.FunctionDef, found)
    assert not clashes, "\n".join(clashes)


def test_every_name_of_a_contract_is_in_use() -> None:
    assert CONTRACTS.keys() <= shared(ast.FunctionDef).keys()
    assert shared(ast.FunctionDef).keys() >= STEPS_OF_A_RULE


def test_a_name_in_two_rooms_is_not_allowed() -> None:
    assert not is_allowed("check", {"rules/scope/nothing_in_scope", "cli/check"})
    assert not is_allowed("shorten", {"changes/words", "proposals"})
    assert not is_allowed("judge", {"checklist/requirements", "rules/prose/view_in_text_differs"})
    assert is_allowed("write_row", {"writers/docx/tables", "writers/odt/tables"})


def test_a_clash_is_told_with_both_places_and_what_to_do() -> None:
    (told,) = list_clashes(ast.FunctionDef, {"shorten": {"changes/words", "bounding"}})
    assert told.startswith(
        "the function `shorten` stands in eoi/bounding.py and eoi/changes/words.py: use one"
    )


def test_a_function_begins_with_a_verb() -> None:
    named = [(name, module) for kind, name, module in definitions() if kind is ast.FunctionDef]
    assert len(named) > 3_000
    known = CONTRACTS.keys() | FILTERS | KNOWN_ELSEWHERE
    others = [
        f"{module}: {name}"
        for name, module in named
        if not name.startswith("__") and name not in known and name.lstrip("_").split("_")[0] not in VERBS
    ]
    assert others == []


def test_every_verb_is_in_use() -> None:
    used = {name.lstrip("_").split("_")[0] for kind, name, _ in definitions() if kind is ast.FunctionDef}
    assert used >= VERBS
