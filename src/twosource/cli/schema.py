"""``twosource schema``: what the JSON of a story holds, for programs that check it."""

import json

from twosource.cli.app import EPILOG, app
from twosource.cli.arguments import Output
from twosource.cli.output import write


@app.command(epilog=EPILOG)
def schema(*, output: Output = None) -> None:
    """Write the JSON Schema of stories, as 'compare --format json' writes them."""
    from twosource.model.schema import schema as made  # noqa: PLC0415 - so that --help is quick

    write(json.dumps(made(), ensure_ascii=False, indent=1) + "\n", output)
