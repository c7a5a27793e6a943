"""optout turns a reviewed YAML catalog of platforms into guides for refusing AI training on one's data.

For programs: `optout.open()` and what `optout.api` has beside it.
"""

TYPE_CHECKING = False  # typing itself takes a while to import, and who presses Ctrl-C in it would see a traceback

__all__ = ["__version__", "api", "open"]
__version__ = "0.1.0"

if TYPE_CHECKING:
    from optout import api as api
    from optout.api import open as open  # noqa: A004
else:

    def __getattr__(name):
        """Import the rest when it is asked for: `import optout`, and the command, pay for nothing."""
        if name not in ("api", "open"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        api = import_module("optout.api")
        return api if name == "api" else api.open
