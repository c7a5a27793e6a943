"""optout schema: the JSON Schema of a catalog, for editors."""

from pathlib import Path

import click

from optout.cli import options, output


@click.command("schema")
@options.output_option
def command(path: Path | None) -> int:
    """The JSON Schema of a catalog: an editor that knows it completes fields, explains them and underlines mistakes.

    \b
    optout schema -o platforms.schema.json
    # yaml-language-server: $schema=platforms.schema.json     the first line of a catalog beside it
    """
    from optout.schema import json_schema as schema

    output.write(schema.text(), path)
    return 0
