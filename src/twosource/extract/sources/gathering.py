"""Who it is that a source span names: resolved inside the article, typed, and gathered."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from twosource.extract.sources.bodies import Bodies
from twosource.extract.sources.cast import Cast
from twosource.extract.sources.descriptions import Description, describe
from twosource.extract.sources.mentions import GENDERS, Mention
from twosource.extract.sources.offices import Offices
from twosource.extract.sources.pronouns import PLURALS, THINGS, Asked, Speaker, antecedent
from twosource.extract.sources.source_words import source_words
from twosource.language.tree import Parsed, Tree
from twosource.model import Article, Place, Source, SourceKind, Span, content_id
from twosource.text.names import read_name

_FIRST_PERSON = frozenset({"i", "we", "me", "us", "you"})
_IMPERSONAL = frozenset({"appear", "seem", "look", "emerge", "turn", "happen", "transpire", "follow", "be"})
_TERSE = frozenset({"headline", "subheading"})
_LOOSE = frozenset({"who", "which", "that", "whom", "whose"})
_DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those|one|another|some)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Which entry of the gathering a span means; None and the reason where it is not safe to say."""

    entry: int | None
    reason: str


@dataclass(slots=True, kw_only=True)
class _Entry:
    """One source in the making."""

    name: str
    kind: SourceKind
    role: str | None = None
    names: list[str] = field(default_factory=list)
    mentions: dict[Span, None] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)


class Gathering:
    """The sources of one article, each span resolved as it comes, in text order."""

    def __init__(self, article: Article, parsed: Parsed, cast: Cast) -> None:
        """Start empty."""
        self._article, self._parsed, self._cast = article, parsed, cast
        self._entries: list[_Entry] = []
        self._by_person: dict[int, int] = {}
        self._by_name: dict[str, int] = {}
        self._by_place: dict[tuple[int, int], int] = {}
        self._last_of_noun: dict[tuple[str, bool], dict[int, set[str]]] = {}
        self._block_starts = [block.start for block in article.blocks]
        self._spoke: dict[int, Speaker] = {}
        self._offices = Offices(cast, parsed)
        self._bodies = Bodies(article, parsed)

    def resolve(self, span: Span, last: int | None, until: int = 0, speaking: int | None = None) -> Resolved:
        """Who the words at ``span`` are.

        Args:
            span: Words that name a source.
            last: The entry that spoke last before, if known.
            until: Where what is said here ends: who is mentioned in it does not take the speaker's turn.
            speaking: The entry whose own words ``span`` stands in, if it does: no "he" in them is the speaker.

        Returns:
            The entry; None with the reason for a pronoun that is not safe and for what cannot speak.
        """
        found = self._who(span, None if last == speaking else last)
        if found.entry is not None and found.entry == speaking and self._is_pronoun(span):
            return _nobody("who speaks these words does not mean themselves by it")
        speaker = self._spoke.get(found.entry) if found.entry is not None else None
        if found.entry is not None and speaker is not None:
            self._spoke[found.entry] = replace(speaker, until=max(until, speaker.until))
        return found

    def _is_pronoun(self, span: Span) -> bool:
        word = span.of(self._article.text).strip().lower()
        return word in GENDERS or word in PLURALS or word in THINGS

    def _who(self, span: Span, last: int | None) -> Resolved:
        block = max(0, bisect_right(self._block_starts, span.start) - 1)
        tree = self._parsed.trees[block] if block < len(self._parsed.trees) else None
        if tree is None or not len(tree.rows(span)):
            text = span.of(self._article.text)
            return self._named(text, "unnamed", span, "named as it stands") if text.strip() else _nobody("no words")
        rows = tree.rows(span)
        first = span.of(self._article.text).strip().lower()
        if first in GENDERS or first in PLURALS or first in THINGS:
            return self._pronoun(span, block, tree, rows[0], first, last)
        if first in _FIRST_PERSON:
            return _nobody(f'"{first}" is the writer, or a speaker whom the text does not name here')
        if first in _LOOSE:
            return self._relative(span, block, tree, rows[0], last)
        what = describe(tree, rows, self._cast, self._article.text, block)
        office = what.noun in source_words().office and tree.tags[rows[-1]] in {"NN", "NNP"}
        if self._article.blocks[block].kind in _TERSE and what.plural and office:
            what = replace(what, plural=False, definite=True)  # "Pier is safe, says mayor": headlines leave "the" out
        return self._phrase(span, block, what)

    def _pronoun(self, span: Span, block: int, tree: Tree, row: int, word: str, last: int | None) -> Resolved:
        if word == "it" and tree.lemmas[tree.heads[row]] in _IMPERSONAL:
            return _nobody('"it" stands for nobody here')
        asked = Asked(
            word=word, start=span.start, block=block, sentence=self._cast.before[block] + tree.sentence_of[row]
        )
        speaker = self._spoke.get(last) if last is not None else None
        found = antecedent(self._cast, asked, speaker)
        if found.mention is None:
            return _nobody(found.reason)
        entry = last if speaker is not None and found.mention is speaker.mention else self._of_mention(found.mention)
        if entry is None:
            return _nobody(f'what "{word}" stands for is not known as a source')
        self._spoke[entry] = Speaker(mention=found.mention, sentence=asked.sentence, until=span.end)
        return self._add(entry, span, found.reason)

    def _relative(self, span: Span, block: int, tree: Tree, row: int, last: int | None) -> Resolved:
        """For "who said": the noun that the clause hangs from."""
        verb = tree.heads[row]
        for _ in range(4):
            if tree.deps[verb] == "relcl":
                noun = tree.heads[verb]
                name = tree.span(tree.lefts[noun], noun)
                what = describe(tree, tree.rows(name), self._cast, self._article.text, block)
                if not what.known:
                    break
                found = self._phrase(name, block, what)
                return (
                    found
                    if found.entry is None
                    else self._add(found.entry, span, f'"{tree.words[row]}": the noun before')
                )
            if tree.heads[verb] == verb:
                break
            verb = tree.heads[verb]
        del last
        return _nobody(f'it is not sure whom "{tree.words[row]}" means')

    def _of_mention(self, mention: Mention) -> int:
        if mention.person is not None:
            return self._person(mention)
        tree = self._parsed.trees[mention.block]
        if tree is None:
            raise AssertionError
        name = tree.span(tree.lefts[mention.row], mention.row)
        found = self._phrase(
            name, mention.block, describe(tree, tree.rows(name), self._cast, self._article.text, mention.block)
        )
        return (
            found.entry
            if found.entry is not None
            else self._new(name.of(self._article.text), "unnamed", "a description")
        )

    def _phrase(self, span: Span, block: int, what: Description) -> Resolved:
        """A noun phrase: by its name, its description, or neither."""
        if what.speechless:
            return _nobody(what.speechless)
        if what.person is not None:
            entry = self._person(what.person)
            if what.role and not self._entries[entry].role:
                self._entries[entry].role = what.role
            return self._add(entry, span, f"named: {self._entries[entry].name}")
        one = self._surnamed(what.name) if what.kind == "person" else None
        if one is not None:
            return self._add(self._person(one), span, "the surname of one person only")
        if what.name:
            found = self._named(what.name, what.kind, span, f"named: {what.name}")
            if found.entry is not None and what.mention is not None:
                self._note(found.entry, what.mention)
            return found
        return self._known(span, block, what) or self._unknown(span, what)

    def _surnamed(self, name: str) -> Mention | None:
        """The first mention of the one person whose surname a name in capitals ends in."""
        surname = read_name(name).surname
        held = [person.key for person in self._cast.people if person.name.surname == surname]
        return self._cast.first.get(held[0]) if len(held) == 1 else None

    def _known(self, span: Span, block: int, what: Description) -> Resolved | None:
        """A description of somebody who is known: by office, by owner, or as the only one of that noun so far."""
        text = " ".join(span.of(self._article.text).split())
        office = self._office(what, span)
        if office is not None:
            return self._add(office, span, f'"{text}" fits {self._entries[office].name} alone')
        body = self._bodies.holder(what, span)
        if body:
            return self._named(body, what.kind, span, f'"{text}" is the only {what.noun} named before: {body}')
        possessor = self._possessor(what, block, span)
        if possessor:
            return self._named(possessor, what.kind, span, f'"{text}" is {possessor}')
        entry = self._only(what) if what.definite else None
        if entry is not None and self._entries[entry].kind == what.kind:
            return self._add(entry, span, f'"{text}": the only {what.noun} that spoke before')
        return None

    def _only(self, what: Description) -> int | None:
        """The one source that was called by this noun so far, if no word says that another one is meant."""
        before = self._last_of_noun.get((what.noun, what.plural), {})
        entry = next(iter(before), None)
        return entry if entry is not None and len(before) == 1 and what.modifiers <= before[entry] else None

    def _unknown(self, span: Span, what: Description) -> Resolved:
        """A description of nobody known: a source of its own, or the one that was named in the same words."""
        text = what.words or " ".join(span.of(self._article.text).split())
        if what.kind != "unnamed" or what.plural or what.definite:
            name = _DETERMINER.sub("", text) if what.kind == "body" else text
            found = self._named(name, what.kind, span, "named as it stands")
        else:
            at = (what.mention.block, what.mention.row) if what.mention is not None else None
            known = self._by_place.get(at) if at is not None else None
            entry = known if known is not None else self._new(text, what.kind, "a description, nobody else's")
            if at is not None:
                self._by_place[at] = entry
            found = self._add(entry, span, "described, not named")
        if found.entry is not None:
            self._last_of_noun.setdefault((what.noun, what.plural), {}).setdefault(found.entry, set()).update(
                what.modifiers
            )
            if what.mention is not None:
                self._note(found.entry, what.mention)
        return found

    def _office(self, what: Description, span: Span) -> int | None:
        """The one person who is known to hold the office that a description names."""
        mention = self._offices.holder(what, span)
        return self._person(mention) if mention is not None else None

    def _possessor(self, what: Description, block: int, span: Span) -> str:
        """From "his mother" to "Ann Brook's mother", where it is safe to say whose."""
        if not what.owner_pronoun:
            return ""
        tree = self._parsed.trees[block]
        if tree is None:
            return ""
        sentence = self._cast.before[block] + tree.sentence_of[tree.rows(span)[0]]
        found = antecedent(
            self._cast, Asked(word=what.owner_pronoun, start=span.start, block=block, sentence=sentence), None
        )
        if found.mention is None:
            return ""
        owner = found.mention
        name = self._cast.people[owner.person].text if owner.person is not None else f"the {owner.noun}"
        return f"{name}'s {what.rest}"

    def _person(self, mention: Mention) -> int:
        key = mention.person if mention.person is not None else -1
        entry = self._by_person.get(key)
        if entry is None:
            person = self._cast.people[key]
            entry = self._new(person.text, "person", person.reason)
            self._entries[entry].names = list(person.forms)
            self._entries[entry].role = person.roles[0] if person.roles else None
            self._by_person[key] = entry
        self._note(entry, mention)
        return entry

    def _note(self, entry: int, mention: Mention) -> None:
        """Remember where an entry spoke last."""
        self._spoke[entry] = Speaker(mention=mention, sentence=mention.sentence, until=mention.at.end)

    def _named(self, name: str, kind: SourceKind, span: Span, reason: str) -> Resolved:
        key = _DETERMINER.sub("", name).lower().replace("’", "'").removesuffix("'s")
        entry = self._by_name.get(key)
        if entry is None:
            entry = self._by_name[key] = self._new(name, kind, "")
        return self._add(entry, span, reason)

    def _new(self, name: str, kind: SourceKind, reason: str) -> int:
        self._entries.append(_Entry(name=name, kind=kind, names=[name], reasons=[reason] if reason else []))
        return len(self._entries) - 1

    def _add(self, entry: int, span: Span, reason: str) -> Resolved:
        kept = self._entries[entry]
        kept.mentions[span] = None
        return Resolved(entry=entry, reason=reason)

    def ids(self) -> list[str]:
        """The id of every entry: from the article, its name, and how many of that name came before it."""
        seen: dict[str, int] = {}
        found: list[str] = []
        for entry in self._entries:
            nth = seen[entry.name] = seen.get(entry.name, -1) + 1
            found.append(content_id("s", self._article.id, entry.kind, entry.name, nth))
        return found

    def sources(self) -> tuple[Source, ...]:
        """All sources, by first mention."""
        found = [
            Source(
                id=id_, name=entry.name, kind=entry.kind, role=entry.role,
                names=tuple(dict.fromkeys([entry.name, *entry.names])),
                mentions=tuple(Place(article=self._article.id, start=s.start, end=s.end) for s in sorted(entry.mentions)),
                join_reason="; ".join(dict.fromkeys(entry.reasons)),
            )
            for id_, entry in zip(self.ids(), self._entries, strict=True)
        ]  # fmt: skip
        return tuple(sorted((s for s in found if s.mentions), key=lambda source: (source.mentions[0], source.id)))


def _nobody(reason: str) -> Resolved:
    return Resolved(entry=None, reason=reason)
