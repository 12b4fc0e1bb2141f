"""The answer to "who is meant here"."""

from dataclasses import dataclass

from twosource.extract.entities.mentions import Mention
from twosource.text.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Who is meant."""

    entity: str | None  # an id; None where it is not safe to say
    reason: Reason  # why them, or why nobody
    # How the text names them there, or where a pronoun's noun stands; None where the cast does not hold it.
    mention: Mention | None = None

    def taking(self, mention: Mention | None) -> "Meant":
        """The same, named by a mention; by its own where there is none."""
        return self if mention is None else Meant(entity=self.entity, reason=self.reason, mention=mention)

    def because(self, reason: Reason) -> "Meant":
        """The same for another reason, where somebody is meant."""
        return self if self.entity is None else Meant(entity=self.entity, reason=reason, mention=self.mention)


def nobody(reason: Reason) -> Meant:
    """That it is not safe to say who is meant, and why."""
    return Meant(entity=None, reason=reason)
