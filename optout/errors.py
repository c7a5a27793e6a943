"""What can end a command, and with which exit code. Imports nothing, so that everything may import it."""


class OptoutError(Exception):
    """A failure that is the user's to mend; its text is one plain sentence that says what to do next.

    `exit_code` is 1 (problems or not found) unless a subclass says otherwise.
    """

    exit_code = 1


class NotFound(OptoutError):
    """What was asked for is not in the catalog (exit code 1)."""


class UsageProblem(OptoutError):
    """The command line asks for something that does not exist or does not fit together (exit code 2)."""

    exit_code = 2
