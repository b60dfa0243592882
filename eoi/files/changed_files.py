"""The writing of a changed submission into its file.

The file is replaced as a whole or not at all. If somebody has saved it in the meantime, it is left alone.
"""

from __future__ import annotations

import stat
from pathlib import Path

from eoi.cannot_run import FileProblem
from eoi.files import draft_in, read_input, remove_files, report_os_errors
from eoi.processes import without_interruption


def write_over(file: Path, before: bytes, after: bytes) -> None:
    """Write `after` over a file that contains `before`, or raise `FileProblem` if it has changed since.

    A symbolic link is kept, and so are the permissions of the file.
    """
    with report_os_errors(file, FileProblem), without_interruption():
        target = file.resolve()
        draft = draft_in(target.parent)
        try:
            draft.write_bytes(after)
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
            if read_input(target) != before:
                raise FileProblem(f"{file} was not changed: somebody saved it in the meantime; run it again")
            draft.replace(target)
        finally:
            remove_files([draft])
