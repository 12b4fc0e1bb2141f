"""Who an article's clauses speak of: "the girl" and "she" are the nine-year-old who was named before."""

from collections.abc import Iterable

from twosource.compare.points.deeds.roles import Role, of_other_sex, one_name, read_role, roles_list
from twosource.compare.points.figures.counts import kind_of
from twosource.model import Happening
from twosource.text.story_index import StoryIndex

_NEAR = 250  # code points between a pronoun and who it stands for

Roles = tuple[Role | None, Role | None]


def roles_in(happenings: Iterable[Happening], index: StoryIndex) -> list[Roles]:
    """The doer and the sufferer of each of an article's happenings, in the order of the text.

    A name that is cut short, a description without name or age and a pronoun get what the article has said of the one
    person before whom they can mean; nothing where there are several.
    """
    company: list[tuple[Role, int]] = []
    found: list[Roles] = []
    for one in happenings:
        doer = read_role(one.doer, one.article, index)
        doer = _met(doer, one.start, company) if doer else None
        done_to = read_role(one.done_to, one.article, index)
        done_to = _met(done_to, one.start, company, doer) if done_to else None
        found.append((doer, done_to))
    return found


def _met(role: Role, at: int, company: list[tuple[Role, int]], beside: Role | None = None) -> Role:
    """The role with what is known of it; the company with it among them. A pronoun is not who stands ``beside``."""
    fits = [row for row, (other, place) in enumerate(company) if _may_mean(role, other, at - place)]
    if role.pronoun:
        fits = [row for row in fits if company[row][0] is not beside]
        return company[max(fits, key=lambda row: company[row][1])][0] if fits else role
    if not (role.names or role.person):
        return role
    if len(fits) == 1:
        whole = role.with_all_of(company[fits[0]][0])
        company[fits[0]] = (whole, at)
        return whole
    if not fits:
        company.append((role, at))
    return role


def _may_mean(role: Role, other: Role, distance: int) -> bool:
    if role.pronoun:
        single = role.pronoun in {"he", "she", "him", "her", "his"} and other.person
        return (
            single
            and distance <= _NEAR
            and not other.count
            and not (of_other_sex(role.pronoun, other) or other.heads & roles_list("many"))
        )
    if role.count != other.count or role.which != other.which or (role.ages and other.ages and role.ages != other.ages):
        return False
    if role.names and other.names:
        return one_name(role.names, other.names)
    if role.ages & other.ages:
        return True
    if not role.definite:
        return False
    kinds = [{kind_of(head) or head for head in each.heads} for each in (role, other)]
    return bool((kinds[0] & kinds[1]) - roles_list("groups"))
