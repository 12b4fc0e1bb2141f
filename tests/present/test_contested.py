from dataclasses import replace
from typing import get_args

from invented import article as make_article
from invented import english
from present.sample import sample
from twosource.model import (
    Article,
    Conflict,
    ConflictKind,
    ConflictSide,
    DifferenceKind,
    Mark,
    Place,
    Point,
    Source,
    Span,
    Standing,
    Statement,
    Story,
)
from twosource.pipeline import Options, compare
from twosource.present.contested import contests
from twosource.present.evidence import sentence_at
from twosource.present.index import Index
from twosource.present.side_words import begins
from twosource.present.wording.terms import CONFLICTS, DIFFERENCES


def test_a_contradiction_has_both_sides_words_their_sources_and_their_sentences() -> None:
    first = contests(Index(sample()))[0]
    assert [(side.words, side.who, side.answer) for side in first.sides] == [
        ("at least 6", "the coastguard", ""),
        ("Nine", "the shipping line", "≠"),
    ]
    assert first.sides[1].evidence[0].sentence == (
        "Nine passengers of the Kettle Sound ferry are missing, the shipping line said on Tuesday."
    )


def test_a_denial_shows_the_sentence_that_denies_and_who_made_the_claim() -> None:
    denial = next(one for one in contests(Index(sample())) if one.kind == "denial")
    claim, answer = denial.sides
    assert (claim.words, claim.who) == ("the steering had failed", "the coastguard")
    assert (answer.answer, answer.who) == ("denied", "the shipping line")
    assert answer.evidence[0].sentence == "The shipping line denied that the steering had failed."
    assert answer.evidence[0].words == "denied"


def test_contradictions_of_one_kind_about_one_claim_are_sides_of_one_question() -> None:
    story = sample()
    clash = story.conflicts[0]
    other = Conflict(id="c9", kind=clash.kind, point=clash.point, members=clash.members[:1], detail="again")
    assert len(contests(Index(replace(story, conflicts=(*story.conflicts, other))))) == len(contests(Index(story)))


def test_a_claim_that_only_its_denials_tell_is_told_by_nobody_however_many_deny_it() -> None:
    text = "The guild denied that the weir had burst. The reeve called the claim false."
    (denial,) = contests(Index(compare([make_article(text)], Options(parser=english()))))
    claim, *answers = denial.sides
    assert (claim.articles, claim.evidence) == ((), ())
    assert [one.who for one in answers] == ["the guild", "the reeve"]


def test_a_claim_that_is_taken_back_stands_before_denials_with_the_words_that_take_it_back() -> None:
    story = sample()
    missing = story.statements[0]
    back = Mark(kind="corrected", by=missing.source, start=missing.start, end=missing.start + 5, reason="invented")
    statements = (replace(missing, marks=(back,)), *story.statements[1:])
    figures = tuple(replace(one, marks=(back,)) if one.statement == missing.id else one for one in story.figures)
    told = replace(story, statements=statements, figures=figures, conflicts=())
    kinds = [one.kind for one in contests(Index(told))]
    assert kinds[0] == "retraction"
    assert "denial" in kinds


def test_a_kind_of_conflict_that_is_new_is_shown_by_its_own_words() -> None:
    story = sample()
    clash = replace(story.conflicts[0], kind="manner", point=None)
    (one,) = [each for each in contests(Index(replace(story, conflicts=(clash,)))) if each.kind == "conflict"]
    assert [side.words for side in one.sides] == ["at least 6", "Nine"]


def test_a_sentence_ends_where_one_ends_and_not_at_an_abbreviation() -> None:
    invented = make_article("It rained. Gen. A. B. Noor said the U.S. ship sank at 4.30 p.m. on Monday. Nobody died.")
    start = invented.text.index("sank")
    assert sentence_at(invented, start, start + 4).of(invented.text) == (
        "Gen. A. B. Noor said the U.S. ship sank at 4.30 p.m. on Monday."
    )


def test_a_sentence_never_runs_into_the_next_paragraph() -> None:
    invented = make_article("Nobody died\nIt rained all day")
    assert sentence_at(invented, 0, 6).of(invented.text) == "Nobody died"


def test_nothing_is_contested_in_a_story_without_marks_and_conflicts() -> None:
    story = sample()
    bare = replace(story, conflicts=(), statements=tuple(replace(one, marks=()) for one in story.statements))
    assert contests(Index(bare)) == ()


def test_who_denies_one_thing_that_a_claim_tells_denies_no_other() -> None:
    story = sample()
    denied = next(one for one in story.statements if any(mark.kind == "denied" for mark in one.marks))
    point = next(one for one in story.points if denied.id in one.statements)
    beside = next(one for one in story.statements if one.id not in point.statements and one.source != denied.source)
    doubted = replace(beside, marks=(replace(denied.marks[0], by=beside.source, start=beside.start, sentence=None),))
    statements = tuple(doubted if one is beside else one for one in story.statements)
    both = replace(point, statements=(*point.statements, beside.id))
    index = Index(replace(story, statements=statements, points=(both,), conflicts=()))
    words = {index.words(one.content[0], one.article) for one in (denied, beside)}
    about = {one.about for one in contests(index) if one.point == point.id}
    assert about == words


def test_what_is_denied_stands_before_others_that_tell_nearly_the_same() -> None:
    story = sample()
    (denial,) = (one for one in contests(Index(story)) if one.kind == "denial")
    denied = next(one for one in story.statements if any(mark.kind == "denied" for mark in one.marks))
    assert denial.sides[0].words == Index(story).words(denied.content[0], denied.article)


def test_who_denies_a_claim_is_no_second_account_of_it() -> None:
    story = sample()
    denied = next(one for one in story.statements if any(mark.kind == "denied" for mark in one.marks))
    point = next(one for one in story.points if denied.id in one.statements)
    clash = Conflict(id="c9", kind="polarity", point=point.id, members=point.statements, detail="one says not")
    (torn,) = (one for one in contests(Index(replace(story, conflicts=(clash,)))) if one.kind == "conflict")
    assert [side.answer for side in torn.sides].count("denied") == 1
    assert all(denied.article not in side.articles for side in torn.sides if side.answer != "denied")


def test_sides_are_shown_by_the_words_that_the_reason_quotes_and_those_stand_out_in_the_sentence() -> None:
    story = sample()
    clash = replace(
        story.conflicts[0], kind="reason", detail="The Sound Courier has “at least 6”, Evening Bell “Nine passengers”."
    )
    clash = replace(clash, point=None, members=story.points[0].statements[:1])
    found = contests(Index(replace(story, conflicts=(clash,))))
    side = next(one for one in found if one.kind == "conflict").sides[0]
    assert side.words in clash.detail
    assert side.evidence[0].words == side.words
    assert len(side.evidence[0].sentence) > len(side.words)


def test_a_word_that_the_reason_quotes_of_one_side_alone_is_not_shown_for_it() -> None:
    story = sample()
    clash = replace(
        story.conflicts[0], kind="polarity", point=None, detail="Evening Bell has it with a “passengers” or a denial."
    )
    clash = replace(clash, members=(story.statements[0].id, story.statements[1].id))
    found = contests(Index(replace(story, conflicts=(clash,))))
    told = next(one for one in found if one.kind == "conflict")
    assert "passengers" not in [side.words for side in told.sides]


def test_names_spelt_in_two_ways_are_told_after_contradictions_and_denials() -> None:
    story = sample()
    names = replace(story.conflicts[0], id="c0", kind="name", point=None)
    found = contests(Index(replace(story, conflicts=(names, *story.conflicts))))
    kinds = [one.what for one in found]
    assert kinds[-1] == "name"
    assert {"value", "denied"} <= set(kinds)


def test_who_gives_another_number_has_not_said_what_is_taken_back() -> None:
    texts = {
        "first.example": "It was told that 4 boats had sunk, but police withdrew it.",
        "same.example": "A guard said that 4 boats had sunk.",
        "other.example": "A clerk said that 3 boats had sunk.",
    }
    articles = [make_article(text, outlet=outlet) for outlet, text in texts.items()]
    members = [
        Statement(id=f"t{place}", article=one.id, kind="assertion", start=0, end=len(one.text) - 1, content=())
        for place, one in enumerate(articles)
    ]
    start = articles[0].text.index("withdrew")
    back = Mark(kind="corrected", by=None, start=start, end=start + 8, reason="invented")
    told = Span(start=0, end=articles[0].text.index(","))
    members[0] = replace(members[0], start=told.start, end=told.end, marks=(back,))
    point = Point(
        id="q1",
        kind="claim",
        label="boats",
        relation="same",
        statements=tuple(one.id for one in members),
        standing=Standing(),
    )
    story = Story(title="", version="0", articles=tuple(articles), statements=tuple(members), points=(point,))
    (one,) = contests(Index(story))
    assert one.sides[0].articles == (articles[0].id, articles[1].id)


def test_who_tells_what_is_so_instead_has_not_said_what_is_taken_back() -> None:
    told = make_article("The keeper was first reported to be sixty, but a later list said he was fifty.")
    back = Mark(kind="corrected", by="s1", start=11, end=29, reason="invented")
    before, now = (
        Statement(id=f"t{start}", article=told.id, kind="assertion", start=start, end=end, content=())
        for start, end in ((30, 41), (65, 77))
    )
    members = (replace(before, marks=(back,)), replace(now, source="s1"))
    sources = (Source(id="s1", name="a later list", kind="document"),)
    point = Point(
        id="q1",
        kind="claim",
        label="the keeper's age",
        relation="updated",
        statements=tuple(one.id for one in members),
        standing=Standing(),
    )
    (one,) = contests(
        Index(Story(title="", version="0", articles=(told,), statements=members, points=(point,), sources=sources))
    )
    assert [(side.who, side.answer) for side in one.sides] == [("", ""), ("a later list", "corrected")]


def test_who_denies_in_its_own_name_has_not_said_what_it_denies() -> None:
    told = make_article("The guild rejects reports that the weir burst.")
    verb = Span(start=told.text.index("rejects"), end=told.text.index(" reports"))
    no = Mark(kind="denied", by=None, start=verb.start, end=verb.end, reason="invented")
    start, end = told.text.index("the weir"), len(told.text) - 1
    inner = Statement(id="t1", article=told.id, kind="paraphrase", start=start, end=end, content=(), source="s1")
    outer = replace(inner, id="t0", start=0, cue=verb)
    members = (outer, replace(inner, marks=(no,)))
    point = Point(
        id="q1", kind="claim", label="the weir", relation="same", statements=("t0", "t1"), standing=Standing()
    )
    source = Source(id="s1", name="the guild", kind="body")
    story = Story(title="", version="0", articles=(told,), statements=members, points=(point,), sources=(source,))
    (one,) = contests(Index(story))
    assert one.sides[0].who == ""
    elsewhere = replace(outer, cue=Span(start=0, end=3))
    (other,) = contests(Index(replace(story, statements=(elsewhere, members[1]))))
    assert other.sides[0].who == "the guild"


def test_a_line_says_a_claim_once_where_the_first_side_is_how_it_begins() -> None:
    assert begins("that the dryer had overheated and burned", "that the dryer had …")
    assert not begins("that the dryer had overheated", "the dryer")
    assert not begins("that the dryer had overheated", "")


def _place(article: Article, words: str) -> Place:
    start = article.text.index(words)
    return Place(article=article.id, start=start, end=start + len(words))


def test_a_name_in_two_ways_has_a_side_a_spelling_wherever_an_article_has_it() -> None:
    texts = ("The keeper Orla Venn slept. She woke at nine.", "Orla Ven woke at nine.", "Orla Venn woke at nine.")
    articles = [make_article(text, outlet=f"{name}.example") for name, text in zip("abc", texts, strict=True)]
    starts = [one.text.index("She") if "She" in one.text else 0 for one in articles]
    told = tuple(
        Statement(id=f"t{place}", article=one.id, kind="assertion", start=start, end=len(one.text), content=())
        for place, (one, start) in enumerate(zip(articles, starts, strict=True))
    )
    detail = "A name is spelt in two ways: “Ven” in b.example, “Venn” in a.example and c.example."
    sides = (
        ConflictSide(words="Ven", places=(_place(articles[1], "Ven"),)),
        ConflictSide(words="Venn", places=(_place(articles[0], "Venn"), _place(articles[2], "Venn"))),
    )
    clash = Conflict(id="c1", kind="name", members=("t0", "t1", "t2"), detail=detail, point=None, sides=sides)
    (one,) = contests(
        Index(Story(title="", version="0", articles=tuple(articles), statements=told, conflicts=(clash,)))
    )
    assert [(side.words, len(side.articles)) for side in one.sides] == [("Venn", 2), ("Ven", 1)]
    assert one.about == "Venn or Ven"


def test_two_names_in_one_point_are_two_questions() -> None:
    texts = ("Orla Venn and Piet Hask slept.", "Orla Ven and Piet Hasq slept.")
    one, two = (make_article(text, outlet=f"{name}.example") for name, text in zip("ab", texts, strict=True))
    told = tuple(
        Statement(id=each.outlet, article=each.id, kind="assertion", start=0, end=len(each.text), content=())
        for each in (one, two)
    )
    ids = tuple(statement.id for statement in told)
    point = Point(id="q1", kind="claim", label="Orla Venn and Piet Hask slept.", statements=ids, relation="differs")
    clashes = tuple(
        Conflict(
            id=f"c {names[0]}", kind="name", members=ids, point="q1", detail="A name is spelt in two ways.",
            sides=tuple(ConflictSide(words=w, places=(_place(a, w),)) for a, w in zip((one, two), names, strict=True)),
        )
        for names in (("Venn", "Ven"), ("Hask", "Hasq"))
    )  # fmt: skip
    story = Story(title="", version="0", articles=(one, two), statements=told, points=(point,), conflicts=clashes)
    assert sorted(each.about for each in contests(Index(story))) == ["Hask or Hasq", "Venn or Ven"]


def test_a_spelling_that_only_a_headline_has_is_shown_where_it_stands() -> None:
    texts = ("Orla Venn woke at nine.", "Orla Venn slept.")
    articles = [
        make_article(text, outlet=f"{name}.example", headline=head)
        for name, text, head in zip("ab", texts, ("Keeper woke", "Orla Vemm slept"), strict=True)
    ]
    told = tuple(
        Statement(id=one.outlet, article=one.id, kind="assertion", start=start, end=len(one.text), content=())
        for one, start in ((one, one.text.index("Orla Venn")) for one in articles)
    )
    detail = "A name is spelt in two ways: “Vemm” in b.example, “Venn” in a.example and b.example."
    sides = (
        ConflictSide(words="Vemm", places=(_place(articles[1], "Vemm"),)),
        ConflictSide(words="Venn", places=tuple(_place(one, "Venn") for one in articles)),
    )
    members = ("a.example", "b.example")
    clash = Conflict(id="c1", kind="name", members=members, detail=detail, point=None, sides=sides)
    index = Index(Story(title="", version="0", articles=tuple(articles), statements=told, conflicts=(clash,)))
    (one,) = contests(index)
    assert [(side.words, side.answer, side.evidence[0].sentence) for side in one.sides] == [
        ("Venn", "", "Orla Venn woke at nine."),
        ("Vemm", "≠", "Orla Vemm slept"),
    ]
    assert [side.evidence[0].member for side in one.sides] == ["a.example", ""]  # one click from what is said there


def test_two_ages_are_told_of_whom_they_are_and_shown_where_they_stand() -> None:
    texts = {"a.example": "Orla Venn, 34, said that it rained.", "b.example": "Orla Venn, 37, said that it snowed."}
    articles = [make_article(text, outlet=outlet) for outlet, text in texts.items()]
    told = tuple(
        Statement(id=one.outlet, article=one.id, kind="paraphrase", start=start, end=len(one.text) - 1, content=(span,))
        for one in articles
        for start in (one.text.index("that"),)
        for span in (Span(start=start, end=len(one.text) - 1),)
    )
    detail = "Orla Venn is 34 in a.example and 37 in b.example."
    clash = Conflict(id="c1", kind="value", members=tuple(texts), detail=detail, topic="Orla Venn")
    (one,) = contests(
        Index(Story(title="", version="0", articles=tuple(articles), statements=told, conflicts=(clash,)))
    )
    assert [side.words for side in one.sides] == ["34", "37"]
    assert one.about == detail


def test_every_kind_of_difference_and_contradiction_has_words() -> None:
    assert set(get_args(DifferenceKind)) == set(DIFFERENCES)
    assert set(get_args(ConflictKind)) == set(CONFLICTS)
