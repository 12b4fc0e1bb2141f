"""How a corpus is worked through."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from twosource.pipeline import Options
from twosource.settings import DEFAULTS, Settings

STAGES: Final = ("articles", "reprints", "passages", "findings", "stories")
"""What can be asked for, in order. ``articles`` is always made; ``passages`` asks for ``reprints``, and ``stories`` for ``findings``."""

_NEEDS: Final = {"passages": ("reprints",), "stories": ("findings",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusOptions:
    """How to read and compare a corpus. It is sent to workers, so that it holds values only.

    Attributes:
        stages: Which of ``STAGES``.
        sample: One gram in so many is looked at.
        outlets, publishers, aliases: As for ``pipeline.Options``.
        settings: The thresholds; those that begin with ``corpus_`` are for here.
    """

    stages: tuple[str, ...] = STAGES
    sample: int = 1
    outlets: Mapping[str, str] = field(default_factory=dict)
    publishers: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    settings: Settings = DEFAULTS

    @property
    def reading(self) -> Options:
        """The pipeline's options."""
        return Options(outlets=self.outlets, publishers=self.publishers, aliases=self.aliases, settings=self.settings)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The stages that are asked for, with those that they need, in order."""
        asked = {"articles", *self.stages}
        asked |= {needed for stage in self.stages for needed in _NEEDS.get(stage, ())}
        return tuple(stage for stage in STAGES if stage in asked)
