"""Commands of click that speak the language of the person: help, headings, and what is said of a mistake."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import click

from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.language import N_, Words

PROGRAM: Final = "onlinesafe"
"""The name of the program, as one types it."""

UNCHANGED: Final = "\b\n"
"""Put before a paragraph of help, it keeps its lines."""


class Mistake(click.UsageError):
    """Something on the command line that does not fit, said in words of our own."""

    def __init__(self, message: str, *, ctx: click.Context | None = None, **values: object) -> None:
        """Create the error.

        Args:
            message: What is wrong, an English message to translate, with `{name}`s for `values`.
            ctx: The command that it is about; the whole program when None.
            values: What is filled in; foreign text in it is cleaned where it is told.
        """
        super().__init__(message, ctx)
        self.values = values


class Command(click.Command):
    """A command in one language."""

    def __init__(
        self,
        words: Words,
        name: str,
        *,
        help: str,
        callback: Callable[..., object],
        params: Sequence[click.Parameter] = (),
        more: Sequence[str] = (),
        epilog: str = "",
    ) -> None:
        """Create the command.

        Args:
            words: The language.
            name: What one types.
            help: What it does, in one sentence, an English message to translate.
            callback: Does it; may return the exit code.
            params: Its options and arguments, in the language already.
            more: What else to know, a paragraph each, in the language already.
            epilog: What stands under everything, in the language already.
        """
        options = words(N_("OPTIONS"))
        super().__init__(
            name,
            callback=callback,
            params=[*params, _help_option(words)],
            help="\n\n".join((words(help), *more)),
            short_help=words(help),
            epilog=epilog,
            add_help_option=False,
            options_metavar=f"[{options}]",
        )
        self.words = words

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take in what stands on the line.

        Raises:
            UsageError: It does not fit; the error knows for which command.
        """
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is typed."""
        usage = self.words(N_("Usage:"))
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=f"{usage} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        with formatter.section(self.words(N_("Options"))):
            formatter.write_dl([record for option in options if (record := option.get_help_record(ctx))])


class Group(Command, click.Group):
    """Commands under one name, in one language."""

    def __init__(
        self,
        words: Words,
        name: str,
        *,
        help: str,
        commands: Sequence[click.Command],
        bare: Callable[[], object] | None = None,
        params: Sequence[click.Parameter] = (),
        more: Sequence[str] = (),
        epilog: str = "",
    ) -> None:
        """Create the group.

        Args:
            words: The language.
            name: What one types.
            help: What it is for, in one sentence, an English message to translate.
            commands: What stands under it, in the order in which help lists them.
            bare: Does what the name alone does, and may return the exit code; None when a command must follow.
            params: Its options, in the language already.
            more: What else to know, a paragraph each, in the language already.
            epilog: What stands under everything, in the language already.
        """
        super().__init__(words, name, help=help, callback=self._begin, params=params, more=more, epilog=epilog)
        self._bare = bare
        self.invoke_without_command = True
        self.no_args_is_help = False
        command_name = words(N_("COMMAND"))
        self.subcommand_metavar = f"[{command_name}] …" if bare else f"{command_name} …"
        for command in commands:
            self.add_command(command)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click gives it)
        """Return the names of the commands, in their own order."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        Command.format_options(self, ctx, formatter)
        with formatter.section(self.words(N_("Commands"))):
            formatter.write_dl([(name, command.short_help or "") for name, command in self.commands.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is named first.

        Raises:
            Mistake: There is none of that name.
        """
        if args[0] not in self.commands:
            known = ", ".join(self.commands)
            raise Mistake(N_("There is no command {name}; use one of: {known}"), ctx=ctx, name=args[0], known=known)
        return super().resolve_command(ctx, args)

    def _begin(self, **_: object) -> object:
        ctx = click.get_current_context()
        if ctx.invoked_subcommand is not None:
            return None
        if self._bare is None:
            raise Mistake(N_("A command must follow: {known}"), ctx=ctx, known=", ".join(self.commands))
        return self._bare()


def told_mistake(error: click.UsageError, words: Words) -> str:
    """Say what is wrong on the command line, how it is typed, and where there is help."""
    lines = [_sentence(error, words)]
    if error.ctx is not None:
        lines.append(error.ctx.get_usage())
    path = error.ctx.command_path if error.ctx is not None else PROGRAM
    lines.append(words(N_("More: {command}"), command=f"{path} --help"))
    return "\n".join(lines)


def _sentence(error: click.UsageError, words: Words) -> str:
    match error:
        case Mistake():
            return words(error.message, **{name: clean_name(str(value)) for name, value in error.values.items()})
        case click.NoSuchOption():
            return words(N_("There is no option {name}"), name=clean_name(error.option_name))
        case click.BadOptionUsage() if _is_flag(error):
            return words(N_("{name} takes no value"), name=clean_name(error.option_name))
        case click.BadOptionUsage():
            return words(N_("{name} needs a value after it"), name=clean_name(error.option_name))
        case click.MissingParameter(param=click.Parameter() as param):
            return words(N_("{name} is missing"), name=_name(param))
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice) as param):
            known = ", ".join(map(str, choice.choices))
            return words(N_("{name} can be one of: {known}"), name=_name(param), known=known)
        case click.BadParameter(param=click.Parameter() as param):
            return words(N_("What is given for {name} cannot be used"), name=_name(param))
        case _:
            return words(N_("There is more on the line than this command takes"))


def _is_flag(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx else []
    return any(
        isinstance(param, click.Option) and param.is_flag and error.option_name in param.opts for param in params
    )


def _name(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, click.Option) else (param.metavar or param.name or "")


def _help_option(words: Words) -> click.Option:
    return click.Option(
        ["--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help=words(N_("Show this text.")),
        callback=_show_help,
    )


def _show_help(ctx: click.Context, _: click.Parameter, is_wanted: bool) -> None:
    if is_wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()
