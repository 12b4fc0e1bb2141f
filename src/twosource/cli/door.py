"""The one door by which words go to the terminal: addresses, titles and names may hold characters that a terminal obeys."""

import typer


def say(text: str, *, err: bool = False) -> None:
    """Write a line, in which characters that would move the cursor, ring, colour or turn the writing round are shown as ``�``.

    Args:
        text: The line, without its end; it may have several.
        err: To the error stream.
    """
    from twosource.present.wording import seen  # noqa: PLC0415 - so that --help is quick

    typer.echo(seen(text), err=err)
