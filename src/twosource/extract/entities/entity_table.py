"""Whom and what an article speaks of, as far as somebody asked: one entry for each, under all its names."""

from dataclasses import dataclass, field

from twosource.extract.entities.people import Person
from twosource.model import Article, Place, Source, SourceKind, Span, content_id
from twosource.text.names import name_key
from twosource.text.reasons import Reason, joined


@dataclass(slots=True, kw_only=True)
class Entity:
    """Somebody or something that an article speaks of."""

    id: str  # content hash of article, kind, name, and how many of that name came before
    name: str  # the fullest name, or the description
    kind: SourceKind
    role: str | None = None
    speaks_for: str | None = None
    names: list[str] = field(default_factory=list)
    # Where it is named as the one on whose word something is; empty for who is only spoken of.
    vouches_at: dict[Span, None] = field(default_factory=dict)
    reasons: list[Reason | str] = field(default_factory=list)


class EntityTable:
    """The entities of one article."""

    def __init__(self, article: Article) -> None:
        """Start with none."""
        self._article = article
        self._entities: dict[str, Entity] = {}
        self._by_person: dict[int, str] = {}
        self._by_name: dict[str, str] = {}
        self._times_named: dict[tuple[SourceKind, str], int] = {}

    def __getitem__(self, entity: str) -> Entity:
        """The entity of an id that this table gave."""
        return self._entities[entity]

    def new(self, name: str, kind: SourceKind, reason: Reason | str | None = None) -> str:
        """An entity that is none of those there are; its id."""
        nth = self._times_named[kind, name] = self._times_named.get((kind, name), -1) + 1
        made = Entity(id=content_id("s", self._article.id, kind, name, nth), name=name, kind=kind, names=[name])
        made.reasons += [reason] if reason else []
        self._entities[made.id] = made
        return made.id

    def named(self, name: str, kind: SourceKind) -> str:
        """The one entity of a name; a new one where there is none. A determiner and a possessive ending tell nothing."""
        key = name_key(name, self._article.language)
        found = self._by_name.get(key)
        if found is None:
            found = self._by_name[key] = self.new(name, kind)
        return found

    def note_name(self, entity: str, name: str, reason: Reason | None) -> None:
        """Note one more name that the article has for an entity, and why it is one."""
        known = self[entity]
        if name in known.names:
            return
        if name_key(name, self._article.language) not in {name_key(own, self._article.language) for own in known.names}:
            known.names.append(name)
            known.reasons += [reason] if reason else []

    def person(self, person: Person) -> str:
        """The entity of a person with a name."""
        found = self._by_person.get(person.key)
        if found is None:
            found = self._by_person[person.key] = self.new(person.text, "person", person.reason)
            self[found].names = list(person.forms)
            self[found].role = person.roles[0] if person.roles else None
        return found

    def sources(self) -> tuple[Source, ...]:
        """Those on whose word something is, by their first mention as such."""
        found = [self._source(entity) for entity in self._entities.values() if entity.vouches_at]
        return tuple(sorted(found, key=lambda source: (source.mentions[0], source.id)))

    def _source(self, entity: Entity) -> Source:
        return Source(
            id=entity.id,
            name=entity.name,
            kind=entity.kind,
            role=entity.role,
            speaks_for=entity.speaks_for if entity.speaks_for != entity.name else None,
            names=tuple(dict.fromkeys([entity.name, *entity.names])),
            mentions=tuple(
                Place(article=self._article.id, start=span.start, end=span.end) for span in sorted(entity.vouches_at)
            ),
            join_reason=joined(entity.reasons, self._article.language),
        )
