"""Which pronoun the text itself uses for somebody, where neither title nor given name tells."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.extract.entities.mentions import Mention
from twosource.extract.entities.people import Person
from twosource.language import Document
from twosource.language.words_names import Gender
from twosource.language.words_sources import SourceNounWords


def with_genders(
    people: Sequence[Person], mentions: Sequence[Mention], document: Document, quoted: Callable[[int], bool]
) -> list[Mention]:
    """The mentions, each of a person with the gender that role or pronouns tell; the people get theirs too.

    A pronoun tells where it follows, in one sentence and outside of quotation marks, the only person who is spoken of
    there. Where both pronouns do so for one person, nothing is told. The gender of ``people``, by key, is set where it
    was not known; ``quoted`` says whether a place stands in quotation marks.
    """
    nouns = document.lexicon.source_nouns
    told: dict[int, Counter[Gender]] = defaultdict(Counter)
    for person, gender in _by_pronoun(mentions, document, quoted):
        told[person][gender] += 1
    for one in people:
        seen = told.get(one.key, Counter())
        called: Gender = next(iter(seen)) if len(seen) == 1 else ""
        if not one.gender:
            one.gender = _by_role(one, nouns) or called
    return [_as_known(mention, people) for mention in mentions]


def _as_known(mention: Mention, people: Sequence[Person]) -> Mention:
    person = None if mention.person is None else people[mention.person]
    return mention if person is None or person.gender == mention.gender else replace(mention, gender=person.gender)


def _by_role(one: Person, nouns: SourceNounWords) -> Gender:
    """The gender of a role's noun ("his mother", "a spokeswoman"); "" where roles tell none, or both."""
    found = {nouns.gender_of(role.lower().rsplit(maxsplit=1)[-1]) for role in one.roles if role.strip()} - {""}
    return found.pop() if len(found) == 1 else ""


def _by_pronoun(
    mentions: Sequence[Mention], document: Document, quoted: Callable[[int], bool]
) -> Iterator[tuple[int, Gender]]:
    """The person and the gender of each pronoun that can only mean that person."""
    pronouns = document.lexicon.pronouns
    for first, *others in _spoken_of(mentions):
        tree = document.trees[first.block]
        alone = all((other.person, other.noun) == (first.person, first.noun) for other in others)
        if alone and first.person is not None and first.subject:
            behind = (row for row in range(first.row + 1, tree.sentence(first.row)[1]) if not quoted(tree.starts[row]))
            # A sentence tells once: "he ... his" in it are one man, and he may be another.
            for gender in sorted({pronouns.gender_of(tree.lowered[row]) for row in behind} - {""}):
                yield first.person, gender


def _spoken_of(mentions: Sequence[Mention]) -> Iterable[list[Mention]]:
    """The mentions of single people in each sentence that has some outside of quotation marks."""
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if not mention.thing and not mention.plural and not mention.quoted:
            by_sentence[mention.sentence].append(mention)
    return by_sentence.values()
