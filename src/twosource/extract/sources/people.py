"""People by name: which words of an article name a person, and which names are one person's."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from twosource.text.names import Gender, Name, fold, levelled, read_name, same_person, without_titles
from twosource.text.resources import load
from twosource.text.tree import Entity, Parsed, Tree

_PROPER = frozenset({"NNP", "NNPS"})
_MOST_OF_A_NAME = 100  # people whose surnames begin alike; an article with more is a list
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_FULL = 2  # words of a full name
_LONGEST_AGE = 3  # digits
_ENDINGS = "\"'“”‘’`,.;: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that names a person: block, rows of its tree, the words without possessive ending, the name."""

    block: int
    rows: range
    text: str
    name: Name


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody with a name: the fullest name, all forms met, roles as worded, and why the forms were joined."""

    key: int
    name: Name
    text: str
    forms: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: Gender = ""
    reason: str = ""


def named_in(text: str, parsed: Parsed) -> list[Named]:
    """All places that name a person, in text order.

    The parser's label is not taken for granted: a name that it mostly calls something else is not a person's, and
    a surname that it once calls a person's is one everywhere.
    """
    labels: dict[str, Counter[bool]] = defaultdict(Counter)
    titled: set[str] = set()
    for tree in parsed.trees:
        for entity in tree.entities if tree else ():
            if tree is not None:
                rows = _rows_of(tree, entity)
                name = read_name(tree.span(rows[0], rows[-1]).of(text)) if rows else Name()
                labels[_label_key(name)][entity.label == "PERSON" and not _after_article(tree, entity.first, name)] += 1
                if rows and (_has_title(name) or _title_before(tree, rows[0]) or _has_age(tree, rows)):
                    titled.add(_label_key(name))
    people = {key for key, seen in labels.items() if key and seen[True] and seen[True] >= seen[False]}
    people |= titled - {""}
    surnames = {key.split()[-1] for key in people if " " in key}
    givens = {key.split()[0] for key in people if " " in key}
    found = [
        one
        for block, tree in enumerate(parsed.trees)
        if tree is not None
        for one in _in_tree(text, tree, block, people, surnames, givens)
    ]
    return sorted(found, key=lambda one: (one.block, one.rows.start))


def _has_title(name: Name) -> bool:
    return bool(set(name.titles) & _titles())


def _after_article(tree: Tree, row: int, name: Name) -> bool:
    """Whether "the" stands right before a name without a title: a paper's or a band's, not a person's."""
    before = row if tree.words[row].lower() == "the" else row - 1
    if before < 0 or tree.words[before].lower() != "the" or name.titles:
        return False
    return tree.deps[tree.heads[before]] not in {"compound", "poss"}  # "the Hollin plan"


def _has_age(tree: Tree, rows: range) -> bool:
    """Whether an age stands behind a name of two words or more ("Maud Hollin, 71,")."""
    behind = rows[-1] + 1
    if len(rows) < _FULL or behind + 1 >= len(tree) or tree.words[behind] != ",":
        return False
    age, after = tree.words[behind + 1], tree.words[behind + 2] if behind + 2 < len(tree) else ","
    return age.isdecimal() and len(age) <= _LONGEST_AGE and after in {",", ".", ";", ")"}


def _title_before(tree: Tree, row: int) -> bool:
    """Whether the word before a name is a title that it runs on from."""
    return row > 0 and tree.words[row - 1][:1].isupper() and fold(tree.words[row - 1]) in _titles()


@cache
def _titles() -> frozenset[str]:
    """Titles that only people bear: party and office names that also stand before other names are left out."""
    lists = load("names")
    return frozenset(lists["titles"]) - frozenset(lists["loose_titles"])


def _label_key(name: Name) -> str:
    return f"{' '.join(name.given)} {name.surname}".strip()


def _in_tree(
    text: str, tree: Tree, block: int, people: set[str], surnames: set[str], givens: set[str]
) -> Iterator[Named]:
    taken: set[int] = set()
    for entity in tree.entities:
        rows = _rows_of(tree, entity)
        if entity.label != "PERSON" or not rows:
            continue
        words = _clean(tree.span(rows[0], rows[-1]).of(text))
        name = read_name(words)
        if name.surname and (_label_key(name) in people or name.surname in surnames):
            taken.update(rows)
            yield Named(block=block, rows=rows, text=words, name=name)
    for rows in _capital_runs(tree, taken, people, surnames):
        words = _clean(tree.span(rows[0], rows[-1]).of(text))
        name = read_name(words)
        known = _label_key(name) in people if name.given else name.surname in surnames or name.surname in people
        known = known or (not name.given and name.surname in givens and _acts(tree, rows))
        if name.surname and (
            known or _follows_title(tree, rows, name) or _says(tree, rows, name) or _has_age(tree, rows)
        ):
            yield Named(block=block, rows=rows, text=words, name=name)


def _rows_of(tree: Tree, entity: Entity) -> range:
    """The rows of a name; with the given name before it that the parser left out, where an age says it is a person's."""
    rows = _trimmed(tree, entity.first, entity.last)
    if any(tree.tags[row] == "POS" for row in rows):
        return range(0)  # "the Sheriff's Office"
    before = entity.first - 1
    if _is_cut_off(tree, rows):
        return range(before, rows.stop)
    if len(rows) == 1 and before >= 0 and tree.tags[before] in _PROPER and tree.heads[before] == rows[0]:
        wider = range(before, rows.stop)
        return wider if fold(tree.words[before]) not in _titles() and _has_age(tree, wider) else rows
    return rows


def _is_cut_off(tree: Tree, rows: range) -> bool:
    """Whether a name is a surname and "Jr.", and the given name stands right before it."""
    if len(rows) != _FULL or rows[0] == 0:
        return False
    name, before = read_name(" ".join(tree.words[row] for row in rows)), rows[0] - 1
    named = bool(name.suffix) and not name.given
    return named and tree.tags[before] in _PROPER and fold(tree.words[before]) not in _titles()


def _trimmed(tree: Tree, first: int, last: int) -> range:
    """The rows of a name without a possessive ending and without marks at its ends."""
    while last > first and (tree.tags[last - 1] == "POS" or not tree.words[last - 1][0].isalnum()):
        last -= 1
    while last > first and (not tree.words[first][0].isalnum() or tree.pos[first] in {"PRON", "DET"}):
        first += 1
    return range(first, last)


def _clean(words: str) -> str:
    return " ".join(words.split()).strip(_ENDINGS).removesuffix("'s").removesuffix("’s")


def _is_noun(tree: Tree, row: int) -> bool:
    """Whether a word is tagged as a noun that stands for itself: a surname that the parser does not know as one."""
    named_first = row + 1 < len(tree) and tree.words[row + 1] == ":"
    return tree.pos[row] == "NOUN" and (named_first or tree.deps[row] in {"nsubj", "nsubjpass", "poss"})


def _capital_runs(tree: Tree, taken: set[int], people: set[str], surnames: set[str]) -> Iterator[range]:
    """Runs of proper nouns, or of capitalised words that name a person elsewhere, that no person's name holds."""
    start = -1
    for row in range(len(tree) + 1):
        inside = row < len(tree) and row not in taken
        inside = inside and (
            tree.tags[row] in _PROPER
            or (tree.words[row].istitle() and fold(tree.words[row]) in people)
            or (tree.words[row].istitle() and _is_noun(tree, row) and fold(tree.words[row]) in surnames)
        )
        if inside and start < 0:
            start = row
        elif not inside and start >= 0:
            yield range(start, row)
            start = -1


def _follows_title(tree: Tree, rows: range, name: Name) -> bool:
    """Whether a run is a title and a name with a given name that is known as one."""
    titled = _has_title(name) or _title_before(tree, rows[0])
    return titled and bool(name.given) and _gender_known(name.given[0])


def _says(tree: Tree, rows: range, name: Name) -> bool:
    """Whether a run with a known given name is the subject of a verb of saying: the parser took it for a place."""
    head = next((row for row in rows if tree.heads[row] not in rows), rows[-1])
    verb = tree.lemmas[tree.heads[head]]
    given = bool(name.given) and len(name.given) == 1 and bool(_gender_known(name.given[0]))
    return given and tree.deps[head] == "nsubj" and verb in load("quotation_shapes")["saying_before"]


def _acts(tree: Tree, rows: range) -> bool:
    """Whether a name is the subject of a verb and no place: who was named in full may be called by the given name."""
    entity = tree.entity_at.get(rows[0])
    return tree.deps[rows[-1]] == "nsubj" and (entity is None or entity.label not in _PLACES)


def _gender_known(given: str) -> bool:
    lists = load("names")
    return given in lists["male"] or given in lists["female"]


def _bucket(name: Name) -> str:
    """The first letters of the surname as they are compared: only these people can be one."""
    return levelled(name.surname)[:3]


class Register:
    """People by the first letters of the surname, in order of their first full name."""

    def __init__(self) -> None:
        """Start with nobody."""
        self.people: list[Person] = []
        self._near: dict[str, list[Person]] = defaultdict(list)
        self._given: dict[str, list[Person]] = defaultdict(list)
        self._last_full: dict[int, int] = {}
        self._by_form: dict[str, list[Person]] = defaultdict(list)

    def full(self, one: Named) -> None:
        """Note a name with a given name; all of them are noted before any bare surname is settled."""
        if one.name.given and len(self._by_form.get(one.text, ())) == 1:
            return
        fitting = self._fitting(one.name)
        if len(fitting) == 1:
            self._add(fitting[0][0], one, fitting[0][1])
        elif not fitting:
            self._new(one)

    def settle(self, one: Named) -> Person:
        """The person whom a name means here."""
        known = self._by_form.get(one.text, ()) if one.name.given else ()
        fitting = [(known[0], known[0].reason)] if len(known) == 1 else self._fitting(one.name)
        if not one.name.given and not fitting:
            given = self._given.get(one.name.surname, [])
            fitting = [(given[0], "the given name of one person only")] if len(given) == 1 else []
        if len(fitting) > 1:
            fitting = self._nearest(one, fitting)
            if not fitting:
                return self._new(one, "more than one person here bears this surname")
        if not fitting:
            return self._new(one)
        person, reason = fitting[0]
        self._add(person, one, reason)
        if one.name.given:
            self._last_full[person.key] = one.block
        return person

    def _fitting(self, name: Name) -> list[tuple[Person, str]]:
        near = self._near.get(_bucket(name), [])[:_MOST_OF_A_NAME]
        return [(person, reason) for person in near if (reason := same_person(person.name, name))]

    def _nearest(self, one: Named, fitting: list[tuple[Person, str]]) -> list[tuple[Person, str]]:
        exact = [pair for pair in fitting if pair[0].name == one.name or (one.name.given and one.text in pair[0].forms)]
        if len(exact) == 1:
            return exact
        near = [pair for pair in fitting if self._last_full.get(pair[0].key, -9) >= one.block - 1]
        return near if len(near) == 1 else []

    def _new(self, one: Named, reason: str = "") -> Person:
        person = Person(
            key=len(self.people),
            name=one.name,
            text=without_titles(one.text),
            forms=[one.text],
            gender=one.name.gender,
            reason=reason,
        )
        self.people.append(person)
        self._by_form[one.text].append(person)
        self._near[_bucket(one.name)].append(person)
        if one.name.given:
            self._given[fold(one.name.given[0])].append(person)
        return person

    def _add(self, person: Person, one: Named, reason: str) -> None:
        if one.text not in person.forms:
            person.forms.append(one.text)
            self._by_form[one.text].append(person)
            person.reason = person.reason or reason
        if len(one.name.given) > len(person.name.given):
            person.name, person.text = one.name, without_titles(one.text)
        person.gender = person.gender or one.name.gender
