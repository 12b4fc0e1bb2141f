"""Which names are one person's: the people of an article by the first letters of the surname."""

from collections import defaultdict
from dataclasses import dataclass, field

from twosource.extract.entities.person_names import Named
from twosource.language.words_names import Gender
from twosource.text.names import Name, fold, levelled, same_person, without_titles
from twosource.text.reasons import Reason

_MOST_OF_A_NAME = 100  # people whose surnames begin alike; an article with more is a list


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody with a name: the fullest name, all forms met, roles as worded, and why the forms were joined."""

    key: int
    name: Name
    text: str
    forms: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: Gender = ""
    reason: Reason | None = None


def _bucket(name: Name) -> str:
    """The first letters of the surname as they are compared: only these people can be one."""
    return levelled(name.surname, name.language)[:3]


class Register:
    """People by the first letters of the surname, in order of their first full name."""

    def __init__(self) -> None:
        """Start with nobody."""
        self.people: list[Person] = []
        self._near: dict[str, list[Person]] = defaultdict(list)
        self._given: dict[str, list[Person]] = defaultdict(list)
        self._last_full: dict[int, int] = {}
        self._by_form: dict[str, list[Person]] = defaultdict(list)

    def full(self, one: Named) -> None:
        """Note a name with a given name; all of them are noted before any bare surname is settled."""
        if one.name.given and len(self._by_form.get(one.text, ())) == 1:
            return
        fitting = self._fitting(one.name)
        if len(fitting) == 1:
            self._add(fitting[0][0], one, fitting[0][1])
        elif not fitting:
            self._new(one)

    def settle(self, one: Named) -> Person:
        """The person whom a name means here."""
        known = self._by_form.get(one.text, ()) if one.name.given else ()
        fitting = [(known[0], known[0].reason)] if len(known) == 1 else self._fitting(one.name)
        if not one.name.given and not fitting:
            fitting = self._by_part(one.name.surname)
        if len(fitting) > 1:
            fitting = self._nearest(one, fitting)
            if not fitting:
                return self._new(one, Reason("entities.several_of_surname"))
        if not fitting:
            return self._new(one)
        person, reason = fitting[0]
        self._add(person, one, reason)
        if one.name.given:
            self._last_full[person.key] = one.block
        return person

    def _by_part(self, word: str) -> list[tuple[Person, Reason | None]]:
        """The one person whose given name, or first surname of two, a single word is."""
        given = self._given.get(word, [])
        if given:
            return [(given[0], Reason("entities.one_given_name"))] if len(given) == 1 else []
        held = [person for person in self.people if word in person.name.given[1:]]
        return [(held[0], Reason("entities.part_of_one_name"))] if len(held) == 1 else []

    def _fitting(self, name: Name) -> list[tuple[Person, Reason | None]]:
        near = self._near.get(_bucket(name), [])[:_MOST_OF_A_NAME]
        return [(person, reason) for person in near if (reason := same_person(person.name, name))]

    def _nearest(self, one: Named, fitting: list[tuple[Person, Reason | None]]) -> list[tuple[Person, Reason | None]]:
        exact = [pair for pair in fitting if pair[0].name == one.name or (one.name.given and one.text in pair[0].forms)]
        if len(exact) == 1:
            return exact
        near = [pair for pair in fitting if self._last_full.get(pair[0].key, -9) >= one.block - 1]
        return near if len(near) == 1 else []

    def _new(self, one: Named, reason: Reason | None = None) -> Person:
        person = Person(
            key=len(self.people),
            name=one.name,
            text=without_titles(one.text, one.name.language),
            forms=[one.text],
            gender=one.name.gender,
            reason=reason,
        )
        self.people.append(person)
        self._by_form[one.text].append(person)
        self._near[_bucket(one.name)].append(person)
        if one.name.given:
            self._given[fold(one.name.given[0])].append(person)
        return person

    def _add(self, person: Person, one: Named, reason: Reason | None) -> None:
        if one.text not in person.forms:
            person.forms.append(one.text)
            self._by_form[one.text].append(person)
            person.reason = person.reason or reason
        if len(one.name.given) > len(person.name.given):
            person.name, person.text = one.name, without_titles(one.text, one.name.language)
        person.gender = person.gender or one.name.gender
