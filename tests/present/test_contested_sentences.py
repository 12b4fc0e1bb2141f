"""Which sentences stand under what is contested, and which contests are one."""

from invented import article
from present.build import at, place, source, statement
from twosource.model import (
    Article,
    Conflict,
    ConflictSide,
    Mark,
    Place,
    Point,
    Retraction,
    Span,
    Standing,
    Statement,
    Story,
)
from twosource.present.contested import contests
from twosource.present.excerpts import excerpted
from twosource.present.index import Index


def story(
    articles: tuple[Article, ...],
    statements: tuple[Statement, ...],
    retracted: Retraction | None = None,
    **more: object,
) -> Index:
    """A story whose statements make one point."""
    told = tuple(one.id for one in statements)
    point = Point(
        id="q1", kind="claim", label="pumps", relation="same", statements=told, standing=Standing(), retracted=retracted
    )
    made = Story(title="", version="0", articles=articles, statements=statements, points=(point,), **more)  # type: ignore[arg-type] # parts of a story
    return Index(made)


def marked(one: Article, words: str, sentence: str, kind: str, by: str | None = None) -> Mark:
    span, whole = at(one, words), at(one, sentence)
    within = Span(start=whole.start, end=whole.end)
    return Mark(kind=kind, by=by, start=span.start, end=span.end, sentence=within, reason="invented")  # type: ignore[arg-type] # a kind of mark


def test_a_claim_told_again_as_taken_back_is_shown_with_what_is_said_instead() -> None:
    again = "He had told residents a day before that every pump ran."
    one = article(f"Two of the pumps had stopped, the warden conceded. {again} Rain is expected.\nThe river fell.")
    back = marked(one, "told", again, "corrected")
    held = story((one,), (statement(one, again, "every pump ran", marks=(back,)),))
    (found,) = contests(held)
    answer = found.sides[-1].evidence[0]
    assert answer.sentence == one.text.split("\n")[0]
    assert answer.words == "told"


def test_who_does_not_carry_on_what_was_taken_back_is_not_shown_as_saying_it() -> None:
    said = "The warden initially said the pump is 4 years old."
    one, carrying, other = (
        article(text, outlet=f"{name}.example")
        for text, name in ((said, "a"), ("The pump is 4 years old.", "b"), ("The picture is 4 years old.", "c"))
    )
    taken = statement(one, said, "the pump is 4 years old", marks=(marked(one, "initially said", said, "corrected"),))
    told = (taken, *(statement(each, each.text, each.text, kind="assertion") for each in (carrying, other)))
    back = Retraction(article=one.id, start=0, end=len(said), carried_by=(carrying.id,))
    (found,) = contests(story((one, carrying, other), told, retracted=back))
    assert other.id not in found.sides[0].articles
    assert carrying.id in found.sides[0].articles


def test_excerpts_keep_what_is_said_instead() -> None:
    again = "He had told residents a day before that every pump ran."
    one = article(
        f"It rained. Two of the pumps had stopped, the warden conceded. {again} The river fell. Nobody slept."
    )
    mark = marked(one, "told", again, "corrected")
    held = story((one,), (statement(one, again, "every pump ran", marks=(mark,)),))
    kept = excerpted(held.story)
    assert contests(Index(kept))[0].sides[-1].evidence[0].sentence == contests(held)[0].sides[-1].evidence[0].sentence
    assert "Nobody slept" not in kept.articles[0].text


def test_words_that_only_take_back_are_shown_alone() -> None:
    claim, back = "Every pump ran, the warden said.", "He later withdrew that."
    one = article(f"{claim} {back} Rain is expected.")
    mark = marked(one, "withdrew", back, "corrected")
    (found,) = contests(story((one,), (statement(one, claim, "Every pump ran", marks=(mark,)),)))
    assert found.sides[-1].evidence[0].sentence == back


def test_a_denial_is_shown_without_the_sentences_beside_it() -> None:
    denied = "The warden denied that a pump had failed."
    one = article(f"It rained. {denied} The river fell.")
    mark = marked(one, "denied", denied, "denied")
    (found,) = contests(story((one,), (statement(one, denied, "a pump had failed", marks=(mark,)),)))
    assert found.sides[-1].evidence[0].sentence == denied


def test_a_claim_that_nobody_makes_is_known_from_its_denial_alone() -> None:
    denied = "The warden denied any neglect."
    one = article(denied)
    mark = marked(one, "denied", denied, "denied")
    (found,) = contests(story((one,), (statement(one, denied, "any neglect", marks=(mark,)),)))
    assert [side.articles for side in found.sides] == [(), (one.id,)]


def test_who_is_told_to_make_a_claim_is_named_also_where_it_is_known_from_its_denial_alone() -> None:
    denied = "The warden denied any neglect, which Orla Venn alleges."
    one = article(denied)
    mark = marked(one, "denied", denied, "denied")
    venn = source("Orla Venn", "person", place(one, "Orla Venn"))
    claim = statement(one, denied, "any neglect", source=venn, marks=(mark,))
    (found,) = contests(story((one,), (claim,), sources=(venn,)))
    assert (found.sides[0].who, found.sides[0].articles) == ("Orla Venn", ())


def test_who_only_tells_of_a_denial_is_not_shown_as_who_makes_the_claim() -> None:
    denied = "Venn denied any neglect, the ledger states."
    one = article(denied)
    venn, ledger = (
        source(name, kind, place(one, name)) for name, kind in (("Venn", "person"), ("the ledger", "document"))
    )
    mark = marked(one, "denied", denied, "denied", venn.id)
    relayed = statement(one, denied, "Venn denied any neglect", source=ledger)
    claim = statement(one, denied, "any neglect", source=ledger, marks=(mark,))
    (found,) = contests(story((one,), (relayed, claim), sources=(venn, ledger)))
    assert [(side.who, side.articles) for side in found.sides] == [("", ()), ("Venn", (one.id,))]


def test_one_denial_that_two_articles_tell_in_their_words_is_told_once() -> None:
    texts = ("Venn denied any neglect of the pumps.", "Venn denies having neglected anything.")
    both = tuple(article(text, outlet=f"{name}.example") for name, text in zip("ab", texts, strict=True))
    venn = source("Venn", "person", place(both[0], "Venn"))
    cues = ("denied", "denies")
    told = tuple(
        statement(one, text, content, marks=(marked(one, cue, text, "denied", venn.id),))
        for one, text, cue, content in zip(
            both, texts, cues, ("any neglect of the pumps", "having neglected anything"), strict=True
        )
    )
    (found,) = contests(story(both, told, sources=(venn,)))
    assert [len(side.articles) for side in found.sides] == [0, 2]


def test_one_sentence_that_puts_a_claim_right_is_no_denial_of_it_besides() -> None:
    told = "Earlier reports wrongly said every pump ran."
    one = article(told)
    marks = marked(one, "Earlier reports", told, "corrected"), marked(one, "wrongly said", told, "disputed")
    (found,) = contests(story((one,), (statement(one, told, "every pump ran", marks=marks),)))
    assert found.kind == "retraction"


def test_a_claim_put_right_in_one_sentence_and_denied_in_another_is_told_as_both() -> None:
    told, denied = "Earlier reports said every pump ran.", "Venn denied that every pump ran."
    one = article(f"{told} {denied}")
    venn = source("Venn", "person", place(one, "Venn"))
    back, against = marked(one, "Earlier reports", told, "corrected"), marked(one, "denied", denied, "denied", venn.id)
    first, second = (
        statement(one, sentence, content, marks=(mark,))
        for sentence, content, mark in ((told, "every pump ran", back), (denied, "that every pump ran", against))
    )
    assert [found.kind for found in contests(story((one,), (first, second), sources=(venn,)))] == [
        "retraction",
        "denial",
    ]


def test_who_says_that_it_was_not_so_is_not_shown_as_saying_it() -> None:
    denied = "Venn insisted he did not mean to sink it."
    texts = (denied, "Holm said: he did not mean to sink it.", "Holm said: he did mean to sink it.")
    one, same, claiming = (article(text, outlet=f"{name}.example") for name, text in zip("abc", texts, strict=True))
    venn = source("Venn", "person", place(one, "Venn"))
    holm = source("Holm", "person", place(same, "Holm"), place(claiming, "Holm"))
    mark = marked(one, "not", denied, "denied", venn.id)
    told = (
        statement(one, denied, "mean to sink it", marks=(mark,)),
        statement(same, same.text, "he did not mean to sink it", source=holm),
        statement(claiming, claiming.text, "he did mean to sink it", source=holm),
    )
    (found,) = contests(story((one, same, claiming), told, sources=(venn, holm)))
    assert [each.article for each in found.sides[0].evidence] == [claiming.id]


def test_nobody_is_called_by_a_pronoun() -> None:
    denied = "She denied any neglect."
    one = article(denied)
    she = source("she", "unnamed", place(one, "She"))
    mark = marked(one, "denied", denied, "denied", she.id)
    (found,) = contests(story((one,), (statement(one, denied, "any neglect", marks=(mark,)),), sources=(she,)))
    assert found.sides[-1].who == ""


def test_somebody_without_a_name_is_called_as_the_article_does() -> None:
    denied = "A warden denied any neglect."
    one = article(denied)
    warden = source("A warden", "unnamed", place(one, "A warden"))
    mark = marked(one, "denied", denied, "denied", warden.id)
    (found,) = contests(story((one,), (statement(one, denied, "any neglect", marks=(mark,)),), sources=(warden,)))
    assert found.sides[-1].who == "a warden"


def aged(kinds: tuple[str, ...], points: tuple[str | None, ...], detail: str) -> list[tuple[str, list[str]]]:
    """What is contested between two articles that tell an age, and by which words each side."""
    texts = ("Orla Venn, 57, kept the pumps for 9 years.", "Orla Venn, 58, kept the pumps for 9 years.")
    both = tuple(article(text, outlet=f"{name} (9 May)") for name, text in zip("ab", texts, strict=True))
    told = tuple(statement(one, one.text, one.text, kind="assertion") for one in both)
    names = tuple(one.id for one in told)
    clashes = tuple(
        Conflict(id=f"c{number}", kind=kind, point=point, members=names, detail=detail)  # type: ignore[arg-type] # kinds of conflicts
        for number, (kind, point) in enumerate(zip(kinds, points, strict=True))
    )
    found = contests(story(both, told, conflicts=clashes))
    return [(one.what, [side.words for side in one.sides]) for one in found]


def test_ages_that_differ_are_shown_as_the_numbers_that_the_reason_names() -> None:
    assert aged(("value",), (None,), "Orla Venn is 57 in a (9 May) and 58 in b (9 May).") == [("value", ["57", "58"])]


def test_without_a_number_in_the_reason_the_whole_is_shown() -> None:
    ((_, words),) = aged(("value",), (None,), "They differ in a (9 May) and b (9 May).")
    assert [one[:13] for one in words] == ["Orla Venn, 57", "Orla Venn, 58"]


def test_two_contradictions_of_one_claim_in_the_same_sentences_are_told_once_as_opposites() -> None:
    assert [what for what, _ in aged(("value", "polarity"), ("q1", "q1"), "They differ.")] == ["polarity"]


def test_contradictions_of_two_claims_in_the_same_sentences_are_both_told() -> None:
    assert len(aged(("value", "value"), (None, "q1"), "They differ.")) == len("ab")


def test_a_word_outside_of_what_is_said_stands_out_in_its_sentence() -> None:
    texts = ("In Lower Fenn he said: “The rain came.”", "In Lower Fen he said: “The rain came.”")
    both = tuple(article(text, outlet=f"{name}.example") for name, text in zip("ab", texts, strict=True))
    told = tuple(statement(one, one.text, "The rain came.") for one in both)
    detail = "A name is spelt in two ways: “Fenn” in a.example, “Fen” in b.example."
    sides = tuple(
        ConflictSide(words=words, places=(Place(article=one.id, start=start, end=start + len(words)),))
        for one, words in zip(both, ("Fenn", "Fen"), strict=True)
        for start in (one.text.index(words),)
    )
    members = tuple(one.id for one in told)
    names = Conflict(id="c1", kind="name", point=None, members=members, detail=detail, sides=sides)
    (found,) = contests(story(both, told, conflicts=(names,)))
    assert [side.evidence[0].words for side in found.sides] == ["Fenn", "Fen"]
