"""Compiles the templates into the wheel: compiling them at run time would cost more than all else together.

They stand under the version of Jinja that compiled them; `eoi.document.environment` reads the templates
themselves where another version is installed.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import jinja2
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTemplates(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """An editable install reads the templates that are being edited, so it gets none."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from eoi.document.environment import KINDS, environment

        self.folder = tempfile.TemporaryDirectory()
        for kind in KINDS:
            target = Path(self.folder.name, kind)
            environment(kind).compile_templates(target, zip=None, ignore_errors=False)
            build_data["force_include"][str(target)] = f"eoi/compiled/jinja-{jinja2.__version__}/{kind}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if version != "editable":
            self.folder.cleanup()
