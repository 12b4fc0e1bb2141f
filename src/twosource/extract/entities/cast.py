"""Everybody whom an article mentions: people by name, gathered under all their names, and others by description."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from twosource.extract.entities.genders import with_genders
from twosource.extract.entities.mentions import Mention
from twosource.extract.entities.people import Person, Register
from twosource.extract.entities.person_names import Named, named_in
from twosource.extract.quotations import Quotation, Quoted
from twosource.language import Document, Lexicon, Tree, labels
from twosource.language.words_sources import SourceNounWords
from twosource.model import SourceKind, Span
from twosource.text.names import fold, read_name

_NO_MENTION = frozenset({labels.COMPOUND, labels.APPOSITION, labels.ATTRIBUTE, labels.NOUN_AS_ADVERB})
_ROLE_WORDS = frozenset({*labels.NOUNS, labels.ADJECTIVE})
_MARKS = ' ,;:-–—()"“”‘’„«»'
_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", '"', "“", "”"})
_BESIDE = frozenset({labels.APPOSITION, *labels.RELATIVE, labels.CONJUNCT})
_HEADINGS = frozenset({"headline", "subheading"})
_LONGEST_ROLE = 8  # words; longer is a clause


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who is in an article."""

    people: tuple[Person, ...]  # by key
    mentions: tuple[Mention, ...]  # all of them, in text order
    before: tuple[int, ...]  # for each block, how many sentences earlier blocks have
    language: str  # the code of the article's language
    # For each block what is read by itself with it, no pronoun reaching in or out: 0 the text, -1 headings, above 0 a caption.
    parts: tuple[int, ...] = ()
    # For a sentence's number, the pronouns that are subjects in it, in lower case.
    pronouns: Mapping[int, frozenset[str]] = field(default_factory=dict)
    # For a word that ends a name somewhere, what kind of name the parser mostly took it for.
    labelled: Mapping[str, str] = field(default_factory=dict)
    # Names that the parser takes for people's and the text shows to be a body's, folded.
    bodies: frozenset[str] = frozenset()
    # Words that stand somewhere in small letters.
    small: frozenset[str] = frozenset()

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each mention starts, in order."""
        return tuple(mention.at.start for mention in self.mentions)

    @cached_property
    def at(self) -> dict[tuple[int, int], Mention]:
        """Mentions by block and row."""
        return {(mention.block, mention.row): mention for mention in self.mentions}

    @cached_property
    def first(self) -> dict[int, Mention]:
        """The first mention of each named person."""
        return {mention.person: mention for mention in reversed(self.mentions) if mention.person is not None}

    def person_at(self, block: int, row: int) -> int | None:
        """The key of the person whom a row names; None where it names none."""
        mention = self.at.get((block, row))
        return None if mention is None else mention.person

    def sentence_at(self, document: Document, offset: int) -> int:
        """The number of the sentence that a place stands in, counted over all blocks; 0 outside of all."""
        sentence = document.sentence_at(offset)
        return 0 if sentence is None else self.before[sentence.block] + sentence.index

    def namesake(self, name: str) -> Mention | None:
        """The first mention of the one person who has a name's surname, if the given name is not another."""
        read = read_name(name, self.language)
        bearers = [person for person in self.people if person.name.surname == read.surname]
        if len(bearers) != 1 or (read.given and bearers[0].name.given and read.given != bearers[0].name.given):
            return None
        return self.first.get(bearers[0].key)

    def named_in(self, span: Span) -> list[Mention]:
        """Mentions of named people that lie in ``span``, or whose last words it is, in text order."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        cut = self.mentions[first - 1 : first] if first else ()
        found = [m for m in cut if m.person is not None and span.start < m.at.end <= span.end]
        return found + [m for m in self.mentions[first:last] if m.person is not None and m.at.end <= span.end]


def find_cast(document: Document, quotations: Sequence[Quotation]) -> Cast:
    """Gather the people of an article; nobody for one that names none.

    A bare surname belongs to the one person of that surname; where two bear it, to the one last named in full in
    the same or the paragraph before, else to nobody but itself.
    """
    before = (0, *accumulate(len(tree.sentences) for tree in document.trees))
    quoted, (found, bodies) = Quoted(quotations), named_in(document)
    register = Register()
    mentions = list(_people(document, found, register, before, quoted))
    taken = {(one.block, row) for one in found for row in one.rows}
    pronouns: dict[int, frozenset[str]] = {}
    for block, tree in document.parsed.blocks:
        described = _described(tree, block, before[block], quoted, document.lexicon.source_nouns)
        mentions.extend(mention for mention in described if (block, mention.row) not in taken)
        pronouns.update(_pronouns(tree, before[block], quoted))
    mentions.sort(key=lambda mention: (mention.at, mention.row))
    return Cast(
        people=tuple(register.people),
        mentions=tuple(with_genders(register.people, mentions, document, quoted)),
        before=before,
        language=document.lexicon.code,
        parts=tuple(_part(number, block.kind) for number, block in enumerate(document.article.blocks)),
        pronouns=pronouns,
        labelled=_labelled(document),
        bodies=bodies,
        small=frozenset(word for tree in document.trees for word in tree.words if word.islower()),
    )


def _part(number: int, kind: str) -> int:
    return number + 1 if kind == "caption" else -(kind in _HEADINGS)


def _labelled(document: Document) -> dict[str, str]:
    """For each last word of a name the kind of name that most of its places have; the first in the alphabet of equals."""
    found: dict[str, Counter[str]] = {}
    for _, tree in document.parsed.blocks:
        for entity in tree.entities:
            if entity.label not in labels.AMOUNTS:
                found.setdefault(tree.words[entity.last - 1], Counter())[entity.label] += 1
    return {word: min(told, key=lambda label: (-told[label], label)) for word, told in found.items()}


def _people(
    document: Document, found: Sequence[Named], register: Register, before: Sequence[int], quoted: Quoted
) -> Iterator[Mention]:
    """The mentions of people by name; the register knows them with their roles then. Full names are settled first."""
    for one in found:
        if one.name.given:
            register.full(one)
    for one in found:
        person = register.settle(one)
        tree = document.trees[one.block]
        yield _named(tree, one, before[one.block], person, quoted)
        role = role_of(tree, one, document.text)
        if role and role not in person.roles:
            person.roles.append(role)


def _pronouns(tree: Tree, before: int, quoted: Quoted) -> Iterator[tuple[int, frozenset[str]]]:
    """The subject pronouns of each sentence that has some."""
    found: dict[int, set[str]] = {}
    for row, tag in enumerate(tree.tags):
        subject = tag == labels.PERSONAL_PRONOUN and tree.deps[row] in labels.NOMINAL_SUBJECTS
        if subject and not quoted(tree.starts[row]):
            found.setdefault(before + tree.sentence_of[row], set()).add(tree.words[row].lower())
    for sentence, words in found.items():
        yield sentence, frozenset(words)


def role_of(tree: Tree, one: Named, text: str) -> str:
    """What stands before a name in its phrase, or in apposition to it ("the harbour master"); "" for nothing."""
    rows = one.rows
    head = _head_of_name(tree, rows)
    words = [row for row in range(tree.lefts[head], rows[0]) if tree.pos[row] in _ROLE_WORDS]
    if words and len(words) <= _LONGEST_ROLE:
        before = bare_role(tree.span(words[0], rows[0] - 1).of(text), tree.lexicon)
        if before:
            return before
    noun = next((noun for noun in _beside(tree, head, rows.stop) if tree.pos[noun] == labels.NOUN), None)
    if noun is None:
        return ""
    return bare_role(tree.span(tree.lefts[noun], _end_of_role(tree, noun)).of(text), tree.lexicon)


def _beside(tree: Tree, head: int, stop: int) -> Iterator[int]:
    """What stands in apposition to a name, or behind its comma at ``stop`` where the parser gives the verb both ("Ellen Brandt, the mayor, said")."""
    below = ((child, child) for child in tree.children[head])
    over = (head, tree.heads[head])  # "the mayor, Ellen Brandt,"
    yield from (noun for hung, noun in (*below, over) if tree.deps[hung] == labels.APPOSITION)
    if tree.word(stop) == ",":
        yield from (row for row in tree.children[tree.heads[head]] if row > head and tree.lefts[row] == stop + 1)


def _end_of_role(tree: Tree, noun: int) -> int:
    """The last row of what hangs right behind a role's noun ("of operations"), before any comma, clause or name beside it."""
    last = noun
    for child in tree.children[noun]:
        if child > noun and tree.deps[child] == labels.PREPOSITION and tree.lefts[child] == last + 1:
            inside = range(last + 1, tree.rights[child] + 1)
            if any(tree.words[row] in _BREAKS or tree.deps[row] in _BESIDE for row in inside):
                break
            last = tree.rights[child]
    return last if last - tree.lefts[noun] < _LONGEST_ROLE else noun


def bare_role(words: str, lexicon: Lexicon) -> str:
    """A role without marks and commas around it and without a form of address behind it; "" where that was all.

    Example:
        >>> from twosource.language import lexicon_of
        >>> [bare_role(words, lexicon_of("en")) for words in ("Its secretary,", "Dr", "hospital director Dr")]
        ['Its secretary', '', 'hospital director']
    """
    kept = " ".join(words.split()).strip(_MARKS)
    while kept:
        head, _, last = kept.rpartition(" ")
        if last.lower().strip(_MARKS + ".") not in lexicon.names.addresses:
            break
        kept = head.strip(_MARKS)
    return kept if _is_role(kept, lexicon) else ""


def _is_role(words: str, lexicon: Lexicon) -> bool:
    """Whether words can be somebody's role: no owner alone, month, number, body or document ("FOX13's", "February")."""
    last = lexicon.source_nouns.behind_office.split(words, maxsplit=1)[0].rpartition(" ")[2].lower()
    kind = lexicon.source_nouns.kind_of(last)
    own = last in lexicon.source_nouns.office or kind in {None, "unnamed"}
    return own and last not in lexicon.names.no_roles and not words.endswith(("'s", "’s")) and not last.isdigit()


def _head_of_name(tree: Tree, rows: range) -> int:
    """The row that hangs from outside of a name; of several a noun."""
    outer = [row for row in rows if tree.heads[row] not in rows]
    if fold(tree.word(rows.stop)) in tree.lexicon.names.suffixes and rows.stop in {tree.heads[row] for row in outer}:
        return rows.stop  # "Ada Holm KC"
    return next((row for row in outer if tree.pos[row] in labels.NOUNS), outer[0] if outer else rows[-1])


def _named(tree: Tree, one: Named, before: int, person: Person, quoted: Quoted) -> Mention:
    rows = one.rows
    head = _head_of_name(tree, rows)
    at = tree.span(rows[0], rows[-1])
    return Mention(
        at=at, block=one.block, row=head, sentence=before + tree.sentence_of[head], person=person.key,
        gender=person.gender, owner=tree.deps[head] == labels.OWNER, sure=bool(person.name.given or person.name.titles), subject=_is_subject(tree, head), quoted=quoted(at.start),
    )  # fmt: skip


def _described(tree: Tree, block: int, before: int, quoted: Quoted, words: SourceNounWords) -> Iterator[Mention]:
    for row, own in enumerate(tree.lemmas):
        if tree.pos[row] != labels.NOUN and own not in words.one and row not in tree.entity_at:
            continue
        lemma = _one_of(tree, row, words) or own
        told = tree.pos[row] == labels.NOUN or lemma != own
        kind = words.kind_of(lemma) if told else "body" if tree.kind_of_name(row) in labels.BODIES else None
        if kind is None or tree.deps[row] in _NO_MENTION or _in_one_name(tree, row, tree.heads[row]):
            continue
        several = tree.tags[row] in labels.PLURAL_TAGS or lemma in words.always_several
        name = _name_behind(tree, row, kind)
        at = tree.span(name, name)
        yield Mention(
            at=at, block=block, row=name, sentence=before + tree.sentence_of[row], noun=lemma if name == row else tree.lemmas[name],
            gender=words.gender_of(lemma), plural=several and tree.pos[row] != labels.NUMERAL,
            thing=kind != "unnamed", sure=tree.kind_of_name(name) != labels.STATE_OR_TOWN, subject=_is_subject(tree, row), quoted=quoted(at.start),
        )  # fmt: skip


def _name_behind(tree: Tree, row: int, kind: SourceKind) -> int:
    """The name that a noun of a body runs into ("the furniture maker *Dorrit & Sons*"); the noun's own row where it runs into none."""
    named = tree.child(row, labels.APPOSITION) if kind == "body" and tree.pos[row] == labels.NOUN else None
    runs_on = named is not None and tree.lefts[named] == row + 1 and tree.kind_of_name(named) in labels.BODIES
    return named if named is not None and runs_on else row


def _in_one_name(tree: Tree, row: int, head: int) -> bool:
    """Whether a row and the one that it hangs from stand in one name: "Dorrit & *Sons*"."""
    return head != row and tree.entity_at.get(row) is not None and tree.entity_at.get(row) is tree.entity_at.get(head)


def _one_of(tree: Tree, row: int, words: SourceNounWords) -> str:
    """The lemma of whom "one" is one of ("one of the women"); "" for any other word."""
    one = tree.lemmas[row] in words.one and tree.pos[row] == labels.NUMERAL
    of = tree.child(row, labels.PREPOSITION) if one else None
    noun = tree.child(of, labels.PREPOSED) if of is not None and tree.lemmas[of] in words.whose_office else None
    return tree.lemmas[noun] if noun is not None and words.kind_of(tree.lemmas[noun]) == "unnamed" else ""


def _is_subject(tree: Tree, row: int) -> bool:
    """Whether a mention, or what it stands in apposition or conjunction to, is a subject."""
    for _ in range(2):
        row = tree.heads[row] if tree.deps[row] in {labels.APPOSITION, labels.CONJUNCT} else row
    return tree.deps[row] in labels.NOMINAL_SUBJECTS
