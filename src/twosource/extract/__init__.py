"""What is said, on whose word: one article's blocks and trees become findings.

- entities: who is meant; asked by all the others
- times: expressions of time, resolved against the article's own
- statements: quotations, paraphrases and assertions, with who says them
- figures: numbers with what they count, on the word of the statement they stand in
- events: what each clause tells: who did what, to whom, and whether it is told as a fact
- stances: who denies, disputes, confirms, corrects or does not verify what, laid on the statements and figures as marks
"""

from collections.abc import Sequence

from twosource.extract.attribution import find_statements
from twosource.extract.entities import EntityResolver
from twosource.extract.events import find_events
from twosource.extract.figures import find_ages, find_figures, on_whose_word
from twosource.extract.quotations import find_quotations
from twosource.extract.stances import find_stances
from twosource.extract.times import date_article, find_moments
from twosource.language import Parsed, document_of
from twosource.model import Article, Findings
from twosource.settings import DEFAULTS, Settings
from twosource.text.uncollected import uncollected

__all__ = ["date_article", "extract"]


@uncollected()
def extract(
    article: Article, parsed: Parsed, settings: Settings = DEFAULTS, others: Sequence[Article] = ()
) -> Findings:
    """Everything that one cleaned article says, each kind of finding by place.

    An article that states no date is dated by its content; ``others``, dated articles of the same story, help in that.
    Empty but for the parser's gaps where no block was parsed.
    """
    article = date_article(document_of(article, parsed), others)
    document = document_of(article, parsed)
    moments = find_moments(document)
    quotations = find_quotations(article, parsed, settings)
    resolver = EntityResolver(document, quotations)
    statements = find_statements(document, quotations, resolver, settings)
    figures = find_figures(article, parsed, statements, moments)
    figures = on_whose_word(document, figures, statements, resolver)
    statements, figures = find_stances(document, statements, figures, resolver)
    return Findings(
        article=article,
        sources=resolver.sources(),
        statements=statements,
        figures=figures,
        moments=moments,
        happenings=find_events(document, resolver),
        ages=find_ages(document, statements, resolver),
        gaps=parsed.gaps,
    )
