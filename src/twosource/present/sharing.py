"""What leaves the maker's machine says nothing of it: files by their names, never the folders they lay in."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from twosource.model import Article, Gap, Story

# A path from the root of a disk, not a part of an address: "/home/ada/toll.txt", "C:\\Users\\ada\\toll.txt".
_ABSOLUTE: Final = re.compile(r"(?<![\w/:.])(?:/(?:[^/\s:;,“”\"'()]+/)+[^/\s:;,“”\"'()]+|[A-Za-z]:\\[^\s:;,“”\"'()]+)")
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def shareable(story: Story) -> Story:
    """A story whose articles and gaps name files without their folders. Addresses and all texts stay as they are.

    Example:
        >>> gap = Gap(code="G102", where="/home/ada/toll.txt", detail="/home/ada/toll.txt holds nothing")
        >>> shareable(Story(title="", gaps=(gap,), version="0")).gaps[0]
        Gap(code='G102', where='toll.txt', detail='toll.txt holds nothing')
    """
    given = [one.path for one in story.articles if one.path] + [gap.where for gap in story.gaps]
    known = sorted({one for one in given if file_name(one) != one}, key=lambda one: (-len(one), one))

    def plain(text: str) -> str:
        for path in known:
            text = text.replace(path, file_name(path))
        return _ABSOLUTE.sub(lambda found: file_name(found[0]), text)

    return replace(
        story,
        articles=tuple(_article(one, plain) for one in story.articles),
        gaps=tuple(_gap(one, plain) for one in story.gaps),
    )


def file_name(path: str) -> str:
    r"""The last part of a path; an address as it is.

    Example:
        >>> file_name("/home/ada/in/toll.txt"), file_name("C:\\in\\toll.txt"), file_name("https://a.example/b/c")
        ('toll.txt', 'toll.txt', 'https://a.example/b/c')
    """
    if _ADDRESS.match(path):
        return path
    way = PureWindowsPath(path) if re.match(r"[A-Za-z]:\\", path) else PurePosixPath(path)
    return way.name or path


def _article(article: Article, plain: Callable[[str], str]) -> Article:
    return replace(
        article,
        path=file_name(article.path) if article.path else article.path,
        outlet=article.outlet if article.outlet_known else file_name(article.outlet),
        date_reason=plain(article.date_reason),
        candidates=tuple(
            replace(one, value=plain(one.value)) if one.origin == "given" else one for one in article.candidates
        ),
    )


def _gap(gap: Gap, plain: Callable[[str], str]) -> Gap:
    return replace(gap, where=file_name(gap.where), detail=plain(gap.detail))
