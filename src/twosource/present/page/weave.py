"""Findings laid over a text as nested elements, however they overlap; the characters stay as they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from markupsafe import Markup, escape

from twosource.present.wording import clip

_DEEP = 10  # elements inside each other; what would lie deeper is only a place, not drawn
_TITLE = 500  # code points of a reason that is shown on hover
_PIECES = 6  # into how many pieces overlaps may cut one finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One finding over a stretch of text."""

    # In the article's text.
    start: int
    end: int
    rank: int  # of layers at the same place, the lower is outside
    kind: str  # class names of the element; empty for what looks like any other text
    place: str = ""  # the element's ``id``; empty for none. Only the first piece bears it, others refer to it.
    part: bool = False  # true where this is a later stretch of the finding whose first one bears ``place`` as its id
    title: str = ""  # why it is marked; shown on hover and read out
    label: str = ""  # a word shown behind it (a mark's kind); not part of the text
    link: str = ""  # where the number behind it leads; with ``note``, the number
    note: str = ""


def weave(text: str, start: int, end: int, layers: Iterable[Layer]) -> Markup:
    """A stretch of text as HTML with the layers that touch it as nested elements.

    Layers that cross each other are cut into pieces. The element's text content is exactly ``text[start:end]``:
    labels and numbers are put there by the style sheet.

    Returns:
        Escaped HTML; the bare text where there are no layers.
    """
    return Markup("").join(_pieces(text, start, end, layers))


def _pieces(text: str, start: int, end: int, layers: Iterable[Layer]) -> list[Markup]:
    queue = [
        (max(one.start, start), -min(one.end, end), one.rank, order, 0, one)
        for order, one in enumerate(layers)
        if max(one.start, start) < min(one.end, end)
    ]
    heapify(queue)
    out: list[Markup] = []
    open_: list[tuple[int, Layer, bool]] = []
    at = start
    while queue:
        first, last, rank, order, piece, layer = heappop(queue)
        at = _close(text, out, open_, at, first)
        stop = -last
        if open_ and open_[-1][0] < stop:
            cut = open_[-1][0]
            if piece < _PIECES:
                heappush(queue, (cut, last, rank, order, piece + 1, layer))
            stop = cut
        if len(open_) >= _DEEP or stop <= first:
            continue
        out.append(escape(text[at:first]))
        at = first
        out.append(
            _start(
                layer, [one for _, one, _ in open_], whole=piece == 0 and layer.start >= start, last=stop == layer.end
            )
        )
        open_.append((stop, layer, stop >= min(layer.end, end)))
    at = _close(text, out, open_, at, end)
    out.append(escape(text[at:end]))
    return out


def _close(text: str, out: list[Markup], open_: list[tuple[int, Layer, bool]], at: int, until: int) -> int:
    while open_ and open_[-1][0] <= until:
        stop, layer, finished = open_.pop()
        out.append(escape(text[at:stop]))
        at = max(at, stop)
        around = [one for _, one, _ in open_]
        out.append(_end(layer, around) if finished and layer.end == stop else _CLOSED)
    return at


_OPEN = Markup("<span{}{}{}{}>")
_CLOSED = Markup("</span>")


def _start(layer: Layer, around: Sequence[Layer], *, whole: bool, last: bool) -> Markup:
    """The beginning of a finding, or of its piece: the first one has its place, the ``last`` one its word."""
    named = Markup(' id="{}"') if whole and not layer.part else Markup(' data-of="{}"')
    place = named.format(layer.place) if layer.place else ""
    if _said_again(layer, around):
        return _OPEN.format("", place, "", "")
    label = Markup(' data-tag="{}"').format(layer.label) if layer.label and last else ""
    title = Markup(' title="{}"').format(clip(layer.title, _TITLE)) if layer.title else ""
    kind = Markup(' class="{}"').format(layer.kind) if layer.kind else ""
    return _OPEN.format(kind, place, label, title)


def _end(layer: Layer, around: Sequence[Layer]) -> Markup:
    """The end of a finding with its number, unless a finding around it bears the same."""
    if not layer.note or any(one.note == layer.note for one in around):
        return _CLOSED
    return Markup('</span><a href="#{}" data-n="{}"></a>').format(layer.link, layer.note)


def _said_again(layer: Layer, around: Sequence[Layer]) -> bool:
    """Whether the same is said of the same words already: of a figure what is said of its statement."""
    return bool(layer.label) and any(
        (one.kind, one.label, one.title) == (layer.kind, layer.label, layer.title) for one in around
    )
