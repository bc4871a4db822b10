"""What `bothand` calls: the command of the app, or a sentence where only the engines are installed."""

import sys


def run() -> None:
    """Run the command. Exits with 2, and says how to install it, where the app is not installed."""
    try:
        from bothand.cli import main
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "bothand":
            raise
        print(  # noqa: T201  it stands in for a command, and has no other way to speak
            f"The engines are installed, and the app is not ({missing.name} is missing). "
            "`pip install 'bothand[app]'` installs it.",
            file=sys.stderr,
        )
        sys.exit(2)
    main()
