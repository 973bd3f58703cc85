"""What cog writes into the reference pages: help texts and schemas, from the code."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

import click
import cog
import msgspec
import typer.main

from sayso.desk.cli import app
from sayso.records import Incident, Origins, Reading, Resolution, Verdict, Weighing


def _each(group: click.Group, name: str) -> Iterator[tuple[str, str]]:
    for short, command in group.commands.items():
        full = f"{name} {short}"
        with click.Context(command, info_name=full) as context:
            context.max_content_width = 80
            context.terminal_width = 80
            yield full, command.get_help(context)
        if isinstance(command, click.Group):
            yield from _each(command, full)


def commands() -> None:
    """Write the help text of every command."""
    os.environ["COLUMNS"] = "80"
    root = typer.main.get_command(app)
    for name, text in _each(root, "sayso"):  # type: ignore[arg-type]
        cog.outl(f"\n## {name}\n\n```text\n{text.rstrip()}\n```")


def records() -> None:
    """Write one schema that holds all printed records."""
    (_, parts) = msgspec.json.schema_components([Reading, Origins, Incident, Weighing, Resolution, Verdict])
    for name, schema in sorted(parts.items()):
        body = json.dumps({k: v for k, v in schema.items() if k != "title"}, indent=1, ensure_ascii=False)
        cog.outl(f"\n## {name}\n\n```json\n{body}\n```")
