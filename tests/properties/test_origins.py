"""What must hold for the count of origins whatever the articles are."""

import random
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reuse_stories import SPEECH, WITNESS, bare, copy_of, quoting
from twosource.compare.passages import find_passages
from twosource.model import Findings, Origin, Passage
from twosource.settings import DEFAULTS
from twosource.weigh.origins import find_origins

WORDS = [
    "harbour",
    "lantern",
    "copper",
    "winter",
    "bridge",
    "morning",
    "keeper",
    "vessel",
    "timber",
    "signal",
    "orchard",
    "meadow",
    "kettle",
    "ladder",
    "parcel",
    "garden",
    "violin",
    "marble",
    "thunder",
    "candle",
    "pepper",
    "saddle",
    "velvet",
    "basket",
    "ribbon",
    "anchor",
    "pebble",
    "willow",
    "barley",
    "cotton",
    "hammer",
    "mirror",
    "needle",
    "pillow",
]
SMALL = ("the", "of", "a", "in", "and", "to", "was", "on", "by", "with")


def paragraph(seed: int) -> str:
    """Thirty words or so of no meaning; the same seed gives the same words."""
    chance = random.Random(seed)  # noqa: S311 - invented text
    words = [
        chance.choice(SMALL) if chance.random() < 0.35 else chance.choice(WORDS) for _ in range(chance.randint(24, 40))
    ]
    return " ".join(words).capitalize() + "."


paragraphs = st.integers(min_value=0, max_value=25).map(paragraph)
times = st.sampled_from([None, "2031-05-14", "2031-05-14T08:00", "2031-05-14T09:30", "2031-05-15T07:00"])
vias = st.sampled_from([(), (), (), ("AP",), ("AFP",), ("AP", "AFP")])


@st.composite
def stories(draw: st.DrawFn) -> list[Findings]:
    """Up to six articles that take their paragraphs from one small stock, so that many share some."""
    found = []
    for row in range(draw(st.integers(1, 6))):
        text = "\n".join(draw(st.lists(paragraphs, min_size=1, max_size=4)))
        found.append(bare(text, f"o{draw(st.integers(0, row))}.example", draw(times), draw(vias)))
    return list({one.article.id: one for one in found}.values())


def weigh(story: list[Findings]) -> tuple[tuple[Passage, ...], tuple[Origin, ...]]:
    passages = find_passages(tuple(story), DEFAULTS)
    return passages, find_origins(tuple(story), passages)


@given(stories(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_articles_changes_nothing(story: list[Findings], chance: random.Random) -> None:
    other = list(story)
    chance.shuffle(other)
    assert weigh(story) == weigh(other)


CREDITED_AND_NOT = [
    bare(paragraph(row), f"o{row}{len(via)}.example", None, via) for row, via in ((6, ()), (0, ("AP",)), (6, ("AP",)))
]


@given(stories(), st.integers(0, 5))
@example(CREDITED_AND_NOT, 0)
@settings(max_examples=60, deadline=None)
def test_a_verbatim_copy_of_any_article_changes_no_count_of_origins(story: list[Findings], row: int) -> None:
    one = story[row % len(story)]
    copied = [*story, copy_of(one, "copyist.example")]
    assert len(weigh(copied)[1]) == len(weigh(story)[1])


@given(stories())
@settings(max_examples=60, deadline=None)
def test_every_article_is_in_exactly_one_origin(story: list[Findings]) -> None:
    held = [article for origin in weigh(story)[1] for article in origin.articles]
    assert sorted(held) == sorted(one.article.id for one in story)


@given(stories())
@settings(max_examples=60, deadline=None)
def test_spans_hold_whole_words_of_their_articles(story: list[Findings]) -> None:
    texts = {one.article.id: one.article.text for one in story}
    for passage in weigh(story)[0]:
        assert passage.spans[0].article < passage.spans[1].article
        for place in passage.spans:
            text = texts[place.article]
            assert 0 <= place.start < place.end <= len(text)
            words = text[place.start : place.end].split()
            assert len(words) >= passage.words
            assert not text[place.start - 1 : place.start].isalnum()
            assert not text[place.end : place.end + 1].isalnum()


@given(st.lists(paragraphs, min_size=2, max_size=2, unique=True), st.integers(8, 22))
@settings(max_examples=40, deadline=None)
def test_two_articles_that_share_only_a_quotation_stay_two_origins(texts: list[str], length: int) -> None:
    words = " ".join(SPEECH.split()[:length])
    story = []
    for row, text in enumerate(texts):
        one = bare(f"{text}\n“{words},” said Ottoline Brask.", f"o{row}.example")
        story.append(replace(one, statements=(quoting(one.article, words, WITNESS),), sources=(WITNESS,)))
    passages, origins = weigh(story)
    assert len(origins) == 2
    assert not any(passage.kind == "copied" and not passage.rejected for passage in passages)
