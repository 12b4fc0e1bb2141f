"""The list of stories, the search, and a story: as a page and as files."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from twosource.errors import QueryError
from twosource.model import Edit, Story
from twosource.present.exports.naming import file_name
from twosource.present.formats import FORMATS
from twosource.present.page import contents
from twosource.present.wording import Counts, span_of_time, told
from twosource.text.prose import listed
from twosource.web.jobs import Jobs
from twosource.web.look import policy_of, resource, written
from twosource.web.shelf import Card, Hit, Shelf

_OUTLETS: Final = 5
_PAGES: Final = 8
_FED: Final = 30  # stories of the feed: what a reader that looks once a day may miss is not told again
_LOOK: Final = {"page.css": "text/css", "web.css": "text/css", "web.js": "text/javascript", "icon.svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A story in the list, in words: names before counts."""

    id: str
    title: str
    outlets: str
    when: str
    counts: tuple[str, ...]
    contested: int | None
    news: tuple[str, ...]


SORTS: Final[dict[str, tuple[str, Callable[[Card], tuple[object, ...]]]]] = {
    "new": ("newest change", lambda card: (card.last or "",)),
    "contested": ("most contested", lambda card: (card.contested or 0, card.last or "")),
    "origins": ("most origins", lambda card: (card.origins or 0, card.last or "")),
    "articles": ("most articles", lambda card: (card.articles, card.last or "")),
}
"""How the list can be sorted: what each order is called, and what goes first, the greatest."""

FILTERS: Final[dict[str, tuple[str, Callable[[Card], bool]]]] = {
    "contested": ("contested", lambda card: bool(card.contested)),
    "shared": ("with a shared origin", lambda card: card.origins is not None and card.origins < card.articles),
    "news": ("with something new", lambda card: bool(card.news)),
}
"""What the list can be cut down to."""


def line(card: Card) -> Line:
    """A card in words: the counts in the same wording as on the story's page."""
    counts = Counts(articles=card.articles, outlets=len(card.outlets), origins=card.origins, sources=card.sources)
    return Line(
        id=card.id,
        title=card.called,
        outlets=listed(list(card.outlets), _OUTLETS) if card.outlets else "All its articles were moved elsewhere",
        when=span_of_time(card.first, card.last or card.first) if card.first else "no dates stated",
        counts=told(counts),
        contested=card.contested,
        news=card.news,
    )


def index(request: Request) -> Response:
    """All stories, sorted and cut down as the address asks."""
    shelf: Shelf = request.app.state.shelf
    jobs: Jobs = request.app.state.jobs
    sort, only = request.query_params.get("sort", ""), request.query_params.get("only", "")
    cards = list(shelf.cards())
    kept = [card for card in cards if FILTERS[only][1](card)] if only in FILTERS else cards
    if sort in SORTS:
        kept.sort(key=SORTS[sort][1], reverse=True)
    page = written(
        "list.html",
        lines=[line(card) for card in kept],
        every=len(cards),
        sort=sort if sort in SORTS else "new",
        only=only if only in FILTERS else "",
        sorts={name: words for name, (words, _) in SORTS.items()},
        filters={name: words for name, (words, _) in FILTERS.items()},
        deleted=[line(card) for card in shelf.deleted()],
        gone=shelf.gone,
        place=shelf.place,
        jobs=(*jobs.open, *jobs.broken_off),
        csrf=request.state.csrf,
    )
    return HTMLResponse(page)


def search(request: Request) -> Response:
    """Where words stand in the articles."""
    shelf: Shelf = request.app.state.shelf
    words = request.query_params.get("q", "").strip()
    hits: tuple[Hit, ...] = ()
    wrong = ""
    try:
        hits = shelf.search(words) if words else ()
    except QueryError as error:
        wrong = str(error)
    titles = {hit.story: hit.title for hit in hits}
    found = [(name, title, [hit for hit in hits if hit.story == name]) for name, title in titles.items()]
    return HTMLResponse(written("search.html", words=words, hits=hits, stories=found, wrong=wrong))


def story(request: Request) -> Response:
    """A story: the same page as the file, with a bar above it."""
    shelf: Shelf = request.app.state.shelf
    name: str = request.path_params["story"]
    held, edits = shelf.story(name), shelf.edits(name)
    made = _page(request.app.state.pages, name, held, edits)
    return HTMLResponse(made[0], headers={"content-security-policy": made[1]})


def _page(
    pages: dict[str, tuple[Story, tuple[Edit, ...], str, str]], name: str, held: Story, edits: tuple[Edit, ...]
) -> tuple[str, str]:
    """The page and its policy; the last few are kept as they were written."""
    known = pages.get(name)
    if known is None or known[0] != held or known[1] != edits:
        page = contents([held])
        text = written(
            "story_page.html",
            page=page,
            stories=page.stories,
            id=name,
            split_at=f"/stories/{name}/correct",
            edits=edits,
            formats=FORMATS.values(),
        )
        while len(pages) >= _PAGES:
            pages.pop(next(iter(pages)), None)
        known = pages[name] = (held, edits, text, policy_of(page))
    return known[2], known[3]


def download(request: Request) -> Response:
    """A story as a file."""
    form = FORMATS.get(request.path_params["form"])
    if form is None:
        raise HTTPException(404, "A story cannot be had in that form.")
    held: Story = request.app.state.shelf.story(request.path_params["story"])
    body = form.make([held])
    name = file_name(held, form.suffixes[0])
    return Response(body, media_type=form.media, headers={"content-disposition": f'attachment; filename="{name}"'})


def feed(request: Request) -> Response:
    """The newest stories as an Atom feed, each entry dated by its newest article, with what its last day brought."""
    shelf: Shelf = request.app.state.shelf
    newest = sorted(shelf.cards(), key=SORTS["new"][1], reverse=True)[:_FED]
    form = FORMATS["atom"]
    body = form.make([shelf.story(card.id) for card in newest])
    tag = f'"{sha256(body).hexdigest()[:16]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=form.media, headers=headers)


def look(request: Request) -> Response:
    """A style, the script or the icon."""
    name: str = request.path_params["name"]
    if name not in _LOOK:
        raise HTTPException(404, "There is no such page.")
    return Response(resource(name), media_type=_LOOK[name], headers={"cache-control": "no-cache"})
