"""A path can name an item of a list by its words, and then stays with it wherever it stands."""

from __future__ import annotations

from eoi.document.render import make_paper
from eoi.submission.named_items import list_paths_with_positions, replace_positions_by_names
from eoi.submission.redacting import list_paths_of_redaction
from tests.samples import examined, skeleton, words_of

POSTS = "resources: {posts: [{role: Clerk, cost: £20k}, {role: Head of Primary Care, cost: £62k}]}\n"
ROW = 'redactions: [{path: "resources.posts[Head of Primary Care].cost", exemption: s40, reason: Personal}]\n'


def test_a_redaction_by_name_follows_its_item() -> None:
    moved = POSTS.replace("posts: [", "posts: [{role: Director, cost: £90k}, ")
    for posts in (POSTS, moved):
        words = words_of(make_paper("public", examined(skeleton(more=posts + ROW)), False))
        assert "£62k" not in words
        assert "£20k" in words
        assert "Resources, Head of Primary Care, cost" in words


def test_capitals_and_spaces_of_a_name_make_no_difference() -> None:
    submission = examined(skeleton(more=POSTS)).submission
    assert list_paths_of_redaction(submission, "resources.posts[head of  primary care].cost") == [
        ("resources", "posts", 1, "cost")
    ]
    assert list_paths_of_redaction(submission, "resources.posts[Head].cost") == []


def test_a_waiver_by_name_waives_the_gap_of_its_item() -> None:
    waiver = 'waivers: [{path: "resources.posts[Clerk].wte", reason: Not known yet}]\n'
    found = examined(skeleton(more=POSTS + waiver))
    waived = [gap.spot.path for gap in found.checklist.gaps if gap.waived]
    assert waived == ["resources.posts[0].wte"]
    assert not [one for one in found.findings if one.rule == "idle-waiver"]


def test_names_and_positions_lead_to_each_other() -> None:
    submission = examined(skeleton(more=POSTS)).submission
    by_name = "resources.posts[Head of Primary Care].cost"
    assert replace_positions_by_names(submission, "resources.posts[1].cost") == by_name
    assert list(list_paths_with_positions(submission, by_name)) == ["resources.posts[1].cost"]
    assert replace_positions_by_names(submission, "applicants[0].name") == "applicants[0].name"
