"""The pictures of an HTML document in the dark: turned colour by colour, with contrast enough."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Browser

from eoi.document.blocks import Figure
from eoi.document.walk import walk_blocks
from eoi.writers.html.style import PAPER, add_dark_colours, compute_contrast, compute_dark_colour
from tests.browsers import html_of, show_page
from tests.samples import COMPLETE, EXAMPLES, MANY, MILESTONES, ROOT, interest, skeleton

FILES = (*EXAMPLES, COMPLETE, *sorted((ROOT / "tests" / "bids").glob("*.yaml")))
SOURCES: tuple[str | bytes, ...] = (*[path.read_bytes() for path in FILES], MANY)
WORDS, MARKS = 4.5, 3.0
# What only guides the eye along a row or a column; nothing is read from it.
GUIDES = frozenset({"#d8dde0", "#c8ced2"})
GROUNDS = ("#ffffff", "#e8edee", "#e3edf7")


def pictures() -> list[str]:
    return [
        block.svg
        for source in SOURCES
        for block in walk_blocks(interest(source).blocks)
        if isinstance(block, Figure)
    ]


@pytest.mark.long
def test_every_word_of_a_picture_can_be_read_in_the_dark_and_every_mark_seen() -> None:
    words, marks = {"#212b32"}, set()
    for svg in pictures():
        words |= set(re.findall(r'<text\b[^>]*\bfill="(#[0-9a-f]{6})"', svg))
        marks |= set(re.findall(r'<(?:path|circle|rect)\b[^>]*\bstroke="(#[0-9a-f]{6})"', svg))
        marks |= set(re.findall(r'<path\b[^>]*\bfill="(#[0-9a-f]{6})"', svg))
    marks -= {*GUIDES, *GROUNDS}
    assert len(words) >= 2
    assert len(marks) >= 4
    for ground in map(compute_dark_colour, GROUNDS):
        assert min(compute_contrast(compute_dark_colour(word), ground) for word in words) >= WORDS
        assert min(compute_contrast(compute_dark_colour(mark), ground) for mark in marks) >= MARKS


@pytest.mark.parametrize("accent", ["#005eb8", "#7c2855", "#00703c", "#ffd100", "#000000"])
def test_the_colour_of_a_letterhead_stands_out_in_the_dark_as_well(accent: str) -> None:
    assert compute_contrast(compute_dark_colour(accent), PAPER) >= MARKS


def test_every_colour_of_our_pictures_is_turned() -> None:
    seen = pictures()
    assert len(seen) >= 6
    for svg in seen:
        turned = add_dark_colours(svg)
        for name, colour in set(re.findall(r'\b(fill|stroke)="(#[0-9a-f]{6})"', svg)):
            assert f'[{name}="{colour}"]{{{name}:' in turned


@pytest.mark.parametrize(
    "svg",
    [
        '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="red"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><rect style="fill:#fff" fill="#ffffff"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>',
    ],
)
def test_a_picture_whose_colours_are_written_otherwise_stays_on_white(svg: str) -> None:
    assert add_dark_colours(svg) == svg


def corner(raw: bytes) -> str:
    """The colour near the upper left corner of a picture of the screen."""
    pixel = Image.open(io.BytesIO(raw)).convert("RGB").getpixel((3, 3))
    assert isinstance(pixel, tuple)
    return "#" + "".join(f"{part:02x}" for part in pixel)


@pytest.mark.browser
@pytest.mark.parametrize(("dark", "ground"), [(True, PAPER), (False, "#ffffff")])
def test_a_figure_has_the_ground_of_the_page_in_light_and_dark(
    browser: Browser, dark: bool, ground: str
) -> None:
    html = html_of(interest(COMPLETE.read_bytes()))
    with show_page(browser, html, dark=dark) as page:
        for image in page.locator(".picture.turns img").all():
            assert corner(image.screenshot()) == ground
        paint = "element => getComputedStyle(element).backgroundColor"
        wanted = "rgb({}, {}, {})".format(*(int(ground[at : at + 2], 16) for at in (1, 3, 5)))
        assert page.locator(".picture.turns").first.evaluate(paint) == wanted


@pytest.mark.browser
def test_print_stays_light_where_the_screen_is_dark(browser: Browser) -> None:
    with show_page(browser, html_of(interest(skeleton(more=MILESTONES))), dark=True) as page:
        page.emulate_media(media="print", color_scheme="dark")
        assert corner(page.locator(".picture.turns img").first.screenshot()) == "#ffffff"
