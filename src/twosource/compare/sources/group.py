"""Sources that are one."""

from dataclasses import dataclass, field

from twosource.model import Source, SourceKind


@dataclass(slots=True, kw_only=True)
class Group:
    """Sources that are one. ``named`` is False for a source that stays alone because it has no name."""

    name: str
    kind: SourceKind
    members: list[Source]
    named: bool = True
    reasons: list[str] = field(default_factory=list)
