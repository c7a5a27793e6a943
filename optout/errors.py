"""What can end a command, and with which exit code. Imports next to nothing, so that everything may import it."""

from optout.text import shown


class OptoutError(Exception):
    """A failure that is the user's to mend; its text is one plain sentence that says what to do next.

    Each argument is a line: whatever it repeats of a catalog, a page or another program makes no second one.
    `exit_code` is 1 (problems or not found) unless a subclass says otherwise.
    """

    exit_code = 1

    def __str__(self) -> str:
        return "\n".join(shown(str(line)) for line in self.args)


class NotFound(OptoutError):
    """What was asked for is not in the catalog (exit code 1)."""


class UsageProblem(OptoutError):
    """The command line asks for something that does not exist or does not fit together (exit code 2)."""

    exit_code = 2
