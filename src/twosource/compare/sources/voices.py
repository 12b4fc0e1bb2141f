"""Who speaks for whom: an unnamed spokesman is his body's voice, and a person and the body they speak for are one voice."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from twosource.compare.sources.bodies import BodyGroups
from twosource.compare.sources.group import Group
from twosource.language.lexicon import lexicon_of
from twosource.model import Source
from twosource.text.body_names import is_shorter, read_body_name, same_body
from twosource.text.names import fold
from twosource.text.reasons import Reason


def join_voices(nameless: Sequence[Group], people: Sequence[Group], bodies: BodyGroups, language: str) -> list[Group]:
    """Join whoever is only said to speak for a body: to the one person who is named as that, else to the body itself.

    Officials of a body are sources of their own, one for all articles; they are counted as the body's voice. Two spokesmen
    of a body that is no source itself are one.

    Returns:
        The nameless groups that joined nobody, those that are one put together.
    """
    words = lexicon_of(language).bodies
    left: list[Group] = []
    together: dict[tuple[str, object], Group] = {}
    for group in nameless:
        body = speaks_for(group.members, language)
        organ = _organ(group.name, words.voices, words.heads, words.people)
        if not body or not organ or len(group.members) > 1:
            left.append(group)
            continue
        person = _only_one(people, body, organ, language) if organ != "people" else None
        target = person or (bodies.called(body) if organ != "people" else None)
        read = read_body_name(body, language)
        key = organ, read.known or read.words
        if target is not None:
            target.take(group.members, Reason("sources.named_as" if person else "sources.speaks_for", name=group.name))
        elif key in together:
            together[key].take(group.members, Reason("sources.speaks_for_too", name=group.name, body=body))
        else:
            together[key] = group
            left.append(group)
    return left


def _organ(name: str, voices: Iterable[str], heads: Iterable[str], people: Iterable[str]) -> str:
    """As what a description says that somebody speaks for a body, by the first word that says so; "" by none."""
    for word in name.split():
        plain = fold(word.strip(","))
        for organ, nouns in (("voice", voices), ("head", heads), ("people", people)):
            if plain in nouns:
                return organ
    return ""


def _only_one(people: Sequence[Group], body: str, organ: str, language: str) -> Group | None:
    """The one person who is named as the body's spokesman, or head."""
    words = lexicon_of(language).bodies
    asked = read_body_name(body, language)
    told: dict[int, tuple[Group, bool]] = {}
    for group in people:
        for member in group.members:
            own = read_body_name(member.speaks_for or "", language)
            if _organ(member.role or "", words.voices, words.heads, ()) == organ and (
                same_body(own, asked) or is_shorter(own, asked) or is_shorter(asked, own)
            ):
                told[id(group)] = (group, told.get(id(group), (group, False))[1] or bool(same_body(own, asked)))
    exact = [group for group, same in told.values() if same]
    fitting = exact or [group for group, _ in told.values()]
    return fitting[0] if len(fitting) == 1 else None


def speaks_for(members: Iterable[Source], language: str) -> str:
    """The body that a source speaks for, by its fullest name; of several the one of most articles. "" for none."""
    told: dict[str, int] = defaultdict(int)
    for member in members:
        if member.speaks_for:
            told[member.speaks_for] += 1
    weight = {body: len(read_body_name(body, language).words) for body in told}
    return min(told, key=lambda body: (-weight[body], -told[body], -len(body), body), default="")
