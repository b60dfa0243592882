"""The whole document as data for Typst: its properties, and its parts."""

from __future__ import annotations

import re
from datetime import date
from itertools import accumulate
from typing import Any

from eoi.document.blocks import Block, Contents, Document, Properties
from eoi.document.look import Look
from eoi.writers.adaptation import add_legend, remove_screen_pictures
from eoi.writers.comments import add_annex
from eoi.writers.line_widths import make_turning_room
from eoi.writers.pdf.blocks import encode_blocks
from eoi.writers.pdf.context import PdfContext
from eoi.writers.pdf.spelling import LONGEST, ORDINARY, Spelling, write_property_text
from eoi.writers.table_widths import lay_out_stretches
from eoi.writers.text import shorten_title

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NO_DAY = date(1970, 1, 1)  # PDF/A requires a date; programs read this one as no date
NO_TITLE = "Untitled"  # PDF/UA-1 requires a title


def encode_document(document: Document, spelling: Spelling = ORDINARY) -> dict[str, Any]:
    """Encode a document for the Typst program."""
    document = add_annex(add_legend(remove_screen_pictures(document)))
    context = PdfContext(document.blocks, spelling)
    room = make_turning_room(document.look)
    parts = lay_out_stretches(document.blocks, room=room)
    return {
        **encode_properties(document.properties, context),
        **describe_look(document.look, context),
        "identification": context.spelt(write_property_text(document.properties.identification)),
        "has-cover": find_contents_place(document.blocks) > 0,
        "parts": [{"wide": part.wide, "blocks": encode_blocks(part.blocks, context)} for part in parts],
    }


def describe_look(look: Look, context: PdfContext) -> dict[str, Any]:
    """Encode the look of a document."""
    logo = look.logo
    return {
        "text-size": look.text_size,
        "accent": look.accent,
        "header": context.spelt(look.header),
        "footer": context.spelt(look.footer),
        "logo": {"svg": logo.svg, "width": logo.width, "height": logo.height} if logo else None,
    }


def encode_properties(properties: Properties, context: PdfContext) -> dict[str, Any]:
    """Encode the properties of a document."""
    title = write_property_text(properties.title).strip() or NO_TITLE
    return {
        "title": title,
        "running-title": context.spelt(shorten_title(title)),
        "authors": [write_property_text(properties.author)] if properties.author else [],
        "description": write_property_text(properties.subject) or None,
        "keywords": [write_property_text(keyword) for keyword in take_keywords_that_fit(properties.keywords)],
        "date": encode_day(properties.date),
        "draft": properties.draft,
    }


def take_keywords_that_fit(keywords: tuple[str, ...]) -> tuple[str, ...]:
    """Return as many keywords as fit in one property."""
    lengths = accumulate(len(keyword) + len(", ") for keyword in keywords)
    return tuple(keyword for keyword, end in zip(keywords, lengths, strict=True) if end <= LONGEST)


def encode_day(text: str) -> dict[str, int]:
    """Return the day of submission, or 1 January 1970 without one.

    The day of the clock would make the file differ each time.
    """
    try:
        found = date.fromisoformat(text) if DAY.fullmatch(text) else NO_DAY
    except ValueError:
        found = NO_DAY
    return {"year": found.year, "month": found.month, "day": found.day}


def find_contents_place(blocks: tuple[Block, ...]) -> int:
    """Return the index of the contents among the blocks, or -1 if there are none."""
    return next((index for index, block in enumerate(blocks) if isinstance(block, Contents)), -1)
