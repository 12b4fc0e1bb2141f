"""People whom the words around a name tell, whatever the parser calls them: "the executive Ada Holm", "Holm said"."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from twosource.extract.entities.person_name_rows import are_letters_behind, behind_noun, joins
from twosource.language import labels
from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.language.tree import Parsed, Tree
from twosource.text.carriers import is_outlet_name
from twosource.text.names import fold

_FULL: Final = 2  # words of a full name
_LONGEST: Final = 3  # words


def told_as_people(tree: Tree, alone: frozenset[str]) -> Iterator[range]:
    """Names of two or three words that only a person can bear.

    They stand in apposition to an office or to kin ("the chief executive, Ada Holm", "his aunt, Teresa Holm") or before one
    ("Ada Holm, a shopkeeper, said"), right behind a noun of people ("the former executive Ada Holm"), or say something and are shortened to their last word where they
    say something again ("Ada Holm said", "Holm said"); ``alone`` is what ``surnames_that_speak`` gave for the article.
    """
    for row, tag in enumerate(tree.tags):
        if tag not in labels.NAME_TAGS or tree.deps[row] == labels.COMPOUND:
            continue
        if are_letters_behind(tree, row):
            yield from _before_letters(tree, row)
            continue
        rows = _name_up_to(tree, row)
        whole = _FULL <= _counted(tree, rows) <= _LONGEST and _is_told(tree, rows, alone)
        single = _behind_kin(tree, rows) or _goes_on_as_one(tree, rows)
        if (whole or single) and _may_be_a_person(tree, rows):
            yield rows


def _name_up_to(tree: Tree, row: int) -> range:
    """The run of proper nouns that ends at ``row`` and hangs from it, titles left out."""
    first = row
    while (
        first and tree.heads[first - 1] == row and (tree.tags[first - 1] in labels.NAME_TAGS or joins(tree, first - 1))
    ):
        first -= 1
    titles = tree.lexicon.names.titles
    while first < row and fold(tree.words[first]) in titles:
        first += 1
    return behind_noun(tree, range(first, row + 1))


def _before_letters(tree: Tree, row: int) -> Iterator[range]:
    """The two or three words with a given name at their head that run into letters behind a name: "*Ada Holm* KC"."""
    first = row
    while first and row - first < _LONGEST and tree.tags[first - 1] in labels.NAME_TAGS:
        first -= 1
    rows = behind_noun(tree, range(first, row))
    if len(rows) >= _FULL and tree.lexicon.names.is_given(fold(tree.words[rows[0]])):
        yield rows


def _counted(tree: Tree, rows: range) -> int:
    """How many words a name has, its particles left out ("Ada van der Holm"); two with a hyphen are one."""
    return sum(-1 if joins(tree, row) else not tree.words[row].islower() for row in rows)


def _may_be_a_person(tree: Tree, rows: range) -> bool:
    small = {"-", *tree.lexicon.names.particles}
    words = [tree.words[row] for row in rows if tree.words[row] not in small]
    while len(words) > 1 and _is_initial(words[0]):  # "K. P. Mallender"
        words.pop(0)
    if any(not word[0].isupper() or word.isupper() or any(letter.isdigit() for letter in word) for word in words):
        return False
    whole, lexicon = " ".join(words), tree.lexicon
    if is_outlet_name(whole, lexicon.code):
        return False
    return not bears_a_body(whole, lexicon) and not bears_a_body(f"x {words[0]}", lexicon)


def _is_initial(word: str) -> bool:
    """Whether a word is the first letter of a given name ("K.") or the letters of several ("K.P.")."""
    letters = word.split(".")
    return letters[-1] == "" and all(len(letter) == 1 and letter.isupper() for letter in letters[:-1])


def bears_a_body(name: str, lexicon: Lexicon) -> bool:
    """Whether the last word of a name is that of a body or an outlet ("Norvale Police"); "Jessica Church" is a person."""
    first, last = fold(name.split(maxsplit=1)[0]), name.lower().rsplit(maxsplit=1)[-1]
    if lexicon.names.is_given(first):
        return last in lexicon.source_nouns.no_surnames
    return lexicon.source_nouns.kind_of(last) in {"body", "outlet", "document"}


def _is_told(tree: Tree, rows: range, alone: frozenset[str]) -> bool:
    if any(rule(tree, rows) for rule in _TELLING):
        return True
    return tree.words[rows[-1]] in alone and _speaks(tree, rows[-1])


def _behind_an_age(tree: Tree, rows: range) -> bool:
    """Whether an age stands before a name: "five-year-old Ada Holm"."""
    row = rows[0] - 1
    aged = tree.deps[row] == labels.ADJECTIVAL and tree.lowered[row] in tree.lexicon.ages.old_forms
    return rows[0] > 0 and aged and tree.heads[row] == rows[-1]


def _goes_on_as_he(tree: Tree, rows: range) -> bool:
    """Whether a name alone says something, and the next sentence begins with "he" or "she"."""
    name, behind = rows[-1], tree.sentence(rows[0])[1]
    goes_on = behind < len(tree) and tree.deps[behind] == labels.NOMINAL_SUBJECT
    told = goes_on and tree.lowered[behind] in tree.lexicon.pronouns.of_one
    return told and _speaks(tree, name) and tree.lefts[name] == rows[0]


def _beside_a_noun(tree: Tree, rows: range) -> bool:
    """Whether a name stands behind a comma in apposition to one person's office or kin."""
    words, noun = tree.lexicon.source_nouns, tree.heads[rows[-1]]
    behind_comma = tree.deps[rows[-1]] == labels.APPOSITION and tree.word(rows[0] - 1) == ","
    if not behind_comma or tree.tags[noun] != labels.SINGULAR_NOUN:
        return False
    owned = tree.child(noun, labels.OWNER) is not None  # "its manager, Ada Holm"
    bodies = words.office_of_bodies - words.head_of_body if owned else words.office_of_bodies
    return tree.lemmas[noun] in (words.office | words.kin | words.male | words.female) - bodies


def _before_a_noun(tree: Tree, rows: range) -> bool:
    """Whether a subject is told to be somebody right behind a comma ("Ada Holm, a local shopkeeper, said").

    What a body may be as well ("the head of") tells only where the sentence goes on with "he" or "she".
    """
    name = rows[-1]
    if tree.deps[name] not in labels.NOMINAL_SUBJECTS or tree.word(name + 1) != ",":
        return False
    beside = (child for child in tree.children[name] if child > name and tree.deps[child] == labels.APPOSITION)
    small = [child for child in beside if is_small_noun(tree, child)]
    if any(not tree.lexicon.ages.old_forms.isdisjoint(tree.lowered[tree.lefts[child] : child]) for child in small):
        return True  # "a 44-year-old weaver"
    nouns = (tree.lemmas[child] for child in small)
    words = tree.lexicon.source_nouns
    of_bodies = frozenset[str]() if _one_goes_on(tree, name) else words.office_of_bodies
    return any(words.kind_of(noun) == "unnamed" and noun not in of_bodies for noun in nouns)


def _one_goes_on(tree: Tree, row: int) -> bool:
    """Whether the sentence goes on behind a word with "he", "she", or "his"."""
    behind = tree.lowered[row : tree.sentence(row)[1]]
    return not tree.lexicon.pronouns.of_one.isdisjoint(behind)


def _goes_on_as_one(tree: Tree, rows: range) -> bool:
    """Whether a single name is told to be somebody, and the sentence goes on with "he" or "she"."""
    return len(rows) == 1 and _before_a_noun(tree, rows) and _one_goes_on(tree, rows[-1])


def _behind_a_noun(tree: Tree, rows: range) -> bool:
    """Whether a noun of people runs into a name ("the former executive Ada Holm"), in small letters but at a sentence's head."""
    before = rows[0] - 1
    if before < 0 or not (is_small_noun(tree, before) or before == tree.sentence(before)[0]):
        return False
    words, noun = tree.lexicon.source_nouns, tree.words[before].lower()
    told = tree.lexicon.names.is_given(fold(tree.words[rows[0]])) or fold(tree.word(before - 1)) in words.led
    of_body = noun in words.office_of_bodies and not told
    if words.kind_of(noun) != "unnamed" or of_body or noun in words.always_several:
        return False
    return rows[-1] in {tree.heads[before], *(c for c in tree.children[before] if tree.deps[c] == labels.APPOSITION)}


def _behind_an_office(tree: Tree, rows: range) -> bool:
    """Whether a name that begins with a given name stands behind an office and what it is of."""
    return tree.lexicon.names.is_given(fold(tree.words[rows[0]])) and office_before(tree, rows[0]) is not None


def office_before(tree: Tree, first: int) -> int | None:
    """The office before a name that begins at ``first``, with what it is of in between: "*chair* of trustees Ada Hollin"; None for none."""
    noun = of = first - 1
    while of > 0 and tree.words[of].islower() and tree.deps[of] != labels.PREPOSITION:
        of -= 1
    office = tree.heads[of]
    told = 0 < of < noun and tree.pos[noun] == labels.NOUN and tree.words[of].islower()
    beside = told and tree.deps[of] == labels.PREPOSITION and office == of - 1
    return office if beside and tree.lemmas[office] in tree.lexicon.source_nouns.office else None


_TELLING: Final = (
    _beside_a_noun, _behind_a_noun, _before_a_noun, _behind_an_office, _behind_an_age, _goes_on_as_he,
)  # fmt: skip


def _behind_kin(tree: Tree, rows: range) -> bool:
    """Whether a single name runs on from somebody's kin ("her father Bren", "her father, Bren, said")."""
    words = tree.lexicon.source_nouns
    noun = rows[0] - 1 - (tree.word(rows[0] - 1) == "," == tree.word(rows[-1] + 1))
    kin = len(rows) == 1 and tree.lemma(noun) in words.kin & (words.male | words.female)
    if not kin or rows[0] not in {tree.heads[noun], *tree.children[noun]} or not is_small_noun(tree, noun):
        return False
    return any(tree.deps[row] == labels.OWNER for row in range(max(0, noun - 3), noun))


def is_small_noun(tree: Tree, row: int) -> bool:
    """Whether a row is a singular noun in small letters; none before the first is."""
    return tree.form(row) == labels.SINGULAR_NOUN and tree.words[row][0].islower()


@cache
def _sayings(language: str) -> frozenset[str]:
    words = lexicon_of(language).quotation_shapes
    return words.saying_before - words.said_of_names


def _speaks(tree: Tree, row: int) -> bool:
    return tree.deps[row] in labels.NOMINAL_SUBJECTS and tree.lemmas[tree.heads[row]] in _sayings(tree.language)


def surnames_that_speak(parsed: Parsed) -> frozenset[str]:
    """Single names that say something in an article."""
    found: Counter[str] = Counter()
    for _, tree in parsed.blocks:
        speaking = (row for row, tag in enumerate(tree.tags) if tag in labels.NAME_TAGS and _speaks(tree, row))
        found.update(tree.words[row] for row in speaking if tree.lefts[row] == row == tree.rights[row])
    return frozenset(name for name in found if len(name) > _FULL and not name.isupper())
