"""One source under all its names, over several articles."""

from dataclasses import replace

import pytest

from invented import article, parsed
from twosource.compare.sources import join_sources
from twosource.compare.sources.copied import join_copied
from twosource.compare.sources.group import Group
from twosource.extract import extract
from twosource.model import Article, Findings, Mark, Place, Source, SourceKind, Span, Statement, content_id
from twosource.text.names import name_key


def findings(number: int, *sources: tuple[str, SourceKind, str | None]) -> Findings:
    """An article with one paraphrase for each source: name, kind, role."""
    text = "They said so."
    one = Article(id=f"a{number}", outlet=f"o{number}.example", sha256="0" * 64, text=text)
    made = tuple(
        Source(
            id=content_id("s", one.id, name), name=name, kind=kind, role=role, names=(name,),
            mentions=(Place(article=one.id, start=0, end=4),),
        )
        for name, kind, role in sources
    )  # fmt: skip
    statements = tuple(
        Statement(
            id=content_id("t", one.id, source.id), article=one.id, kind="paraphrase", start=0, end=13,
            content=(Span(start=10, end=12),), source=source.id,
            marks=(Mark(kind="denied", by=source.id, start=0, end=4, reason="invented"),),
        )
        for source in made
    )  # fmt: skip
    return Findings(article=one, sources=made, statements=statements)


def names(*articles: Findings, aliases: dict[str, str] | None = None) -> list[tuple[str, ...]]:
    joined, _ = join_sources(articles, aliases)
    return sorted(source.names for source in joined)


def test_spellings_of_one_name_are_one_source() -> None:
    found = names(
        findings(1, ("Oleksiy Marynskyy", "person", None)),
        findings(2, ("Oleksii Marynsky", "person", None)),
        findings(3, ("Marinsky", "person", None)),
    )
    assert len(found) == 1
    assert set(found[0]) == {"Oleksiy Marynskyy", "Oleksii Marynsky", "Marinsky"}


def test_a_surname_that_two_people_bear_is_left_apart() -> None:
    found = names(
        findings(1, ("Ellen Brandt", "person", None)),
        findings(2, ("Tobias Brandt", "person", None)),
        findings(3, ("Brandt", "person", None)),
    )
    assert found == [("Brandt",), ("Ellen Brandt",), ("Tobias Brandt",)]


def test_a_role_joins_the_one_person_who_has_it() -> None:
    found = names(
        findings(1, ("Ellen Brandt", "person", "Harrow mayor")), findings(2, ("The Harrow mayor", "unnamed", None))
    )
    assert found == [("Ellen Brandt", "The Harrow mayor")]


def test_the_president_of_a_nation_is_who_presides_over_it() -> None:
    found = names(
        findings(1, ("Per Quill", "person", "president of Norvalia")),
        findings(2, ("The Norvalian president", "unnamed", None)),
        findings(3, ("The Norvalian leader", "unnamed", None)),
        findings(4, ("the president of Norvalia", "unnamed", None)),
    )
    assert len(found) == 1


def test_the_president_is_the_only_one_in_all_articles_and_a_director_may_be_anybodys() -> None:
    president = findings(1, ("Per Quill", "person", "Norvalian president"))
    assert len(names(president, findings(2, ("the president", "unnamed", None)))) == 1
    other = findings(3, ("Ada Hollin", "person", "president of Ossia"))
    assert len(names(president, other, findings(2, ("the president", "unnamed", None)))) == 3
    former = findings(4, ("Tam Arle", "person", "former president"))
    assert len(names(former, findings(2, ("the president", "unnamed", None)))) == 2
    director = findings(5, ("Tam Arle", "person", "director"))
    assert len(names(director, findings(2, ("the director", "unnamed", None)))) == 2


def test_a_friend_of_the_president_is_no_president() -> None:
    friend = findings(1, ("Sergo Rold", "person", "a lifelong friend of Norvalian President Per Quill"))
    assert len(names(friend, findings(2, ("the Norvalian president", "unnamed", None)))) == 2


def test_a_role_that_two_people_have_joins_nobody() -> None:
    found = names(
        findings(1, ("Ellen Brandt", "person", "Harrow mayor"), ("Jo Vale", "person", "former Harrow mayor")),
        findings(2, ("The Harrow mayor", "unnamed", None)),
    )
    assert ("The Harrow mayor",) in found


@pytest.mark.parametrize(
    ("left", "asked", "joined"),
    [
        ("2031-05-02", "2031-05-09", True),
        ("2031-05-09", "2031-05-09", True),
        ("2031-05-09", "2031-05-02", False),
        (None, "2031-05-02", False),
    ],
)
def test_who_holds_an_office_no_more_by_the_day_of_an_article_is_not_meant_by_it(
    left: str | None, asked: str | None, *, joined: bool
) -> None:
    told = findings(1, ("Ellen Brandt", "person", "Harrow mayor"), ("Jo Vale", "person", "former Harrow mayor"))
    told = replace(told, article=replace(told.article, published=left))
    asking = findings(2, ("The Harrow mayor", "unnamed", None))
    found = names(told, replace(asking, article=replace(asking.article, published=asked)))
    assert (("Ellen Brandt", "The Harrow mayor") in found) is joined


def test_sources_without_a_name_are_never_joined() -> None:
    assert len(names(findings(1, ("a nurse", "unnamed", None)), findings(2, ("a nurse", "unnamed", None)))) == 2


def test_reports_without_a_name_are_two_documents() -> None:
    assert len(names(findings(1, ("the report", "document", None)), findings(2, ("the report", "document", None)))) == 2


def test_bodies_of_one_name_are_one_source_with_or_without_article() -> None:
    assert (
        len(names(findings(1, ("the Harbour Office", "body", None)), findings(2, ("Harbour Office", "body", None))))
        == 1
    )


def test_first_letters_stand_for_the_one_name_that_spells_them() -> None:
    found = names(findings(1, ("Coastal Rescue League", "body", None)), findings(2, ("CRL", "body", None)))
    assert found == [("Coastal Rescue League", "CRL")]


def test_an_alias_decides_before_any_rule() -> None:
    found = names(
        findings(1, ("Ellen Brandt", "person", None)),
        findings(2, ("the boss", "unnamed", None)),
        aliases={"the boss": "Ellen Brandt"},
    )
    assert found == [("Ellen Brandt", "the boss")]


def test_the_order_of_articles_changes_nothing() -> None:
    articles = (
        findings(1, ("Ellen Brandt", "person", "mayor")),
        findings(2, ("Brandt", "person", None), ("police", "body", None)),
        findings(3, ("E. Brandt", "person", None), ("Police", "body", None)),
    )
    assert join_sources(articles)[0] == join_sources(articles[::-1])[0]


def test_findings_name_the_joined_source_everywhere() -> None:
    joined, rewritten = join_sources(
        (findings(1, ("Brandt", "person", None)), findings(2, ("Ellen Brandt", "person", None)))
    )
    (source,) = joined
    assert all(s.source == source.id and s.marks[0].by == source.id for each in rewritten for s in each.statements)
    assert [each.sources for each in rewritten] == [(source,), (source,)]
    assert len(source.mentions) == 2


def test_every_join_says_why() -> None:
    (source,), _ = join_sources(
        (findings(1, ("Brandt", "person", None)), findings(2, ("Ellen Brandt", "person", None)))
    )
    assert "surname" in source.join_reason


def test_no_articles_give_no_sources() -> None:
    assert join_sources(()) == ((), ())


def test_who_relays_words_is_a_joined_source_too() -> None:
    one = article("The Velm Courier quoted a ferry pilot, Oda Brink, as saying that the buoy was gone.")
    sources, findings = join_sources((extract(one, parsed(one)),))
    relayed = [statement.via for statement in findings[0].statements if statement.via]
    assert [source.name for source in sources if source.id in relayed] == ["The Velm Courier"]


def counted(*texts: str) -> int:
    """How many sources the articles of these texts have."""
    found = tuple(
        extract(one, parsed(one))
        for one in (article(text, outlet=f"o{number}.example") for number, text in enumerate(texts))
    )
    return len(join_sources(found)[0])


OFFICIALS = "Two officials who asked not to be named said that the weir would be closed on Friday."


def test_copies_of_one_sentence_have_one_nameless_source() -> None:
    assert counted("A grey morning.\n" + OFFICIALS, "Rain fell.\n" + OFFICIALS) == 1


def test_nameless_sources_of_two_sentences_are_two() -> None:
    other = "Two officials who asked not to be named said that the lock would be opened on Sunday."
    assert counted("A grey morning.\n" + OFFICIALS, "Rain fell.\n" + other) == 2


def test_few_words_may_be_the_same_by_chance() -> None:
    assert counted("A grey morning.\nTwo officials said it rained.", "Rain fell.\nTwo officials said it rained.") == 2


@pytest.mark.parametrize(("apart", "count"), [((), 1), (("Two officials",), 2), (("Two clerks",), 1)])
def test_whom_a_person_set_apart_no_copied_sentence_joins(apart: tuple[str, ...], count: int) -> None:
    told = [
        (replace(found, article=replace(found.article, text=OFFICIALS), statements=statements), found.sources[0])
        for found in (findings(1, ("Two officials", "unnamed", None)), findings(2, ("officials", "unnamed", None)))
        for statements in [tuple(replace(one, start=0, end=len(OFFICIALS)) for one in found.statements)]
    ]
    groups = [Group(name=source.name, kind=source.kind, members=[source], named=False) for _, source in told]
    by_hand = frozenset(name_key(name, "en") for name in apart)
    assert len(join_copied(groups, [found for found, _ in told], by_hand, "en")) == count
