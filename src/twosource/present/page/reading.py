"""The articles in full: every block with its label, every finding in place."""

from dataclasses import dataclass

from markupsafe import Markup

from twosource.model import Article, Block
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.origins import letter_of, relation_to
from twosource.present.page.counterparts import Also, Counterparts
from twosource.present.page.layers import layers_of, shared_wording
from twosource.present.page.weave import Layer, weave
from twosource.present.ranking import LISTED, listed
from twosource.present.wording import clip, dated, reviewed
from twosource.present.wording.terms import BLOCKS, term

_ALSO = 10  # other articles that a paragraph is said to stand in, the nearest first
_ALONE = "no shared origin found"
_REASON = 280  # code points: of an origin of sixty articles the whole reason is longer than they are


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block ready to be shown. ``muted`` blocks are residue or say an earlier one again.

    ``reason`` is why it is labelled so; a large story has room only for why a block does not count.
    """

    place: str
    kind: str
    label: str
    reason: str
    muted: bool
    html: Markup
    also: tuple[Also, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article ready to be shown in full."""

    place: str
    outlet: str
    known: bool
    headline: str
    dated: str
    date_reason: str
    byline: tuple[str, ...]
    credits: tuple[str, ...]
    via: tuple[str, ...]
    publisher: str
    address: str
    reviewed: tuple[str, ...]
    letter: str
    origin: str
    origin_reason: str
    blocks: tuple[BlockView, ...]


def articles(index: Index) -> tuple[ArticleView, ...]:
    """All articles in the story's order."""
    shared = shared_wording(index)
    beside, numbered = Counterparts(index), listed(index)
    return tuple(
        _article(index, one, layers_of(index, one, shared.get(one.id, ()), numbered), beside)
        for one in index.story.articles
    )


def _article(
    index: Index,
    article: Article,
    layers: list[Layer],
    beside: Counterparts,
) -> ArticleView:
    origin = index.origin_of.get(article.id)
    letter = letter_of(index, article.id)
    large = len(index.articles) > LISTED
    layers = sorted(layers, key=lambda one: one.start)
    return ArticleView(
        place=anchor("a", article.id),
        outlet=index.outlets[article.id],
        known=article.outlet_known,
        headline=article.headline or "",
        dated=dated(article),
        date_reason=article.date_reason,
        byline=article.byline,
        credits=article.credits,
        via=article.via,
        publisher=article.publisher or "",
        address=article.url or article.path or "",
        reviewed=reviewed(article),
        letter=letter,
        origin=relation_to(index, origin) if origin and letter else "" if large else _ALONE,
        origin_reason="" if origin is None or origin.reason.startswith(_ALONE) else clip(origin.reason, _REASON),
        blocks=tuple(
            _block(
                article, block, layers, anchor("b", article.id, str(place)), beside.of(article.id, place), large=large
            )
            for place, block in enumerate(index.blocks(article.id))
        ),
    )


def _block(
    article: Article, block: Block, layers: list[Layer], place: str, also: tuple[Also, ...], *, large: bool
) -> BlockView:
    touching = [one for one in layers if block.span.overlaps(one)]
    if block.kind == "residue":
        # A passage may run on over residue that stands between two shared paragraphs: it is not shared itself.
        touching = [one for one in touching if one.kind != "sh"]
    label = term(BLOCKS, block.kind)
    if block.repeats is not None:
        label = f"{label or block.kind}, repeated"
    muted = block.is_aside
    return BlockView(
        place=place,
        kind=block.kind,
        label=label,
        reason=block.reason if muted or not large else "",
        muted=muted,
        html=weave(article.text, block.start, block.end, touching),
        also=() if block.kind == "residue" else also[:_ALSO],
    )
