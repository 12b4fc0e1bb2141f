"""Sources that are one."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from twosource.model import Source, SourceKind
from twosource.text.reasons import Reason


@dataclass(slots=True, kw_only=True)
class Group:
    """Sources that are one.

    ``named`` is False for a source that stays alone because it has no name; ``speaks_for`` is the body whose voice they are.
    """

    name: str
    kind: SourceKind
    members: list[Source]
    named: bool = True
    reasons: list[Reason] = field(default_factory=list)
    speaks_for: "Group | None" = None

    def take(self, sources: Iterable[Source], *reasons: Reason) -> None:
        """Take sources in, for a reason that is told once."""
        self.members += sources
        self.reasons += (reason for reason in reasons if reason not in self.reasons)
