"""`bothand`: one file a command. A command's module is imported when it is called, so each starts fast."""

from importlib import import_module
from typing import Any, Final

import click

from bothand import __version__

# Name, and the line that `bothand --help` shows, so that help imports nothing.
COMMANDS: Final[dict[str, str]] = {
    "serve": "Serve Bothand from this machine.",
    "demo": "Serve two invented people with a year behind them.",
    "backup": "Write everything into one checked file.",
    "restore": "Put a backup back in place.",
    "doctor": "Check all that can be checked without a key.",
    "negotiate": "Find what fulfils both, from three files.",
    "share": "Share work fairly, from three files.",
    "plan": "Plan a week for two, from three files.",
}


class LazyGroup(click.Group):
    """A group whose commands live in `bothand.cli.<name>`, each under its own name."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read what was typed."""
        from bothand.cli import shown

        shown.spell_out_unknown()
        with shown.plain_refusals():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was typed."""
        from bothand.cli import shown

        with shown.plain_refusals():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's own signature
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  as above
        """The command itself, imported now; None when there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"bothand.cli.{cmd_name}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  as above
        """The list in the help, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=LazyGroup)
@click.version_option(__version__, prog_name="bothand")
def main() -> None:
    """Bothand: a private place for two people who want to be close and stay themselves."""
