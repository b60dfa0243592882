"""Typst, with only the fonts of this package, since the fonts of a machine would make pages differ."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from threading import local
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Compiler


class UnavailableFormat(Exception):
    """An error for a format that this machine cannot write. Its one sentence says why, and what to do."""


own = local()
FONTS = Path(__file__).parent / "fonts"
MISSING = "PDF cannot be written here: the package 'typst' is not installed"
INSTALL = "; type: pip install typst, or save the Word document as PDF instead"
CANNOT_LOAD = (
    "PDF cannot be written here: the package 'typst' cannot be loaded ({reason}); "
    "save the Word document as PDF instead"
)
THERE_IS_NONE = ", and for Python on Windows on ARM there is none; save the Word document as PDF instead"


def find_compiler() -> Compiler:
    """Return the compiler of this thread. Each thread has its own, since one does a single job at a time."""
    if not hasattr(own, "compiler"):
        own.compiler = make_compiler()
    made: Compiler = own.compiler
    return made


def is_windows_on_arm() -> bool:
    """Tell whether Python is one for Windows on ARM, for which the compiler is not published."""
    import sysconfig  # late: most machines have Typst

    return sysconfig.get_platform() == "win-arm64"


def make_compiler() -> Compiler:
    """Make a compiler.

    Its root is the folder of fonts, so that it does not depend on the working directory.
    """
    try:
        import typst
    except ModuleNotFoundError as error:
        raise UnavailableFormat(MISSING + (THERE_IS_NONE if is_windows_on_arm() else INSTALL)) from error
    except ImportError as error:  # such as one of too little memory
        raise UnavailableFormat(CANNOT_LOAD.format(reason=error)) from error
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return typst.Compiler(root=FONTS, font_paths=fonts, ignore_system_fonts=True)


DOTS_PER_INCH = 144  # three dots for two pixels: sharp in print, and drawn twice as fast as two dots for each
PROGRAM = Path(__file__).with_name("raster.typ")


@lru_cache(maxsize=32)  # Word and ODT need the same pictures
def draw_png(svg: str, width: int, height: int) -> bytes | None:
    """Draw the picture as PNG; return None if Typst is missing."""
    try:
        typst = find_compiler()
    except UnavailableFormat:
        return None
    inputs = {"svg": svg, "width": str(width), "height": str(height)}
    made = typst.compile(PROGRAM.read_bytes(), format="png", ppi=DOTS_PER_INCH, sys_inputs=inputs)
    assert isinstance(made, bytes)
    return made
