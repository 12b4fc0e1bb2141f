"""What another version of twosource found in the articles that are kept is found anew."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from twosource.library.made import made_by
from twosource.library.placing import Placer
from twosource.pipeline import Options, findings_in
from twosource.store import articles
from twosource.store.opening import writing


def refresh(
    db: sqlite3.Connection, path: Path, names: Sequence[str], options: Options, placer: Placer, clock: Callable[[], str]
) -> None:
    """Find anew in each of these articles, each in a transaction of its own; those that grouping sees otherwise are placed again in the end.

    Args:
        db: The library's file.
        path: Where it is.
        names: Ids of the articles; none for nothing to do.
        options: How to read.
        placer: Places articles in stories.
        clock: What says when an article was placed.
    """
    other = []
    for done, name in enumerate(names, 1):
        before = articles.findings_of(db, (name,))
        (found,) = findings_in(tuple(one.article for one in before), options)
        with writing(db, path):
            articles.replace_findings(db, found, made_by(options))
            if placer.renew(found):
                other.append(name)
        options.progress("refresh", done, len(names))
    if other:
        with writing(db, path):
            placer.repair(clock(), other)
