"""A build hook that puts compiled templates and rounds, and outlines of the rules, into the wheel.

Templates are stored under the version of Jinja that compiled them. With another version,
`eoi.document.templating.environment` reads the templates themselves. Rounds are stored as JSON, which is
quick to read, while their YAML takes as long as a submission.
"""

from __future__ import annotations

import json
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Compiled(BuildHookInterface):  # type: ignore[type-arg]
    """A hook that adds the templates, the rounds and outlines of the rules to the wheel, ready for use."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled files.

        An editable install gets none, since it reads the templates that are being edited.
        """
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        self.folder = tempfile.TemporaryDirectory()
        compile_all(Path(self.folder.name))
        build_data["force_include"][self.folder.name] = "eoi/compiled"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if version != "editable":
            self.folder.cleanup()


def compile_all(folder: Path) -> None:
    """Fill a folder with all that the package can read sooner than what it is made from."""
    compile_templates(folder)
    compile_rounds(folder / "rounds")
    outline_rules(folder)


def compile_templates(folder: Path) -> None:
    """Compile the templates of each kind, below the version of Jinja that compiles them.

    The kinds share most of their templates, and each text is compiled once.
    """
    from eoi.document.templating.environment import BASE, environment, list_kinds

    compile_once = cache(environment.__wrapped__(BASE).compile)
    for kind in list_kinds():
        env = environment.__wrapped__(kind)
        vars(env)["compile"] = compile_once
        env.compile_templates(folder / f"jinja-{jinja2.__version__}" / kind, zip=None, ignore_errors=False)


def compile_rounds(folder: Path) -> None:
    """Write each round, and the functions of all rounds, as JSON."""
    from eoi.rounds import FUNCTIONS, list_known_rounds, load_yaml_fields

    folder.mkdir(parents=True)
    for name in (FUNCTIONS, *list_known_rounds()):
        text = json.dumps(load_yaml_fields(name))
        (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


def outline_rules(folder: Path) -> None:
    """Write the outlines of all rules to one file."""
    from eoi.rules import load_catalogue
    from eoi.rules.outlines import write_outlines

    (folder / "rules.json").write_text(write_outlines(load_catalogue()), encoding="utf-8", newline="\n")
