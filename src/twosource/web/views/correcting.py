"""Corrections by hand: what can be corrected in a story, and what was."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from twosource.model import Edit, EditKind, Place, Story
from twosource.ports import Progress
from twosource.present.index import Index
from twosource.web.forms import Form
from twosource.web.jobs import Jobs, Outcome, Work
from twosource.web.look import shown, written
from twosource.web.shelf import Shelf, now
from twosource.web.views.making import start

_LONGEST: Final = 300
_KINDS: Final[dict[str, EditKind]] = {
    "move": "move_article",
    "join": "join_sources",
    "split": "split_source",
    "formula": "mark_formula",
    "rename": "rename_story",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that can be chosen in a form."""

    value: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What can be corrected in a story."""

    articles: tuple[Choice, ...]
    sources: tuple[Choice, ...]
    names: tuple[Choice, ...]
    passages: tuple[Choice, ...]


def show(request: Request) -> Response:
    """What can be corrected, and what was."""
    shelf: Shelf = request.app.state.shelf
    name: str = request.path_params["story"]
    story = shelf.story(name)
    page = written(
        "correct.html",
        id=name,
        title=story.called,
        offer=offer(story),
        stories=[Choice(value=card.id, words=shown(card.title)) for card in shelf.cards() if card.id != name],
        edits=[told(edit, story, shelf) for edit in shelf.edits(name)],
        csrf=request.state.csrf,
        gone=shelf.gone,
        events=len(story.events),
    )
    return HTMLResponse(page)


def offer(story: Story) -> Offer:
    """Articles, sources, names of joined sources and shared passages, each by an id of this story."""
    index = Index(story)
    sources = sorted(story.sources, key=lambda one: (one.name.casefold(), one.id))
    said = Counter([one.source for one in story.statements if one.said])
    return Offer(
        articles=tuple(
            Choice(value=one.id, words=shown(index.outlets[one.id]), note=shown(one.headline or ""))
            for one in story.articles
        ),
        sources=tuple(
            Choice(value=one.id, words=shown(one.name), note=_note(index, one.mentions, said[one.id]))
            for one in sources
        ),
        names=tuple(
            Choice(value=f"{one.id}.{place}", words=shown(name), note=shown(one.name))
            for one in sources
            for place, name in enumerate(one.names)
            if len(one.names) > 1 and name != one.name
        ),
        passages=_passages(story, index),
    )


def _note(index: Index, mentions: Sequence[Place], said: int) -> str:
    outlets = dict.fromkeys(index.outlets[place.article] for place in mentions)
    return f"{said} in {', '.join(map(shown, list(outlets)[:3]))}{' and others' if len(outlets) > 3 else ''}"  # noqa: PLR2004 - as many names as fit in a line


def _passages(story: Story, index: Index) -> tuple[Choice, ...]:
    """Passages that count as copied, the longest first; the same words in several pairs of articles are one."""
    held: dict[str, tuple[str, dict[str, None]]] = {}
    copied = [one for one in story.passages if one.is_copied]
    for passage in sorted(copied, key=lambda one: (-one.words, one.id)):
        words = index.line(passage.spans[0], passage.spans[0].article)
        _, outlets = held.setdefault(words, (passage.id, {}))
        outlets.update(dict.fromkeys(index.outlets[place.article] for place in passage.spans))
    return tuple(
        Choice(
            value=name,
            words=_short(words),
            note=", ".join(map(shown, outlets)),
        )
        for words, (name, outlets) in held.items()
    )


def told(edit: Edit, story: Story, shelf: Shelf) -> Choice:
    """A correction in plain words."""
    by = f"by {shown(edit.by)}" if edit.by else ""
    note = ", ".join(part for part in (edit.at[:16].replace("T", " "), by) if part)
    return Choice(
        value="", words=_TOLD[edit.kind](edit, story, shelf), note=f"{note}: {shown(edit.why)}" if edit.why else note
    )


def _told_move(edit: Edit, story: Story, shelf: Shelf) -> str:
    titles = {card.id: card.called for card in shelf.cards()}
    outlets = {one.id: one.outlet for one in story.articles}
    goal = titles.get(edit.target or "")
    article = f"The article of {shown(outlets[edit.subject])}" if edit.subject in outlets else "An article"
    return f"{article} moved {f'to “{shown(goal)}”' if goal else 'to another story'}"


def _short(words: str) -> str:
    return shown(words[:_LONGEST] + ("…" if len(words) > _LONGEST else ""))


_TOLD: Final[dict[EditKind, Callable[[Edit, Story, Shelf], str]]] = {
    "move_article": _told_move,
    "join_sources": lambda edit, _, __: f"“{_short(edit.subject)}” is shown as “{shown(edit.target or '')}”",
    "split_source": lambda edit, _, __: f"“{_short(edit.subject)}” is a source of its own",
    "rename_story": lambda edit, _, __: f"The title is now “{shown(edit.target or '')}”",
    "put_aside": lambda _, __, ___: "Put aside",
    "bring_back": lambda _, __, ___: "Brought back",
    "mark_formula": lambda edit, _, __: f"Standing text, not copying: “{_short(edit.subject)}”",
}


async def correct(request: Request, form: Form) -> Response:
    """Queue a correction."""
    shelf: Shelf = request.app.state.shelf
    name: str = request.path_params["story"]
    kind = _KINDS.get(request.path_params["kind"])
    if kind is None:
        raise HTTPException(404, "There is no such correction.")
    story = await run_in_threadpool(shelf.story, name)
    subject, target = _MEANT[kind](name, story, form)
    if kind == "move_article" and target:
        await run_in_threadpool(shelf.story, target)
    edit = Edit(
        kind=kind,
        subject=subject,
        target=target,
        at=now(),
        by=form.text("by")[:_LONGEST],
        why=form.text("why")[:_LONGEST],
    )
    return start(request, "Correcting by hand", (), _work(request, lambda tell: shelf.correct(name, edit, tell)))


async def undo(request: Request, form: Form) -> Response:
    """Queue the taking back of the last correction."""
    del form
    shelf: Shelf = request.app.state.shelf
    name: str = request.path_params["story"]
    await run_in_threadpool(shelf.story, name)
    return start(request, "Taking a correction back", (), _work(request, lambda tell: shelf.undo(name, tell)))


def _work(request: Request, change: Callable[[Progress], str]) -> Work:
    shelf: Shelf = request.app.state.shelf
    jobs: Jobs = request.app.state.jobs

    def work(progress: Progress) -> Outcome:
        with jobs.alone:
            name = change(progress)
        return Outcome(places=((f"/stories/{name}", shelf.story(name).called),))

    return work


def _moved_article(_: str, story: Story, form: Form) -> tuple[str, str | None]:
    return _held(form.text("article"), {one.id: one.id for one in story.articles}), form.text("target")


def _renamed_story(name: str, _: Story, form: Form) -> tuple[str, str | None]:
    title = form.text("title")[:_LONGEST]
    if not title:
        raise HTTPException(400, "No title was given. Go back and write one.")
    return name, title


def _joined_sources(_: str, story: Story, form: Form) -> tuple[str, str | None]:
    sources = {one.id: one.name for one in story.sources}
    subject, target = _held(form.text("source"), sources), _held(form.text("target"), sources)
    if form.text("source") == form.text("target"):
        raise HTTPException(400, "A source cannot be joined with itself: choose two.")
    return subject, target


def _split_name(_: str, story: Story, form: Form) -> tuple[str, str | None]:
    names = {f"{one.id}.{place}": name for one in story.sources for place, name in enumerate(one.names)}
    return _held(form.text("name"), names), None


def _marked_passage(_: str, story: Story, form: Form) -> tuple[str, str | None]:
    index = Index(story)
    words = {one.id: index.words(one.spans[0], one.spans[0].article) for one in story.passages}
    return _held(form.text("passage"), words), None


_MEANT: Final[dict[EditKind, Callable[[str, Story, Form], tuple[str, str | None]]]] = {
    "move_article": _moved_article,
    "rename_story": _renamed_story,
    "join_sources": _joined_sources,
    "split_source": _split_name,
    "mark_formula": _marked_passage,
}
"""Subject and target of a correction, looked up in the story: nothing that was sent is taken as it is."""


def _held(value: str, known: dict[str, str]) -> str:
    if value not in known:
        raise HTTPException(400, "Nothing was chosen, or the story has changed since the page was made. Go back and load it anew.")  # fmt: skip
    return known[value]
