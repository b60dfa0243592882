"""A paper leaves nothing to the garbage collector, which would keep all that is known of a submission."""

from __future__ import annotations

import gc

from eoi.document.render import make_paper
from eoi.papers import USUAL
from tests.samples import examined, example
from tests.tables import for_each

BANES = "bath-and-north-east-somerset"


@for_each(USUAL)
def test_a_paper_leaves_no_values_that_refer_to_each_other(name: str) -> None:
    file = examined(example(BANES))
    make_paper(name, file, final=False)  # which loads what every paper needs
    gc.collect()
    gc.disable()
    try:
        make_paper(name, file, final=False)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_macro_that_pages_import_works_on_the_second_page_too() -> None:
    file = examined(example(BANES))
    first, second = (make_paper(USUAL[0], file, final=False) for _ in range(2))
    assert first == second
