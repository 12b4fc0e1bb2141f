"""What one article was found to say: the result of ``extract``."""

from dataclasses import dataclass

from twosource.model.article import Article
from twosource.model.figure import Figure, Moment
from twosource.model.gap import Gap
from twosource.model.happening import Happening
from twosource.model.statement import Source, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """One article with its sources, statements, figures, moments and happenings, each sorted by place.

    Source ids are of this article only; ``compare`` joins sources across articles. A statement or figure never
    names a source that is not in ``sources``. ``ages`` are figures of kind ``age``, which an editor does not call
    figures: each with the person it is told of as what is counted.
    """

    article: Article
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    happenings: tuple[Happening, ...] = ()
    ages: tuple[Figure, ...] = ()
    gaps: tuple[Gap, ...] = ()
