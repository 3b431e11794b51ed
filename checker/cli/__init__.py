"""The command line: the only place that reads arguments, prints and sets an exit status."""

from checker.cli.app import main

main.places.update(
    check="checker.cli.drafts:check",
    compare="checker.cli.comparing:compare",
    consolidate="checker.cli.consolidating:consolidate_law",
    show="checker.cli.showing:show",
    review="checker.cli.reviewing:review",
    rules="checker.cli.rules:rules",
    serve="checker.cli.serving:serve",
)

__all__ = ["main"]
