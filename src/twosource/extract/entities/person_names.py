"""Which words of an article name a person."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.extract.entities.names_in_context import bears_a_body, surnames_that_speak, told_as_people
from twosource.extract.entities.names_of_bodies import named_after, speaks_of_a_body
from twosource.extract.entities.nicknames import nicknamed
from twosource.language.resources import load
from twosource.language.tree import Entity, Parsed, Tree
from twosource.text.carriers import is_outlet_name
from twosource.text.names import Name, fold, read_name

_PROPER = frozenset({"NNP", "NNPS"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_FULL = 2  # words of a full name
_LONGEST_FULL = 3  # words of one with two surnames
_LONGEST_AGE = 3  # digits
_ENDINGS = "\"'“”‘’`,.;: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that names a person: block, rows of its tree, the words without possessive ending, the name."""

    block: int
    rows: range
    text: str
    name: Name


def named_in(text: str, parsed: Parsed) -> list[Named]:
    """All places that name a person, in text order.

    The parser's label is not taken for granted: a name that it mostly calls something else is not a person's, and
    a surname that it once calls a person's is one everywhere.
    """
    labels: dict[str, Counter[bool]] = defaultdict(Counter)
    titled: set[str] = set()
    outlets: set[str] = set()
    for tree in parsed.trees:
        for entity in tree.entities if tree else ():
            if tree is not None:
                rows = _rows_of(tree, entity)
                name = read_name(tree.span(rows[0], rows[-1]).of(text)) if rows else Name()
                labels[_label_key(name)][entity.label == "PERSON" and not _after_article(tree, entity.first, name)] += 1
                if rows and is_outlet_name(words := tree.span(rows[0], rows[-1]).of(text)) and not _given_known(name):
                    outlets.add(_label_key(read_name(words)))
                if rows and (_has_title(name) or _title_before(tree, rows[0]) or _has_age(tree, rows)):
                    titled.add(_label_key(name))
    people = {key for key, seen in labels.items() if key and seen[True] and seen[True] >= seen[False]}
    people |= titled - {""}
    certain = _made_certain(text, parsed)
    people |= (special := {key for rows in certain.values() for _, key in rows if key})
    people -= (_bodies(text, parsed, people) | outlets) - titled - special
    people -= {key for key in people if _is_no_name(key) or (" " not in key and _is_place(text, key))}
    surnames = {key.split()[-1] for key in people if " " in key}
    givens = {key.split()[0] for key in people if " " in key} | _first_surnames(people)
    found = [
        one
        for block, tree in enumerate(parsed.trees)
        if tree is not None
        for one in _in_tree(text, tree, block, people, surnames, givens, [rows for rows, _ in certain.get(block, ())])
    ]
    return sorted(found, key=lambda one: (one.block, one.rows.start))


def _first_surnames(people: set[str]) -> set[str]:
    """The second of three words of a name, where it is no given name: "Rodriguez" of "Zulay Rodriguez Lu"."""
    parts = [key.split() for key in people]
    return {
        words[1]
        for words in parts
        if len(words) == _LONGEST_FULL and len(words[1]) > _FULL and not _gender_known(words[1])
    }


def _made_certain(text: str, parsed: Parsed) -> dict[int, list[tuple[range, str]]]:
    """By block, people by their nickname, or by the words around the name, whatever the parser calls them; with their keys."""
    found: dict[int, list[tuple[range, str]]] = defaultdict(list)
    alone = surnames_that_speak(parsed)
    for block, tree in enumerate(parsed.trees):
        for rows in (*nicknamed(tree, text), *told_as_people(tree, alone)) if tree else ():
            if tree is not None:
                found[block].append((rows, _label_key(read_name(tree.span(rows[0], rows[-1]).of(text)))))
    return found


def _bodies(text: str, parsed: Parsed, people: set[str]) -> set[str]:
    """Keys of names that a body bears."""
    found: set[str] = set()
    for tree in parsed.trees:
        for entity in tree.entities if tree else ():
            rows = _rows_of(tree, entity) if tree is not None and entity.label == "PERSON" else range(0)
            if tree is not None and rows and speaks_of_a_body(tree, rows, text):
                found.add(_label_key(read_name(tree.span(rows[0], rows[-1]).of(text))))
    surnames = frozenset(key.split()[-1] for key in people if " " in key)
    unknown = frozenset(key for key in people if not _gender_known(key.split()[0]))
    return found | set(named_after(unknown, surnames))


def _is_no_name(key: str) -> bool:
    """Whether a name is a title alone, an outlet's, or ends in a word for a body ("Sgt", "NBC10", "Norvale Police")."""
    last = key.rsplit(maxsplit=1)[-1]
    return last in _titles() or any(letter.isdigit() for letter in key) or (" " in key and bears_a_body(key))


def _is_place(text: str, key: str) -> bool:
    """Whether a single name also stands before "County", "City" or "Street": it is a place's."""
    return (
        re.search(rf"\b{re.escape(key)} (?:county|city|township|street|parish|road|avenue)\b", text, re.IGNORECASE)
        is not None
    )


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
    text: str, tree: Tree, block: int, people: set[str], surnames: set[str], givens: set[str], certain: Sequence[range]
) -> Iterator[Named]:
    taken: set[int] = set()
    for rows in certain:
        words = _clean(tree.span(rows[0], rows[-1]).of(text))
        name = read_name(words)
        if not taken & set(rows) and _label_key(name) in people:
            taken.update(rows)
            yield Named(block=block, rows=rows, text=words, name=name)
    for rows in _with_hyphen(tree, surnames):
        if not taken & set(rows):
            taken.update(rows)
            words = _clean(tree.span(rows[0], rows[-1]).of(text))
            yield Named(block=block, rows=rows, text=words, name=read_name(words))
    for entity in tree.entities:
        rows = _rows_of(tree, entity)
        if entity.label != "PERSON" or not rows or taken & set(rows):
            continue
        words = _clean(tree.span(rows[0], rows[-1]).of(text))
        name = read_name(words)
        if name.surname and (_label_key(name) in people or name.surname in surnames):
            taken.update(rows)
            yield Named(block=block, rows=rows, text=words, name=name)
    for run in _capital_runs(tree, taken, people, surnames):
        rows = _behind_title(tree, _with_given(tree, run))
        words = _clean(tree.span(rows[0], rows[-1]).of(text))
        name = read_name(words)
        known = _label_key(name) in people if name.given else name.surname in surnames or name.surname in people
        known = known or (rows != run and name.surname in surnames | people)
        known = known or (not name.given and name.surname in givens and _acts(tree, rows))
        if name.surname and (
            known or _follows_title(tree, rows, name) or _says(tree, rows, name) or _has_age(tree, rows)
        ):
            yield Named(block=block, rows=rows, text=words, name=name)


def _with_hyphen(tree: Tree, surnames: set[str]) -> Iterator[range]:
    """Bare surnames of two parts, which the parser takes for three words and often for a firm's ("Quill-Marsh")."""
    for row in range(1, len(tree) - 1):
        joined = (
            tree.words[row] == "-" and tree.ends[row - 1] == tree.starts[row] and tree.ends[row] == tree.starts[row + 1]
        )
        before = tree.tags[row - 2] in _PROPER if row > 1 else False
        if joined and not before and f"{fold(tree.words[row - 1])}-{fold(tree.words[row + 1])}" in surnames:
            yield range(row - 1, row + 2)


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


def _with_given(tree: Tree, rows: range) -> range:
    """With the given name at the head of a sentence that the parser takes for a preposition ("Per Holm said")."""
    before, first = rows[0] - 1, tree.sentences[tree.sentence_of[rows[0]]][0]
    if before != first or len(rows) > 1 or tree.deps[rows[0]] not in {"nsubj", "nsubjpass"}:
        return rows
    lost = tree.deps[before] == "prep" and not tree.children[before] and tree.words[before].istitle()
    return range(before, rows.stop) if lost and len(tree.words[before]) > 1 else rows


def _behind_title(tree: Tree, rows: range) -> range:
    """Without what stands before a title inside of it, where a known given name follows: "Norvale Mayor Anna Brook"."""
    for row in range(rows.stop - _FULL, rows[0], -1):
        if fold(tree.words[row - 1]) in _titles() and _gender_known(fold(tree.words[row])) and row - 1 > rows[0]:
            return range(row - 1, rows.stop)
    return rows


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


def _given_known(name: Name) -> bool:
    return bool(name.given) and _gender_known(name.given[0])


def _gender_known(given: str) -> bool:
    lists = load("names")
    return given in lists["male"] or given in lists["female"]
