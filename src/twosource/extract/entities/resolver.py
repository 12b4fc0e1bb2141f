"""Who is meant: the one place that answers it, and the only one that makes sources.

How to use it. There is one resolver for an article; whoever finds that words name somebody asks it::

    resolver = EntityResolver(document, quotations)

    resolver.who(span)              # who the words at span are: a name, a role, a pronoun, a body's short form
    resolver.speaks(span, said)     # they name who says what stands at said: from now on "she" may go on from them
    resolver.vouches(span)          # they name on whose word something is that nobody is quoted with: a figure, a mark
    resolver.sources()              # everybody who speaks or vouches, by place

Every answer is a ``Meant``: the id of an entity, or None where it is not safe to say, and the reason in plain words.
``who`` makes nobody a source: participants of events carry the ids of entities that never speak. Questions
may come in any order: an answer depends on what stands before the place, not on what was asked before.

Nobody else decides whom a pronoun, a role or a short form means, and nobody else builds a ``Source``.
"""

from collections.abc import Sequence
from dataclasses import replace

from twosource.extract.entities.bodies import Bodies
from twosource.extract.entities.called_before import CalledBefore
from twosource.extract.entities.cast import Cast, find_cast
from twosource.extract.entities.descriptions import Description, behind_label, describe, head_of
from twosource.extract.entities.entity_table import EntityTable
from twosource.extract.entities.meant import Meant, nobody
from twosource.extract.entities.mentions import Mention
from twosource.extract.entities.organs import body_of_role, kind_of_organ, organ_at, seat_behind
from twosource.extract.entities.pronouns import Asked, antecedent, teller_of
from twosource.extract.entities.roles import Roles
from twosource.extract.entities.turns import Turn, Turns
from twosource.extract.quotations import Quotation
from twosource.language import Document, NounPhrase, Tree, labels
from twosource.model import Source, SourceKind, Span
from twosource.text.names import name_key
from twosource.text.reasons import Reason, worded

_TERSE = frozenset({"headline", "subheading"})
_NO_PEOPLE = frozenset({"body", "outlet", "document"})
_GOES_ON = 3
"""Sentences over which who spoke last may go on as "she", where nothing but the turn tells who that is."""
_HIGHEST_CLIMB = 4
"""Verbs between "who" and the noun that its clause hangs from: "who is thought to have said"."""


class EntityResolver:
    """Whom the words of one article mean."""

    def __init__(self, document: Document, quotations: Sequence[Quotation] = ()) -> None:
        """Gather who is in the article; outside of its quotations no pronoun takes up who is only named inside."""
        self.cast: Cast = find_cast(document, quotations)
        self._document, self._pronouns = document, document.lexicon.pronouns
        self._table = EntityTable(document.article)
        self._turns = Turns()
        self._roles = Roles(self.cast, document)
        self._bodies = Bodies(document, self.cast)
        self._called = CalledBefore()
        self._by_place: dict[tuple[int, int] | Span, str] = {}
        self._descriptions: dict[tuple[int, range], Description] = {}

    def who(self, span: Span, *, speaking: str | None = None, since: int | None = None) -> Meant:
        """Who the words at ``span`` are; in what ``speaking`` says no "he" is the speaker, nor anybody first named from ``since`` on."""
        tree, block = self._document.tree_at(span.start), self._document.block_at(span.start)
        rows = tree.rows(span)
        words = span.of(self._document.text).strip()
        if not words:
            return nobody(Reason("entities.no_words"))
        if block is None or not rows:
            return self._named(words, "unnamed", Reason("entities.as_it_stands"))
        word = words.lower()
        if self._pronouns.is_pronoun(word):
            found = self._pronoun(tree, block, rows[0], speaking, since)
            return nobody(Reason("entities.not_themselves")) if found.entity and found.entity == speaking else found
        if word in self._pronouns.first_person:
            return nobody(Reason("entities.writer", word=word))
        if word in self._pronouns.relatives:
            return self._relative(tree, block, rows[0])
        return self._of_organ(span, tree, block) or self._phrase(span, block, self._described(tree, rows, block))

    def speaks(self, span: Span, said: Sequence[Span] = (), *, speaking: str | None = None) -> Meant:
        """The same, as the one who says what stands at ``said``; who is mentioned before its end does not take their turn."""
        since, until = min((s.start for s in said), default=None), max((s.end for s in said), default=0)
        found = self._vouching(span, self.who(span, speaking=speaking, since=since))
        if found.entity is not None:
            phrase = self._document.phrase_at(span)
            turn = Turn(
                start=span.start,
                until=max(until, span.end),
                entity=found.entity,
                sentence=self.cast.sentence_at(self._document, span.start),
                mention=found.mention,
                called=self._pronouns.gender_of(span.of(self._document.text).lower()),
                one=phrase is None or not phrase.is_plural,
            )
            self._turns.add(turn)
        return found

    def vouches(self, span: Span) -> Meant:
        """Who the words at ``span`` are, as the one on whose word something is."""
        return self._vouching(span, self.who(span))

    def vouches_unknown(self, span: Span, reason: Reason) -> Meant:
        """The words at ``span`` are somebody on whose word something is, and it is not safe to say who; no pronoun is a name."""
        words = " ".join(span.of(self._document.text).split())
        if self._pronouns.is_pronoun(words.lower()):
            words = worded(Reason("entities.unnamed_source"), self._document.lexicon.code)
        return self._vouching(span, Meant(entity=self._table.new(words, "unnamed", reason), reason=reason))

    def names(self, entity: str) -> tuple[str, ...]:
        """How an entity is called, its fullest name first."""
        return tuple(dict.fromkeys([self._table[entity].name, *self._table[entity].names]))

    def sources(self) -> tuple[Source, ...]:
        """Everybody who speaks or vouches for something, by the first place where they are named for it."""
        return self._table.sources()

    def _vouching(self, span: Span, found: Meant) -> Meant:
        if found.entity is not None:
            self._table[found.entity].vouches_at[span] = None
        return found

    def _described(self, tree: Tree, rows: range, block: int) -> Description:
        """What a phrase says about who it is: read once, many ask."""
        if (block, rows) not in self._descriptions:
            self._descriptions[block, rows] = self._read(tree, rows, block)
        return self._descriptions[block, rows]

    def _read(self, tree: Tree, rows: range, block: int) -> Description:
        """What a phrase says about who it is; headlines leave "the" out: "Pier is safe, says mayor"."""
        what = describe(tree, rows, self.cast, self._document.text, block)
        singular = tree.tags[rows[-1]] in {labels.SINGULAR_NOUN, labels.SINGULAR_NAME} and what.plural
        if not singular or self._document.article.blocks[block].kind not in _TERSE:
            return what
        one = replace(what, plural=False, definite=True)
        office = what.noun in tree.lexicon.source_nouns.office
        return one if office or self._roles.holder(one, tree.span(rows[0], rows[-1])) is not None else what

    # -- pronouns

    def _pronoun(self, tree: Tree, block: int, row: int, speaking: str | None, since: int | None = None) -> Meant:
        if (word := tree.lowered[row]) in self._pronouns.things and tree.lemmas[
            tree.heads[row]
        ] in self._pronouns.impersonal:
            return nobody(Reason("entities.stands_for_nobody", word=word))
        itself = self._of_itself(tree, row, word)
        if itself is not None:
            return itself
        asked = self._asked(word, tree.starts[row], block, since)
        turn = self._turns.answered(asked)
        turn = None if turn is None or turn.entity == speaking else turn
        speaker = None if turn is None else turn.speaker
        found = antecedent(self.cast, asked, speaker)
        nearer = turn is None or (found.mention is not None and found.mention.at.start >= turn.start)
        if turn is not None and not nearer and self._unlisted(turn, asked):
            return Meant(entity=turn.entity, reason=Reason("entities.goes_on", word=word))
        if found.mention is None:
            return nobody(found.reason)
        goes_on = speaker is not None and found.mention is speaker.mention
        entity = turn.entity if goes_on and turn is not None else self._of_mention(found.mention)
        return Meant(entity=entity, reason=found.reason, mention=found.mention)

    def _of_itself(self, tree: Tree, row: int, word: str) -> Meant | None:
        """The body that is told to say what "it" does: "Tix said *it* would not renew"; None where nothing tells."""
        teller = teller_of(tree, row) if word in self._pronouns.things else None
        found = self.who(tree.span(tree.lefts[teller], teller)) if teller is not None else None
        if found is None or found.entity is None or self._table[found.entity].kind not in {"body", "outlet"}:
            return None
        return found.because(Reason("entities.says_of_itself", word=word))

    def _asked(self, word: str, start: int, block: int, since: int | None = None) -> Asked:
        sentence, told = self.cast.sentence_at(self._document, start), self._turns.called(start)
        if since is not None and self._pronouns.gender_of(word):
            start = min(start, since)  # "Ada Holm was ill, she said": somebody else did
        return Asked(word=word, start=start, block=block, sentence=sentence, pronouns=self._pronouns, told=told)

    def _unlisted(self, turn: Turn, asked: Asked) -> bool:
        """Whether who spoke last is one person whom the cast does not hold, and may go on as "he" or "she"."""
        known = turn.mention is not None or self._table[turn.entity].kind not in {"person", "unnamed"}
        return not known and turn.one and asked.sentence - turn.sentence <= _GOES_ON and asked.of_one_person

    def _relative(self, tree: Tree, block: int, row: int) -> Meant:
        """For "who said": the noun that the clause hangs from."""
        verb = tree.heads[row]
        for _ in range(_HIGHEST_CLIMB):
            if tree.deps[verb] == labels.RELATIVE_CLAUSE:
                noun = NounPhrase(tree, tree.heads[verb]).whose_apposition
                name = tree.span(tree.lefts[noun], noun)
                what = self._described(tree, tree.rows(name), block)
                near = self._person_before(tree, block, row) if what.kind in _NO_PEOPLE else None
                if near is None and not what.known:
                    break
                found = self._phrase(name, block, what) if near is None else self._of_person(near)
                return found.because(Reason("entities.noun_before", word=tree.words[row]))
            if tree.heads[verb] == verb:
                break
            verb = tree.heads[verb]
        return nobody(Reason("entities.not_sure_whom", word=tree.words[row]))

    def _person_before(self, tree: Tree, block: int, row: int) -> Mention | None:
        """The named person right before "who", where the parser hangs its clause from a body further back."""
        last = row - 1 - (tree.word(row - 1) == ",")
        mention = self.cast.at.get((block, last)) if tree.lowered[row] in self._pronouns.of_people else None
        return mention if mention is not None and mention.person is not None else None

    def _of_mention(self, mention: Mention) -> str:
        if mention.person is not None:
            return self._table.person(self.cast.people[mention.person])
        tree = self._document.trees[mention.block]
        entity = tree.entity_at.get(mention.row)
        last = entity.last - 1 if entity is not None and entity.label in labels.BODIES else mention.row
        name = tree.span(tree.lefts[mention.row], last)
        found = self._phrase(name, mention.block, self._described(tree, tree.rows(name), mention.block))
        return found.entity or self._table.new(name.of(self._document.text), "unnamed", Reason("entities.description"))

    def _of_organ(self, span: Span, tree: Tree, block: int) -> Meant | None:
        """Who an organ is: a body's statement is the body; its spokesman somebody who speaks for it. None for what is no organ."""
        rows = behind_label(tree, tree.rows(span))
        head = head_of(tree, rows)
        organ = organ_at(tree, rows, head, self._document.lexicon.bodies)
        if organ is None or any(m.person is not None for m in self.cast.named_in(span) if m.row == head):
            return None
        owner = self._owner(tree, block, organ.owner)
        if owner is None:
            return None
        words, what = " ".join(span.of(self._document.text).split()), self._described(tree, rows, block)
        if organ.kind == "paper":
            body = self._table[owner].name
            self._called.note(what, owner, span.start)
            self._table.note_name(owner, words, Reason("entities.how_it_speaks", words=words, body=body))
            return Meant(entity=owner, reason=Reason("entities.words_of_body", words=words, body=body))
        named = what.person is not None and organ.kind != "voice"
        if named or what.speechless or self._table[owner].kind not in {"body", "outlet"}:
            return None
        found = self._phrase(span, block, what)
        voice = None if found.entity is None else self._table[found.entity]
        if voice is not None and (voice.kind == "unnamed" or (voice.kind == "person" and voice.speaks_for is None)):
            voice.speaks_for = self._table[owner].name + seat_behind(tree, head)
        return found

    def _owner(self, tree: Tree, block: int, rows: range) -> str | None:
        """Whose an organ is; None for nobody known who speaks."""
        span = tree.span(rows[0], rows[-1])
        if self._pronouns.is_pronoun(span.of(self._document.text).strip().lower()):
            return self._pronoun(tree, block, rows[0], None).entity
        what = self._described(tree, rows, block)
        if what.speechless or not (what.known or what.definite) or what.kind == "document" or what.plural:
            return None
        return (self._of_organ(span, tree, block) or self._phrase(span, block, what)).entity

    # -- noun phrases

    def _phrase(self, span: Span, block: int, what: Description) -> Meant:
        """A noun phrase: by its name, its description, or neither."""
        if what.speechless:
            return nobody(what.speechless)
        if what.person is not None:
            return self._of_person(what.person, what.role)
        words = span.of(self._document.text).strip()
        # Before a colon ("Brink: We wait.") the parser often sees no name in what the text has as one elsewhere.
        name = what.name if what.kind == "person" else words if what.kind == "unnamed" and words.istitle() else ""
        namesake = self.cast.namesake(name) if name else None
        if namesake is not None:
            return replace(self._of_person(namesake), reason=Reason("entities.one_person_only"))
        if what.name:
            unknown = what.kind == "person" and not what.name.isupper()
            short = unknown and self._bodies.called(what.name)[1] is not None  # "Halvard" of "Halvard Grain"
            return self._named(
                what.name, "body" if short else what.kind, Reason("entities.named", name=what.name)
            ).taking(what.mention)
        return self._known(span, block, what) or self._unknown(span, what)

    def _of_person(self, mention: Mention, role: str = "") -> Meant:
        if mention.person is None:
            raise AssertionError
        entity = self._table.person(self.cast.people[mention.person])
        person = self._table[entity]
        person.role = person.role or role or None
        if person.role and person.speaks_for is None:
            body = body_of_role(person.role, self._document.lexicon)
            person.speaks_for = self._bodies.called(body)[0] if body else None
        return Meant(entity=entity, reason=Reason("entities.named", name=person.name), mention=mention)

    def _known(self, span: Span, block: int, what: Description) -> Meant | None:
        """A description of somebody who is known: by office, by owner, or as the only one of that noun so far."""
        text = " ".join(span.of(self._document.text).split())
        holder = self._roles.holder(what, span)
        if holder is not None:
            found = self._of_person(holder)
            person = self.cast.people[holder.person or 0].text
            return replace(found, reason=Reason("entities.fits_alone", words=text, person=person))
        body = self._bodies.holder(what, span)
        if body:
            return self._of_body(body, what, text)
        possessor = self._possessor(what, block, span)
        if possessor:
            named = self._named(possessor, what.kind, Reason("entities.is", words=text, name=possessor))
            return named.taking(what.mention)
        aged = self._document.lexicon.ages.described.match(text) is not None  # "the 23-year-old" is no other's age
        entity = self._called.only(what, span) if what.definite and not aged else None
        paper = kind_of_organ(what.noun, self._document.lexicon.bodies) == "paper"
        if entity is not None and (paper or self._table[entity].kind == what.kind):
            found = Meant(entity=entity, reason=Reason("entities.only_speaker", words=text, noun=what.noun))
            return found.taking(what.mention)
        body = self._bodies.nearest(what, span)
        return self._of_body(body, what, text) if body else None

    def _of_body(self, body: str, what: Description, words: str) -> Meant:
        """The body of that name, for which a description stands."""
        kind = "outlet" if what.kind == "document" else what.kind  # "the paper"
        why = Reason("entities.only_named", words=words, noun=what.noun, body=body)
        return self._named(body, kind, why).taking(what.mention)

    def _unknown(self, span: Span, what: Description) -> Meant:
        """A description of nobody known: an entity of its own, or the one that was named in the same words."""
        text = what.words or " ".join(span.of(self._document.text).split())
        if what.kind != "unnamed" or what.plural or what.definite:
            name = self._document.lexicon.names.any_determiner.sub("", text) if what.kind == "body" else text
            found = self._named(name, what.kind, Reason("entities.as_it_stands"))
        else:
            place = (what.mention.block, what.mention.row) if what.mention is not None else span
            why = Reason("entities.description_of_one")
            entity = self._by_place[place] = self._by_place.get(place) or self._table.new(text, what.kind, why)
            found = Meant(entity=entity, reason=Reason("entities.described"))
        if found.entity is not None:
            self._called.note(what, found.entity, span.start)
        return found.taking(what.mention)

    def _possessor(self, what: Description, block: int, span: Span) -> str:
        """From "his mother" to "Ann Brook's mother", where it is safe to say whose."""
        asked = self._asked(what.owner_pronoun, span.start, block) if what.owner_pronoun else None
        owner = antecedent(self.cast, asked, None).mention if asked else None
        if owner is None or owner.noun == what.noun:  # no family's family
            return ""
        name, words = self._table[self._of_mention(owner)].name, self._document.lexicon.source_nouns
        if name.lower() in words.nobody | words.one:
            return ""
        whose = Reason("entities.possessor", owner=name, what=what.rest)
        return worded(whose, self._document.lexicon.code)

    def _named(self, name: str, kind: SourceKind, reason: Reason) -> Meant:
        """The entity of a name; of a body under the fullest name that the article has for it."""
        fullest, why = self._bodies.called(name) if kind in {"body", "outlet"} else (name, None)
        language = self._document.lexicon.code
        if name_key(fullest, language) == name_key(name, language):
            fullest, why = name, None  # its article stays
        kind = self._bodies.kind_of(fullest, kind) if why else kind
        entity = self._table.named(fullest, kind)
        self._table.note_name(entity, name, why)
        return Meant(entity=entity, reason=why or reason)
