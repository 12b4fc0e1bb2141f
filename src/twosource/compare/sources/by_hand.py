"""Sources as a person joined them and took them apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.compare.sources.group import Group
from twosource.model import Findings, Source, content_id
from twosource.text.names import name_key
from twosource.text.reasons import Reason


def take_apart(findings: tuple[Findings, ...], apart: Mapping[str, Reason], language: str) -> tuple[Findings, ...]:
    """Give a name a source of its own in every article that has it among the names of another.

    What is attributed by the name itself goes with the name; what is attributed by a pronoun or another name stays.
    """
    return tuple(_without(each, apart, language) for each in findings) if apart else findings


def _without(findings: Findings, apart: Mapping[str, Reason], language: str) -> Findings:
    new: dict[tuple[str, str], str] = {}
    sources: list[Source] = []
    for source in findings.sources:
        names = {name_key(name, language) for name in (source.name, *source.names)}
        if len(names) < 2 or not names & apart.keys():  # noqa: PLR2004 - a source of one name has nothing to give away
            sources.append(source)
            continue
        parts = _parts(source, apart, findings.article.text, language)
        sources += parts.values()
        new |= {(source.id, name): part.id for name, part in parts.items() if part.id != source.id}
    return _given(replace(findings, sources=tuple(sources)), new, language) if new else findings


def _parts(source: Source, apart: Mapping[str, Reason], text: str, language: str) -> dict[str, Source]:
    """By the name that was taken out; "" for what is left, if anything is."""
    names: dict[str, list[str]] = {}
    for name in dict.fromkeys((source.name, *source.names)):
        key = name_key(name, language)
        names.setdefault(key if key in apart else "", []).append(name)
    meant = {place: name_key(place.span.of(text), language) for place in source.mentions}
    found: dict[str, Source] = {}
    for name, forms in names.items():
        called = source.name if source.name in forms else max(forms, key=lambda form: (len(form), form))
        # What is no name, such as a pronoun, stays with what is left.
        stays = name == "" or ("" not in names and source.name in forms)
        found[name] = replace(
            source,
            id=source.id if stays else content_id("s", source.id, "apart", name),
            name=called,
            role=source.role if stays else None,
            names=tuple(forms),
            mentions=tuple(place for place in meant if meant[place] == name or (stays and meant[place] not in names)),
        )
    return found


def _given(findings: Findings, new: Mapping[tuple[str, str], str], language: str) -> Findings:
    """What a name says, given to its own source."""
    text = findings.article.text
    owner: dict[str | None, str | None] = {}
    for one in findings.statements:
        named = name_key(one.source_span.of(text), language) if one.source_span else ""
        owner[one.id] = new.get((one.source or "", named), one.source)
    return replace(
        findings,
        statements=tuple(replace(one, source=owner[one.id]) for one in findings.statements),
        figures=tuple(
            replace(one, source=owner.get(one.statement, one.source)) if one.source else one for one in findings.figures
        ),
    )


def join_by_hand(groups: Sequence[Group], joins: Mapping[str, tuple[str, Reason]], language: str) -> list[Group]:
    """Put groups under the name they shall have, by names as they are compared; those of a name that no article has stay as they are."""
    found = list(groups)
    for name, (target, reason) in joins.items():
        ours = _called(found, name, language)
        theirs = _called(found, name_key(target, language), language)[:1]
        if ours:
            found = _joined_under(found, ours, [*theirs, *ours][0], (target, reason), language)
    return sorted(found, key=lambda group: (group.kind, group.name, group.members[0].id))


def _joined_under(
    groups: list[Group], ours: Sequence[Group], meant: Group, join: tuple[str, Reason], language: str
) -> list[Group]:
    """The groups, some of them put into one, which bears the name that was given for them."""
    target, reason = join
    others = [group for group in ours if group is not meant]
    if not others and name_key(meant.name, language) == name_key(target, language):
        return groups  # they are one already
    for group in others:
        meant.take(group.members, *group.reasons)
    meant.take((), reason)
    meant.members.sort(key=lambda source: source.id)
    meant.name, meant.named = target, True
    gone = {id(group) for group in others}
    return [group for group in groups if id(group) not in gone]


def _called(groups: Iterable[Group], name: str, language: str) -> list[Group]:
    """The groups that are shown under a name; else those that have it among others. The fullest first."""
    held = sorted(groups, key=lambda group: -len(group.members))
    shown = [group for group in held if name_key(group.name, language) == name]
    return shown or [
        group
        for group in held
        if any(name == name_key(one, language) for member in group.members for one in member.names)
    ]
