"""Planted reuse: stories put together from real articles of different events, so that what was copied is known.

Each story has a text, an article made from it, an article of another event, and two more of other events that share
something which is not copying. Every choice comes from one seed.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from typing import Final

from twosource.clean import clean
from twosource.model import Article, Raw, Span

RATES: Final = (0.0, 0.05, 0.1, 0.2, 0.3, 0.45)
DECOYS: Final = ("quotation", "caption", "boilerplate", "agency")

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z“\"])")
_CREDITED = re.compile(r"\b(?:AP|AFP|UPI|Reuters|Associated Press)\b")
_FURNITURE = re.compile(
    r"©|\(c\) \d|[Cc]opyright|all rights reserved|may not be published|reproduced without|contributed to this (?:report|story)"
    r"|[Aa]nyone (?:with|who)\b.{0,80}\b(?:call|contact)|[Aa]nyone with (?:any )?information|[Cc]rime ?[Ss]toppers|tip ?line"
    r"|\(?\d{3}\)?[ -]\d{3}-\d{4}|[Ss]ign up for|[Ss]ubscribe|[Ff]ollow (?:us|@)|[Cc]lick here|[Rr]ead more",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"]([^“”\"]{140,420})[”\"]")
_FIRST = ("Marit", "Ossian", "Pelagia", "Corwin", "Ildiko", "Teodor", "Wanja", "Basma", "Leocadia", "Hyun")
_LAST = ("Ravensholt", "Quillfeather", "Abernook", "Dovrefjell", "Marchetto", "Stonebridge-Orr", "Tamboura", "Vexley")
_BOILERPLATE = (
    (
        "Anyone with information is asked to call the sheriff's tip line at 555-0142. Callers can remain anonymous and may be "
        "eligible for a cash reward of up to two thousand crowns."
    ),
    (
        "A criminal complaint is merely an accusation, and each person named in it is presumed innocent unless proven guilty "
        "in a court of law."
    ),
    (
        "This material may not be published, broadcast, rewritten or redistributed without leave of the newspaper. All rights "
        "reserved, in this country and in all others where it is read."
    ),
    (
        "If you or someone you know needs to talk, the lifeline is open day and night, and samaritans can be contacted free of "
        "charge from any telephone in the country."
    ),
    (
        "This is a developing story, and it will be changed as more becomes known. Check back for updates, or sign up for our "
        "morning letter to have them sent to you before breakfast."
    ),
)
_AGENCY = (
    "A count kept by Reuters has {n} such cases in the district since the spring.",
    "Since spring the district has seen {n} of them, according to figures compiled by Reuters.",
    "Data gathered by the Associated Press show {n} similar cases there this year.",
    "There have been {n} this year, by the Associated Press's own tally.",
)
_CAPTIONS = (
    "{name} looks over the square on Monday, where flowers and candles have been laid beside the old pump house",
    "People wait behind a rope near the ferry landing as {name} speaks to a crowd of neighbours on Tuesday evening",
    "A tow truck driven by {name} clears the road below the chapel on Wednesday, while a constable holds back traffic",
)


@dataclass(frozen=True, kw_only=True)
class Source:
    """A real article to build from: its event, and its sentences."""

    event: str
    outlet: str
    sentences: tuple[str, ...]
    quotations: tuple[str, ...]


@dataclass(kw_only=True)
class Story:
    """A planted story.

    Attributes:
        articles: All articles; ``copies`` are the rows of the text and of what was made from it.
        gold: Spans of the planted wording in these two.
        decoys: Rows of the two articles that share only ``decoy``.
        true_origins: How many texts there are.
    """

    rate: float
    decoy: str
    articles: list[Article] = field(default_factory=list)
    copies: tuple[int, int] = (0, 1)
    decoys: tuple[int, int] = (3, 4)
    gold: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    true_origins: int = 4


def usable(event: str, outlet: str, text: str) -> Source | None:
    """An article cut into sentences; None where it cannot be built from.

    Sentences that any two articles may share without copying (hotlines, copyright lines, requests to subscribe) are
    left out: to plant them as a copied text would make the program's right answer a wrong one.

    It may be too short or too long, or name an agency: two articles of different events that both carry one would
    be one origin, and rightly.
    """
    if _CREDITED.search(text):
        return None
    sentences = tuple(
        " ".join(one.split())
        for line in text.splitlines()
        for one in _SENTENCE.split(line.strip())
        if len(one.split()) > 5  # noqa: PLR2004 - shorter ones are page furniture
        and one.strip()[-1] in '.!?”"'
        and not _FURNITURE.search(one)
    )
    words = sum(len(one.split()) for one in sentences)
    if not 150 <= words <= 1500 or len(set(sentences)) < len(sentences):  # noqa: PLR2004 - usual lengths of articles
        return None
    quotations = tuple(found.strip(" ,") for found in _QUOTED.findall(text) if "\n" not in found)
    return Source(event=event, outlet=outlet, sentences=sentences, quotations=quotations)


def plant(sources: Sequence[Source], rate: float, decoy: str, seed: str) -> Story:
    """One story.

    Args:
        sources: Real articles of many events.
        rate: Share of the words of the copied sentences that are edited.
        decoy: What the two unrelated articles share.
        seed: Fixes every choice.
    """
    chance = random.Random(seed)  # noqa: S311 - a seeded generator is what a bench needs
    text, lead, other, one, two = _apart(sources, chance, 5)
    quoting = chance.choice([source for source in sources if source.quotations])
    vocabulary = [word for source in chance.sample(list(sources), 5) for s in source.sentences for word in s.split()]
    kept = _cut(text.sentences, chance)
    edited = [_edit(text.sentences[row], rate, vocabulary, chance) for row in kept]
    head = list(lead.sentences[: chance.randint(1, 3)])
    tail = list(lead.sentences[-chance.randint(0, 3) or len(lead.sentences) :])
    story = Story(rate=rate, decoy=decoy)
    bodies = [
        list(text.sentences),
        head + edited + tail,
        list(other.sentences),
        list(one.sentences),
        list(two.sentences),
    ]
    captions = ["", "", "", "", ""]
    _share(decoy, bodies, captions, quoting, chance)
    for row, (body, caption) in enumerate(zip(bodies, captions, strict=True)):
        story.articles.append(_article(body, caption, f"{chr(97 + row)}-{seed.replace(' ', '-')}.example"))
    story.gold = (
        _places(story.articles[0].text, text.sentences, set(kept)),
        _places(story.articles[1].text, bodies[1], set(range(len(head), len(head) + len(edited)))),
    )
    return story


def _apart(sources: Sequence[Source], chance: random.Random, count: int) -> list[Source]:
    """Articles of as many events, the first with enough sentences to cut."""
    while True:
        chosen = chance.sample(list(sources), count)
        if len({one.event for one in chosen}) == count and len(chosen[0].sentences) >= 8:  # noqa: PLR2004 - the same
            return chosen


def _cut(sentences: Sequence[str], chance: random.Random) -> list[int]:
    """Rows of the sentences that are taken: two or three pieces, in another order half of the time."""
    count = max(4, round(len(sentences) * chance.uniform(0.4, 1.0)))
    start = chance.randint(0, len(sentences) - count)
    rows = list(range(start, start + count))
    cuts = sorted(chance.sample(range(2, count - 1), min(chance.randint(0, 2), count - 3)))
    pieces = [rows[a:b] for a, b in zip([0, *cuts], [*cuts, count], strict=True)]
    if chance.random() < 0.5:  # noqa: PLR2004 - half of the time
        chance.shuffle(pieces)
    return [row for piece in pieces for row in piece]


def _edit(sentence: str, rate: float, vocabulary: Sequence[str], chance: random.Random) -> str:
    """Each word is changed, dropped or given a neighbour with a chance of ``rate``."""
    words: list[str] = []
    for word in sentence.split():
        if chance.random() >= rate:
            words.append(word)
            continue
        how = chance.choice(("change", "drop", "add"))
        if how != "drop":
            words.append(chance.choice(vocabulary).strip('"“”.,'))
        if how == "add":
            words.append(word)
    return " ".join(words) or sentence


def _share(decoy: str, bodies: list[list[str]], captions: list[str], quoting: Source, chance: random.Random) -> None:
    """Put into the last two articles what they share without copying."""
    name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    if decoy == "caption":
        captions[3] = captions[4] = chance.choice(_CAPTIONS).format(name=name)
        return
    words = chance.choice(quoting.quotations)
    shared = {
        "quotation": (f"“{words},” said {name}.", f"{name} told reporters: “{words}.”"),
        "boilerplate": (chance.choice(_BOILERPLATE),) * 2,
        "agency": tuple(line.format(n=chance.randint(4, 90)) for line in chance.sample(_AGENCY, 2)),
    }[decoy]
    for body, line in zip(bodies[3:], shared, strict=True):
        body.insert(chance.randint(1, len(body)), line)


def _article(sentences: Sequence[str], caption: str, outlet: str) -> Article:
    """The sentences as a page: two a paragraph, and a picture with its caption."""
    lines = [f"<p>{escape(' '.join(sentences[i : i + 2]))}</p>" for i in range(0, len(sentences), 2)]
    if caption:
        picture = f'<figure><img src="https://picture.example/x.jpg" alt=""><figcaption>{escape(caption)}</figcaption></figure>'
        lines.insert(2, picture)
    page = f"<html><body><article>{''.join(lines)}</article></body></html>"
    digest = sha256(page.encode()).hexdigest()
    raw = Raw(name=outlet, kind="record", text=page, html=True, sha256=digest, outlet=outlet, language="en")
    article, _ = clean(raw)
    assert article is not None, outlet
    return article


def _places(text: str, sentences: Sequence[str], wanted: set[int]) -> tuple[Span, ...]:
    """Where the wanted sentences stand in the cleaned text; one that cleaning altered is left out."""
    found, reached = [], 0
    for row, sentence in enumerate(sentences):
        start = text.find(sentence, reached)
        if start < 0:
            continue
        reached = start + len(sentence)
        if row in wanted:
            found.append(Span(start=start, end=reached))
    return tuple(found)
