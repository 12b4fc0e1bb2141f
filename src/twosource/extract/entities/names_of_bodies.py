"""Names that a parser takes for people's and the text shows to be a body's: "Halvard Grain, which has run the port"."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final

from twosource.extract.entities.names_in_context import is_small_noun, office_before
from twosource.language import labels
from twosource.language.tree import Tree
from twosource.text.names import Name, fold, read_name

_INITIAL: Final = 2  # letters; a shorter last part is a person's


@dataclass(frozen=True, slots=True)
class _Place:
    """One place of a name: its rows, the one that hangs from outside, the name as read, and how bodies of longer names begin."""

    tree: Tree
    rows: range
    head: int
    name: Name
    longer: Collection[str]

    @property
    def words(self) -> str:
        """The name as it stands."""
        return " ".join(self.tree.words[row] for row in self.rows)

    @property
    def is_given(self) -> bool:
        """Whether it begins with a name that people are given."""
        return self.tree.lexicon.names.is_given(fold(self.tree.words[self.rows[0]]))


def speaks_of_a_body(tree: Tree, rows: range, longer: Collection[str] = ()) -> bool:
    """Whether a name, or the words around it, tell that a body bears it: the one place where that is weighed.

    That it owns something tells nothing by itself: people and companies do. Of a name with a title nothing is asked.
    ``longer`` has the first words of the names of several words that the parser calls a body's.
    """
    name = read_name(" ".join(tree.words[row] for row in rows), tree.language)
    head = next((row for row in rows if tree.heads[row] not in rows), rows[-1])
    place = _Place(tree, rows, head, name, longer)
    return not name.titles and any(rule(place) for rule in _TOLD)


def _capital_inside(place: _Place) -> bool:
    """A capital stands inside of a word, behind more small letters than a family's name begins with ("CoinMarket", not "MacHolm")."""
    return len(place.rows) == 1 and bool(place.tree.lexicon.names.capital_inside.search(place.words))


def _owns_what_firms_own(place: _Place) -> bool:
    """What only a firm has stands behind it ("Halvard's shareholders"), or it is what somebody founded ("the founder of Halvard")."""
    tree, owned = place.tree, place.tree.lexicon.bodies.of_firms
    over = tree.heads[place.head]
    if tree.deps[place.head] == labels.PREPOSED:
        over = tree.heads[over] if tree.lemmas[over] in tree.lexicon.source_nouns.whose_office else over
    elif tree.deps[place.head] not in {labels.OWNER, labels.COMPOUND}:
        return False
    return not place.is_given and tree.lemmas[over] in owned


def _begins_a_body(place: _Place) -> bool:
    """The article names a body of which it is the first word ("Halvard Grain"), and nobody by it and a second word."""
    return len(place.rows) == 1 and not place.is_given and place.tree.words[place.rows[0]] in place.longer


def _which_behind(place: _Place) -> bool:
    """As in "Halvard, which has run the port"."""
    tree, comma = place.tree, place.rows.stop
    which = tree.word(comma) == "," and tree.word(comma + 1) in tree.lexicon.pronouns.of_things
    return which and tree.deps[place.head] in labels.NOMINAL_SUBJECTS


def _called_a_body(place: _Place) -> bool:
    """A noun of a body stands beside it or is said of it or of a work ("Halvard, a grain firm", "the label, Halvard")."""
    tree, head = place.tree, place.head
    over = tree.heads[head]
    if tree.deps[head] == labels.APPOSITION and tree.tags[over] == labels.SINGULAR_NOUN and not place.is_given:
        body = tree.lexicon.source_nouns.kind_of(tree.lemmas[over]) == "body"
        told = body or tree.lemmas[over] in tree.lexicon.names.works
        return told and over < head and tree.word(place.rows[0] - 1) == ","
    beside = [child for child in tree.children[head] if tree.deps[child] == labels.APPOSITION]
    if tree.deps[head] == labels.NOMINAL_SUBJECT and tree.lemmas[tree.heads[head]] in tree.lexicon.names.being:
        beside += [child for child in tree.children[tree.heads[head]] if tree.deps[child] == labels.ATTRIBUTE]
    return any(
        tree.lexicon.source_nouns.kind_of(tree.lemmas[row]) == "body"
        for row in beside
        if tree.tags[row] == labels.SINGULAR_NOUN
        if tree.lowered[tree.lefts[row]] in tree.lexicon.names.articles
    )


def _body_before(place: _Place) -> bool:
    """A noun of a body in small letters runs into a name that begins with no given name ("case maker Olix")."""
    tree, rows = place.tree, place.rows
    before = rows[0] - 1
    if place.is_given or not is_small_noun(tree, before):
        return False
    if office_before(tree, rows[0]) is not None and tree.lemmas[before] not in tree.lexicon.bodies.any_body:
        return False  # "superintendent of police Ada Holm"
    runs_into = tree.heads[before] == rows[-1] or tree.heads[rows[-1]] == before
    site = tree.lemmas[before] in tree.lexicon.outlets.sites
    return runs_into and (site or tree.lexicon.source_nouns.kind_of(tree.lemmas[before]) in {"body", "outlet"})


_TOLD: Final[tuple[Callable[[_Place], bool], ...]] = (
    _which_behind, _called_a_body, _body_before, _capital_inside, _owns_what_firms_own, _begins_a_body,
)  # fmt: skip


def named_after(keys: frozenset[str], surnames: frozenset[str]) -> Iterator[str]:
    """Names of two words whose first is the surname of somebody else: a house that bears its family's name."""
    for key in sorted(keys):
        first, *rest = key.split()
        if len(rest) == 1 and len(rest[0]) > _INITIAL and first in surnames and rest[0] != first:
            yield key
