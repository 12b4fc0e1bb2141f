from dataclasses import replace

from invented import article
from reuse_stories import MINISTER, OTHER, SPEECH, WIRE, WITNESS, bare, findings, speaking
from twosource.compare.passages import find_passages
from twosource.model import Findings, Passage
from twosource.settings import DEFAULTS

LONGER = (
    "The river board will meet in June to choose a new harbour master, and nine have asked for the post so far this year.\n"
    "A regatta planned for the first week of summer goes ahead, its secretary said, with forty boats and a band on the pier.\n"
    "Rain is expected until Friday, when the wind turns and brings dry air from the hills behind the town."
)


def kept(*stories: Findings) -> list[Passage]:
    return [passage for passage in find_passages(stories, DEFAULTS) if not passage.rejected]


def test_an_edited_paragraph_is_one_copied_passage_with_both_places() -> None:
    edited = WIRE.replace("before dawn", "early on Sunday").replace("oldest arch", "middle arch")
    one, other = bare(WIRE, "a.example"), bare(OTHER + "\n" + edited, "b.example")
    (passage,) = kept(one, other)
    assert passage.kind == "copied"
    assert passage.words > 50
    assert 0.85 < passage.ratio < 1
    texts = {found.article.id: found.article.text for found in (one, other)}
    for place in passage.spans:
        words = texts[place.article][place.start : place.end]
        assert words.startswith("A freight barge")
        assert words.endswith("rusted winch")


def test_sentences_in_another_order_are_found() -> None:
    lines = WIRE.split("\n")
    found = kept(bare(WIRE, "a.example"), bare("\n".join(reversed(lines)), "b.example"))
    assert [passage.kind for passage in found] == ["copied"] * 3


def test_punctuation_does_not_weigh() -> None:
    other = WIRE.replace(" and ", ", and - ").replace(".", " …")
    (passage,) = kept(bare(WIRE, "a.example"), bare(other, "b.example"))
    assert passage.ratio == 1


def test_two_reports_in_different_words_share_nothing() -> None:
    assert kept(bare(WIRE, "a.example"), bare(OTHER, "b.example")) == []


def test_a_short_run_is_refused_with_its_reason() -> None:
    other = "Police said a freight barge loaded with quarry stone broke its moorings, but not when. " + OTHER
    (passage,) = find_passages((bare(WIRE, "a.example"), bare(other, "b.example")), DEFAULTS)
    assert passage.rejected
    assert "chance" in passage.reason


def test_the_speech_of_one_source_is_a_quotation_and_not_copying() -> None:
    found = kept(
        speaking("Boats were stopped at noon.", SPEECH, "a.example", WITNESS),
        speaking("Nobody may cross the river here.", SPEECH, "b.example", WITNESS),
    )
    assert [passage.kind for passage in found] == ["quotation"]
    assert "Ottoline Brask" in found[0].reason
    assert found[0].earlier is None


def test_words_between_marks_are_quotation_even_where_no_statement_covers_them() -> None:
    found = kept(bare(f"Boats stopped. “{SPEECH}.”", "a.example"), bare(f"No way over. “{SPEECH}.”", "b.example"))
    assert [passage.kind for passage in found] == ["quotation"]


def test_speech_quoted_in_one_article_and_unmarked_in_the_other_is_still_speech() -> None:
    (passage,) = kept(
        speaking("Boats were stopped at noon.", SPEECH, "a.example", WITNESS), bare(f"{OTHER}\n{SPEECH}.", "b.example")
    )
    assert passage.kind == "quotation"
    assert "unmarked" in passage.reason


def test_the_same_english_words_of_a_foreign_speaker_are_a_translation() -> None:
    (passage,) = kept(
        speaking("Boats were stopped at noon.", SPEECH, "a.example", MINISTER),
        speaking("Nobody may cross the river here.", SPEECH, "b.example", MINISTER),
    )
    assert passage.kind == "translation"
    assert "Romanian" in passage.reason


def test_a_shared_caption_is_a_caption() -> None:
    caption = "Wardens look down at the barge stuck under the footbridge at Tallow Weir on Sunday morning"
    one = Findings(article=article(WIRE, outlet="a.example", captions=(caption,)))
    other = Findings(article=article(OTHER, outlet="b.example", captions=(caption,)))
    assert [passage.kind for passage in kept(one, other)] == ["caption"]


def test_a_hotline_is_a_formula() -> None:
    line = "Anyone with information about the stolen rope and lantern is asked to call Tallow river police on their free line, day or night."
    assert [p.kind for p in kept(bare(f"{WIRE}\n{line}", "a.example"), bare(f"{OTHER}\n{line}", "b.example"))] == [
        "formula"
    ]


def test_residue_is_left_out() -> None:
    one, other = bare(WIRE, "a.example"), bare(WIRE + "\n" + OTHER, "b.example")
    blocks = tuple(replace(block, kind="residue") for block in one.article.blocks)
    assert kept(replace(one, article=replace(one.article, blocks=blocks)), other) == []


def test_the_earlier_article_is_named_with_the_reason() -> None:
    one, other = bare(WIRE, "a.example", "2031-05-14T08:00"), bare(WIRE + "\nMore.", "b.example", "2031-05-14T09:30")
    (passage,) = kept(one, other)
    assert passage.earlier == one.article.id
    assert "published first" in passage.reason


def test_nobody_is_first_where_time_and_credit_disagree() -> None:
    credit = "The barge story was first reported by the Tallow Gazette."
    one = bare(f"{WIRE}\n{credit}", "b.example", "2031-05-14T08:00")
    other = bare(WIRE, "tallowgazette.com", "2031-05-14T09:30")
    (passage,) = kept(one, other)
    assert passage.earlier is None
    assert "not clear" in passage.reason


def test_one_article_alone_shares_nothing() -> None:
    assert find_passages((bare(WIRE, "a.example"),), DEFAULTS) == ()
    assert find_passages((), DEFAULTS) == ()


def test_an_article_without_words_is_no_trouble() -> None:
    assert find_passages((findings(article("…", outlet="a.example")), bare(WIRE, "b.example")), DEFAULTS) == ()


def test_a_list_of_charges_is_a_formula() -> None:
    line = "was charged with assault with a deadly weapon, unlawful possession of a firearm and contributing to the delinquency of a minor"
    one, other = bare(f"{WIRE}\nA lock hand {line}.", "a.example"), bare(f"{OTHER}\nHer nephew {line}.", "b.example")
    assert [passage.kind for passage in kept(one, other)] == ["formula"]


def captioned(caption: str, text: str, outlet: str) -> Findings:
    """An article whose first block is a caption."""
    whole = article(f"{caption}\n{text}", outlet=outlet)
    first, *rest = whole.blocks
    return Findings(article=replace(whole, blocks=(replace(first, kind="caption"), *rest)))


def test_shared_wording_never_runs_from_the_text_into_a_caption() -> None:
    text = (
        "The harbour crane fell across both quays before dawn and nobody on the night shift was near it when it fell."
    )
    caption = "The crane across both quays, seen from the ferry pier on the morning after the long fall."
    one = captioned(caption, "Dawn broke. " + text, "a.example")
    other = captioned(caption, "Rain fell all week. " + text, "b.example")
    passages = find_passages((one, other), DEFAULTS)
    assert passages
    for place in (place for passage in passages for place in passage.spans):
        assert any(block.span.holds(place.span) for found in (one, other) for block in found.article.blocks)


def test_the_same_words_with_a_caption_that_only_one_page_marks_are_one_copy() -> None:
    text = (
        "The harbour crane fell across both quays before dawn and nobody on the night shift was near it when it fell."
    )
    caption = "The crane across both quays, seen from the ferry pier."
    plain = Findings(article=article(f"{text}\n{caption}", outlet="b.example"))
    marked = Findings(article=article(text, outlet="a.example", captions=(caption,)))
    (passage,) = kept(plain, marked)
    assert passage.kind == "copied"
    assert {place.end - place.start for place in passage.spans} == {len(text) + len(caption) + 1}


def test_of_many_earlier_articles_those_are_aligned_that_share_most_words() -> None:
    part = bare(WIRE[: WIRE.index(" ", len(WIRE) // 2)], "b.example", "2031-05-14T05:00")
    whole = bare(WIRE, "a.example", "2031-05-14T06:00")
    late = bare(WIRE + " Nobody else was told.", "c.example", "2031-05-14T09:00")
    one, two, three = (found.article.id for found in (part, whole, late))

    def aligned(partners: int) -> set[frozenset[str]]:
        settings = replace(DEFAULTS, passage_partners=partners)
        return {
            frozenset(place.article for place in passage.spans)
            for passage in find_passages((part, whole, late), settings)
        }

    assert aligned(1) == {frozenset({one, two}), frozenset({two, three})}
    assert len(aligned(2)) == 3


REPORT = (
    "A barge slipped its ropes on the lower quay at about six when a group of men approached and a quarrel broke out. "
    "One man reached for a boat hook and threw it at the crew. Two deckhands were grazed on the arm, but a child was struck "
    "on the foot while she played across the lane from the quay.\nPeople on the quay were able to name the man as the thrower."
)
REWORDED = (
    "Wardens say a barge had slipped its ropes on the lower quay around six when a group of three men came and a quarrel ensued. "
    "One man allegedly took a boat hook and threw it toward the crew. Two young deckhands were grazed on the arm, and a girl was "
    "struck on the foot as she played across the narrow lane from the quay.\nPeople there named the man as the thrower."
)


def released(one: Findings, other: Findings) -> list[str]:
    return [passage.kind for passage in kept(one, other) if passage.words > 20]


def test_wording_that_each_has_worked_on_and_nobody_is_named_for_may_be_a_release() -> None:
    one, other = bare(f"{REPORT}\n{OTHER}", "a.example"), bare(f"{REWORDED}\n{LONGER}", "b.example")
    (passage,) = (passage for passage in kept(one, other) if passage.words > 20)
    assert passage.kind == "release"
    assert passage.earlier is None
    assert "it may be a statement that both were sent" in passage.reason


def test_wording_that_each_has_worked_on_is_copied_where_a_credit_an_owner_or_the_whole_article_says_so() -> None:
    one, other = bare(f"{REPORT}\n{OTHER}", "tallowgazette.com"), bare(f"{REWORDED}\n{LONGER}", "b.example")
    named = bare(f"{REWORDED}\n{LONGER}\nThe Tallow Gazette reported it first.", "b.example")
    assert released(one, named) == ["copied"]
    carried = replace(other, article=replace(other.article, via=("AP",)))
    assert released(one, carried) == ["copied"]
    owned = [replace(own, article=replace(own.article, publisher="Holl Media")) for own in (one, other)]
    assert released(owned[0], owned[1]) == ["copied"]
    assert released(bare(REPORT, "a.example"), bare(REWORDED, "b.example")) == ["copied"]
    assert released(one, bare(f"{REPORT}\n{LONGER}", "b.example")) == ["copied"]


def test_a_credit_of_the_whole_says_who_had_it_first_and_an_agency_named_by_both_that_neither_did() -> None:
    own = bare(WIRE, "wabx.example", "2031-05-14T12:00")
    carried = bare(f"{WIRE}\n{OTHER}", "kqrx.example", "2031-05-14T12:00", via=("WABX",))
    (passage,) = kept(own, carried)
    assert (passage.earlier, passage.direction) == (own.article.id, "named")
    told = "The keeper told Reuters that the winch was old."
    one = bare(f"{WIRE}\n{told}", "a.example", "2031-05-14T08:00")
    other = bare(f"{WIRE}\n{OTHER} The council told Reuters so.", "b.example", "2031-05-15T18:00")
    (passage,) = kept(one, other)
    assert (passage.earlier, passage.direction) == (None, "agency")


def test_each_sign_of_who_had_it_first_has_its_code() -> None:
    first, late = bare(WIRE, "a.example", "2031-05-14T08:00"), bare(f"{WIRE}\nMore.", "b.example", "2031-05-14T09:30")
    assert [passage.direction for passage in kept(first, late)] == ["time"]
    same_hour = bare(f"{WIRE}\nMore.", "b.example", "2031-05-14T08:10")
    assert [passage.direction for passage in kept(first, same_hour)] == ["one hour"]
    undated = bare(f"{WIRE}\nMore.", "b.example", None)
    assert [passage.direction for passage in kept(first, undated)] == ["unknown"]
