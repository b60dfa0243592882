"""What the options appraisal says of forms with few words in the file."""

from eoi.document.render import make_paper
from tests.samples import examined, skeleton, words_of


def appraise(options: str) -> str:
    """Return the words of the options appraisal of a bid for joint commissioning."""
    more = f"arrangement: {{options: [{options}]}}\n"
    return words_of(make_paper("options-appraisal", examined(skeleton(more=more)), False))


def test_a_proposed_form_without_an_option_of_its_own_says_nothing_of_the_others() -> None:
    words = appraise("{form: delegated, weaknesses: [Too early]}")
    assert "This is the form proposed. Nothing is recorded of it as an option." in words
    assert "against the others" not in words
    assert "Weaknesses\nToo early" in words


def test_a_preferred_option_without_a_form_is_no_form_to_ask_about() -> None:
    words = appraise("{preferred: yes, reason: It is cheap}")
    assert "An unnamed option is preferred. It is cheap." in words
    assert "Why" not in words


def test_the_form_to_fall_back_on_is_named_as_such() -> None:
    words = words_of(
        make_paper(
            "options-appraisal", examined(skeleton(more="arrangement: {fallback: influence}\n")), False
        )
    )
    assert "This is the form to fall back on. Nothing is recorded of it as an option." in words
