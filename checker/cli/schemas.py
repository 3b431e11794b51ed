"""``checker rules schema``: the JSON Schemas that editors use."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.files import write_file
from checker.rules.json_schema import KINDS, schema_file, schema_text


@click.command()
@click.option("--kind", type=click.Choice(KINDS), default="rule", help="The kind of file. Default: rule.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Write all schemas into this folder instead.",
)
def schema(kind: str, out: Path | None) -> None:
    """Print the JSON Schema of a kind of file."""
    if out is None:
        click.echo(schema_text(kind), nl=False)
        return
    for name in KINDS:
        write_file(out / schema_file(name), schema_text(name))
        click.echo(f"wrote {out / schema_file(name)}")
