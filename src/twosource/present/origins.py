"""The texts that articles go back to: which are worth a letter, what each is called, who carries it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from twosource.model import Origin, Passage
from twosource.present.index import Index
from twosource.text.carriers import names_itself
from twosource.text.prose import counted, listed

_NAMES = 4
_ALPHABET = 26


def shared_origins(index: Index) -> tuple[Origin, ...]:
    """Origins that stand behind several articles, or behind one that carries an agency's copy; the largest first.

    An agency's text on its own site, with no copy of it in the story, is nobody's but its own.
    """
    return tuple(one for one in index.origins if len(one.articles) > 1 or (one.via and carried(index, one)))


@lru_cache(maxsize=2)
def letters(index: Index) -> Mapping[str, str]:
    """A letter for each shared origin, by its id: A to Z, then A2 and on."""
    return {one.id: _letter(place) for place, one in enumerate(shared_origins(index))}


def letter_of(index: Index, article: str) -> str:
    """The letter of an article's origin; empty where it shares none."""
    origin = index.origin_of.get(article)
    return letters(index).get(origin.id, "") if origin else ""


def origin_name(index: Index, origin: Origin) -> str:
    """What to call a shared origin: the newsroom, the agency, or the outlet that had it first; else the outlets that share it."""
    own = newsroom(index, origin)
    if own:
        return own
    if origin.via:
        return origin.via
    if origin.first and origin.first in index.articles:
        return index.articles[origin.first].outlet
    return listed([index.outlets[name] for name in index.articles if name in origin.articles], _NAMES)


def relation_to(index: Index, origin: Origin) -> str:
    """How an article of a shared origin stands to it: "goes back to a.example", "shared by …; first not known"."""
    name = origin_name(index, origin)
    if newsroom(index, origin):
        return f"one of {counted(len(origin.articles), 'text')} of {name}"
    return f"goes back to {name}" if origin.known else f"shared by {name}; first not known"


def newsroom(index: Index, origin: Origin) -> str:
    """The outlet of which a text's articles all are, where it is not another's copy; "" for any other."""
    outlets = {one.outlet for one in index.articles.values() if one.id in origin.articles}
    alone = outlets.pop() if len(outlets) == 1 else ""
    return alone if alone and (not origin.via or names_itself(origin.via, alone, index.language)) else ""


def carried(index: Index, origin: Origin) -> list[str]:
    """Ids of the articles that stand elsewhere than on the site of the outlet that their text goes back to."""
    head = origin_name(index, origin)
    articles = [index.articles[name] for name in index.articles if name in origin.articles]
    return [one.id for one in articles if one.outlet != head and not names_itself(head, one.outlet, one.language)]


def _letter(place: int) -> str:
    again = str(place // _ALPHABET + 1) if place >= _ALPHABET else ""
    return chr(ord("A") + place % _ALPHABET) + again


def set_aside(index: Index) -> list[tuple[Passage, ...]]:
    """What may be one statement's or release's words, which articles of different origins print: the passages of each two, the most words first."""
    between: defaultdict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in index.story.passages:
        one, other = (place.article for place in passage.spans)
        apart = index.origin_of.get(one) is not index.origin_of.get(other)
        if passage.kind == "release" and not passage.rejected and apart:
            between[one, other].append(passage)
    return sorted(map(tuple, between.values()), key=lambda held: (-words_in(held), held[0].id))


def words_in(passages: Iterable[Passage]) -> int:
    """How many words the passages of two articles have."""
    return sum(passage.words for passage in passages)
