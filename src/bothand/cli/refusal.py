"""How a command says no: one sentence on what is so and what can be done, and no traceback."""

import click


class Refusal(click.ClickException):
    """Ends the command with its sentence on standard error and exit code 1."""

    def show(self, file: object = None) -> None:  # noqa: ARG002  click's own signature
        """The sentence, as it is."""
        click.echo(self.message, err=True)
