"""Starts the program."""


def main() -> None:
    """Start the program."""
    from onlinesafe_tui.cli import main as command

    command()


if __name__ == "__main__":
    main()
