"""A build hook that puts compiled templates and rounds, and outlines of the rules, into the wheel.

Templates are stored under the version of Jinja that compiled them. With another version,
`eoi.document.templating.environment` reads the templates themselves. Rounds are stored as JSON, which is
quick to read, while their YAML takes as long as a submission.
"""

from __future__ import annotations

import json
import sys
import tempfile
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
        self.compile_templates(build_data)
        self.compile_rounds(build_data)
        self.outline_rules(build_data)

    def compile_templates(self, build_data: dict[str, Any]) -> None:
        from eoi.document.templating.environment import environment, list_kinds

        for kind in list_kinds():
            target = Path(self.folder.name, kind)
            environment(kind).compile_templates(target, zip=None, ignore_errors=False)
            build_data["force_include"][str(target)] = f"eoi/compiled/jinja-{jinja2.__version__}/{kind}"

    def compile_rounds(self, build_data: dict[str, Any]) -> None:
        from eoi.rounds import FUNCTIONS, data, known_rounds

        for name in (FUNCTIONS, *known_rounds()):
            target = Path(self.folder.name, f"{name}.json")
            target.write_text(json.dumps(data(name)), encoding="utf-8", newline="\n")
            build_data["force_include"][str(target)] = f"eoi/compiled/rounds/{name}.json"

    def outline_rules(self, build_data: dict[str, Any]) -> None:
        from eoi.rules import catalogue
        from eoi.rules.outlines import write_outlines

        target = Path(self.folder.name, "rules.json")
        target.write_text(write_outlines(catalogue()), encoding="utf-8", newline="\n")
        build_data["force_include"][str(target)] = "eoi/compiled/rules.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if version != "editable":
            self.folder.cleanup()
