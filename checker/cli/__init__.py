"""The command line: the only place that reads arguments, prints and sets an exit status."""

from checker.cli.app import main
from checker.cli.comparing import compare
from checker.cli.consolidating import consolidate_law
from checker.cli.drafts import check, show
from checker.cli.reviewing import review
from checker.cli.rules import rules
from checker.cli.serving import serve

for _command in (check, compare, consolidate_law, show, review, rules, serve):
    main.add_command(_command)

__all__ = ["main"]
