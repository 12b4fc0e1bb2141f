"""Raw inputs and libraries for tests: invented, and cheap where no trees are needed."""

from collections.abc import Sequence
from hashlib import sha256

from twosource.language.tree import Parsed
from twosource.model import Article, Raw
from twosource.pipeline import Options

NOON = "2031-05-20T12:00:00+00:00"
FERRY = (
    "Ferry runs aground off Velm",
    (
        "A ferry ran aground off the island of Velm on Monday and at least 12 people were killed, the harbour police said. "
        "The number could not be independently verified.\n\n"
        "Rescuers searched the Sorrel Strait for the other passengers of the ferry Anna Lind until dark.\n\n"
        "“We heard a grinding noise and then the lights went out,” said Ilse Brandt, who was on the car deck."
    ),
)
COPY = (
    "Twelve dead as ferry hits rocks at Velm",
    (
        "At least 12 people were killed when the ferry Anna Lind ran aground off the island of Velm on Monday, police said.\n\n"
        "Rescuers searched the Sorrel Strait for the other passengers of the ferry until dark.\n\n"
        "The harbour police said that the ferry Anna Lind had left its lane off Velm."
    ),
)
VOTE = (
    "Council closes the airfield of Sandry",
    (
        "The council of Sandry voted on Tuesday to close the town's airfield, the mayor Tova Lund said.\n\n"
        "Some 340 residents had signed a petition against the runway, which costs more than the school.\n\n"
        "“Nobody lands here any more,” Lund told the council."
    ),
)


def raw(
    story: tuple[str, str],
    outlet: str = "velmpost.example",
    *,
    published: str | None = "2031-05-12T10:00",
    url: str | None = None,
    updated: str | None = None,
) -> Raw:
    """An article as a row of a table gives it."""
    title, text = story
    return Raw(
        name=url or f"{outlet}#{title}",
        kind="record",
        text=text,
        title=title,
        sha256=sha256(f"{title}{text}".encode("utf-8", "replace")).hexdigest(),
        outlet=outlet,
        published=published,
        updated=updated,
        url=url,
    )


def blank(articles: Sequence[Article]) -> list[Parsed]:
    """A parser that sees nothing: quick, where only what is kept matters."""
    return [Parsed(trees=tuple(None for _ in article.blocks)) for article in articles]


def cheap(**given: object) -> Options:
    """Options with the parser that sees nothing."""
    return Options(parser=blank, **given)  # type: ignore[arg-type] # tests name fields as they like


def noon() -> str:
    """A clock that stands still."""
    return NOON
