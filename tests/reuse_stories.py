"""Invented stories of one event for tests of shared wording and of origins."""

from dataclasses import replace

from invented import article
from twosource.model import Article, Findings, Source, Span, Statement, content_id

WIRE = (
    "A freight barge loaded with quarry stone broke its moorings above Tallow Weir before dawn and drifted into the piers of a footbridge.\n"
    "Wardens closed the towpath on both banks while divers looked for cracks below the waterline of the oldest arch.\n"
    "The barge had been tied up since autumn because its owners could not agree who should pay for a rusted winch."
)
OTHER = (
    "Commuters in Tallow found the river walk shut this morning, after a vessel struck the old crossing during the night.\n"
    "Council engineers expect repairs to last until spring, and a ferry will run at rush hour for those who walk to work."
)
REWRITTEN = (
    """The dredging company hid cracked pontoons beneath tarpaulins before inspectors came, two engineers said.
Its owners had sold their shares in autumn and moved to another harbour down the coast.
They also let workmen weld rusted hinges shut and paint over the seams.""",
    """Nobody wanted to know who had told workmen to weld rusted hinges shut and paint over the seams at low tide.
The town has lived from its ferries for two hundred years and means to go on.
Two engineers have told that a firm hid cracked pontoons beneath tarpaulins before inspectors came.""",
)
REPORTED = (
    """A young woman was shot in the leg outside a house on the east side, they said.
She was taken to a local hospital and was expected to survive on Monday morning.""",
    """Last night somebody was shot in the leg outside a house on the east side.
The victim was taken to a local hospital and was expected to survive, they hope.""",
)
SPEECH = "We heard a groan like a great door, and then the whole railing leaned over and slowly folded itself into the black water below"


def findings(one: Article, *statements: Statement, sources: tuple[Source, ...] = ()) -> Findings:
    """One article with its statements."""
    return Findings(article=one, statements=statements, sources=sources)


def bare(text: str, outlet: str, published: str | None = "2031-05-14T10:00", via: tuple[str, ...] = ()) -> Findings:
    """An article without statements."""
    return Findings(article=article(text, outlet=outlet, published=published, via=via))


def quoting(one: Article, words: str, source: Source | None) -> Statement:
    """A quotation of ``words`` where they stand in an article."""
    start = one.text.index(words)
    return Statement(
        id=content_id("t", one.id, start),
        article=one.id,
        kind="quotation",
        start=start,
        end=start + len(words),
        content=(Span(start=start, end=start + len(words)),),
        source=source.id if source else None,
    )


def speaking(lead: str, words: str, outlet: str, source: Source, tail: str = "", mark: str = "“") -> Findings:
    """An article of a lead, then one quotation of ``source``, then a tail."""
    close = "”" if mark == "“" else mark
    one = article(f"{lead}\n{mark}{words}{close}, said {source.name}.\n{tail}", outlet=outlet)
    return findings(one, quoting(one, words, source), sources=(source,))


def copy_of(one: Findings, outlet: str) -> Findings:
    """The same words in another outlet."""
    ours = one.article
    id_ = content_id("a", outlet, ours.headline, ours.text)
    return replace(
        one,
        article=replace(ours, id=id_, outlet=outlet),
        statements=tuple(replace(s, id=content_id("t", id_, s.start), article=id_) for s in one.statements),
    )


WITNESS = Source(id="s1", name="Ottoline Brask", kind="person", role="lock keeper")
MINISTER = Source(id="s2", name="Ruvim Dascalu", kind="person", role="Romanian transport minister")
