"""``litreview completion``: what a shell needs to complete commands and options."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from litreview.cli._command import Command
from litreview.cli._commands import commands, names, parser_of
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._words import Words, one_line
from litreview.errors import UnknownName


def arguments(parser: Parser) -> None:
    """``SHELL``."""
    parser.values.add_argument("shell", metavar="SHELL", nargs="?", help=parser.words.help("shell"))


def run(arguments: Namespace, report: Report) -> int:
    """Print the script of a shell."""
    if arguments.shell is None:
        raise report.misuse("no-shell", known=", ".join(SHELLS))
    if arguments.shell not in SHELLS:
        raise UnknownName("shell", arguments.shell, SHELLS)
    report.result(SHELLS[arguments.shell](report.words))
    return 0


def _options(words: Words) -> Mapping[str, Mapping[str, str]]:
    """The long options of each command, each with what it does."""
    return {
        command.name: {
            option: one_line(str(action.help or "")) if action.help != "==SUPPRESS==" else ""
            for action in parser_of(command, words)._actions
            for option in action.option_strings
            if option.startswith("--")
        }
        for command in commands()
    }


def _bash(words: Words) -> str:
    cases = "".join(f'    {name}) words="{" ".join(options)}" ;;\n' for name, options in _options(words).items())
    return (
        "_litreview() {\n"
        '  local cur="${COMP_WORDS[COMP_CWORD]}" words=""\n'
        '  if [ "$COMP_CWORD" -eq 1 ]; then\n'
        f'    COMPREPLY=($(compgen -W "{" ".join(names())}" -- "$cur"))\n    return\n  fi\n'
        f'  case "${{COMP_WORDS[1]}}" in\n{cases}    help) words="{" ".join(names())}" ;;\n  esac\n'
        '  case "$cur" in\n    -*) COMPREPLY=($(compgen -W "$words" -- "$cur")) ;;\n    *) COMPREPLY=($(compgen -f -- "$cur")) ;;\n  esac\n'
        "}\ncomplete -o filenames -F _litreview litreview\n"
    )


def _zsh(words: Words) -> str:
    return "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n" + _bash(words)


def _fish(words: Words) -> str:
    lines = [
        f"complete -c litreview -n __fish_use_subcommand -f -a {name} -d {_quoted(words.help(name).splitlines()[0])}" for name in names()
    ]
    for name, options in _options(words).items():
        lines += [
            f"complete -c litreview -n '__fish_seen_subcommand_from {name}' -l {option.removeprefix('--')} -d {_quoted(text)}"
            for option, text in options.items()
        ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A text in single quotes, as fish has them."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _powershell(words: Words) -> str:
    def listed(values: object) -> str:
        return ", ".join(f"'{value}'" for value in values)  # type: ignore[attr-defined]

    table = "".join(f"    '{name}' = @({listed(options)})\n" for name, options in _options(words).items())
    return (
        "Register-ArgumentCompleter -Native -CommandName litreview -ScriptBlock {\n"
        "  param($word, $ast, $position)\n"
        f"  $commands = @({listed(names())})\n  $options = @{{\n{table}  }}\n"
        "  $given = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })\n"
        "  if ($given.Count -eq 0 -or ($given.Count -eq 1 -and $word)) { $known = $commands } else { $known = $options[$given[0]] }\n"
        '  $known | Where-Object { $_ -like "$word*" } | ForEach-Object {\n'
        "    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)\n  }\n}\n"
    )


SHELLS: Mapping[str, Callable[[Words], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish, "powershell": _powershell}

COMMAND = Command("completion", "|".join(SHELLS), arguments, run)
