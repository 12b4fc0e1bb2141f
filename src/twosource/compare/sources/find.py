"""Joins sources across articles: one source for everybody who speaks, under all their names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.compare.corrections import corrections
from twosource.compare.sources.by_hand import join_by_hand, take_apart
from twosource.compare.sources.copied import join_copied
from twosource.compare.sources.group import Group
from twosource.compare.sources.groups import group_sources
from twosource.compare.sources.voices import speaks_for
from twosource.model import Edit, Findings, Mark, Participant, Source, content_id
from twosource.text.body_names import read_body_name
from twosource.text.names import fold
from twosource.text.prose import inside
from twosource.text.reasons import joined
from twosource.text.story_language import language_of


def join_sources(
    findings: tuple[Findings, ...],
    aliases: Mapping[str, str] | None = None,
    edits: Sequence[Edit] = (),
) -> tuple[tuple[Source, ...], tuple[Findings, ...]]:
    """One source for each real source over all articles.

    People are joined by their names, part by part, and by a role where exactly one person is known to have it;
    bodies, outlets and documents by their name. Sources without a name are never joined by their description, only
    where copies of one text have it in the very same sentence.

    Args:
        findings: Of all articles of a story, in any order.
        aliases: Names as they stand, and the name of who is meant; what it joins is joined, whatever the rules say.
        edits: Corrections by hand; they go before rules and aliases.

    Returns:
        The sources, by name, each with all its names and mentions and the reason for the join; and the findings
        in the order given, with every source id replaced by the joined one. Both empty for no findings.
    """
    language = language_of(found.article for found in findings)
    by_hand = corrections(edits, language)
    findings = take_apart(findings, by_hand.apart, language)
    members = sorted((source for each in findings for source in each.sources), key=lambda source: source.id)
    unique = list({source.id: source for source in members}.values())
    published = {each.article.id: each.article.published for each in findings if each.article.published}
    groups = group_sources(unique, aliases or {}, language, published, by_hand.apart)
    groups = join_copied(groups, findings, by_hand.apart, language)
    groups = join_by_hand(groups, by_hand.joins, language)
    sources_of: dict[str, Source] = {}
    ids = {id(group): id_ for id_, group in zip(_ids(groups), groups, strict=True)}
    texts = {found.article.id: found.article.text for found in findings}
    for group in groups:
        source = _joined(group, ids, texts, language)
        sources_of.update((member.id, source) for member in group.members)
    sources = sorted({source.id: source for source in sources_of.values()}.values(), key=lambda s: (s.name, s.id))
    return tuple(sources), tuple(_rewritten(each, sources_of) for each in findings)


def _ids(groups: Sequence[Group]) -> list[str]:
    """From kind and name; where two groups have one name, or nothing was joined, from the members too."""
    names = [(group.kind, " ".join(fold(word) for word in group.name.split())) for group in groups]
    seen = Counter(names)
    return [
        content_id("s", *name)
        if group.named and seen[name] == 1
        else content_id("s", *name, *(member.id for member in group.members))
        for name, group in zip(names, groups, strict=True)
    ]


def _joined(group: Group, ids: Mapping[int, str], texts: Mapping[str, str], language: str) -> Source:
    called = _called(group, texts)
    names = {name for member in group.members for name in member.names}
    roles = sorted({member.role for member in group.members if member.role}, key=lambda role: (-len(role), role))
    body = speaks_for(group.members, language)
    return Source(
        id=ids[id(group)],
        name=called,
        kind=group.kind,
        role=roles[0] if roles else None,
        names=(called, *sorted(names - {called})),
        mentions=tuple(sorted({place for member in group.members for place in member.mentions})),
        join_reason=joined([*group.reasons, *(member.join_reason for member in group.members)], language),
        speaks_for=body if body and group.speaks_for is not group else None,
        voice=_voice(group, ids, body, language),
    )


def _called(group: Group, texts: Mapping[str, str]) -> str:
    """What a source is called in front of a reader: a description ("group") as the text first has it, "the group"."""
    if not group.name[:1].islower():
        return group.name
    first = min((place for member in group.members for place in member.mentions), default=None)
    words = " ".join(first.span.of(texts[first.article]).split()) if first and first.article in texts else ""
    return inside(words) if words.casefold().endswith(group.name) else group.name


def _voice(group: Group, ids: Mapping[int, str], body: str, language: str) -> str:
    """The id of the body whose voice a group is; one made of its name where it is no source itself; "" for its own."""
    if group.speaks_for is group or not body:
        return ""
    if group.speaks_for is not None:
        return ids.get(id(group.speaks_for), "")
    name = read_body_name(body, language)
    return content_id("v", name.known or " ".join(sorted(name.words)))


def _rewritten(findings: Findings, joined: Mapping[str, Source]) -> Findings:
    """The findings with every source id replaced by the joined one."""

    def new(old: str | None) -> str | None:
        found = joined.get(old or "")
        return found.id if found else old

    def marks(every: Iterable[Mark]) -> tuple[Mark, ...]:
        return tuple(replace(mark, by=new(mark.by)) for mark in every)

    def part(one: Participant | None) -> Participant | None:
        return replace(one, entity=new(one.entity)) if one and one.entity else one

    mine = {joined[source.id].id: joined[source.id] for source in findings.sources}
    return replace(
        findings,
        sources=tuple(sorted(mine.values(), key=lambda source: (source.name, source.id))),
        statements=tuple(
            replace(one, source=new(one.source), via=new(one.via), marks=marks(one.marks))
            for one in findings.statements
        ),
        figures=tuple(replace(one, source=new(one.source), marks=marks(one.marks)) for one in findings.figures),
        happenings=tuple(replace(one, doer=part(one.doer), done_to=part(one.done_to)) for one in findings.happenings),
    )
