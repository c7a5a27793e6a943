"""How editors are told to open a file at a line."""

from pathlib import PurePath

# Those that take +LINE before the file are the rest: vi, vim, nvim, nano, emacs, micro, kak, joe, ne, gedit.
_GOTO = ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf")
_COLON = ("subl", "hx", "helix", "zed")
_FILE_ONLY = ("notepad", "open", "xdg-open", "true", "cat")


def arguments(editor: list[str], file: str, line: int) -> list[str]:
    """The command line that opens `file` at `line` in the editor with these words, such as ["code", "--wait"]."""
    name = PurePath(editor[0]).stem.lower()
    if name in _GOTO:
        return [*editor, "--goto", f"{file}:{line}"]
    if name in _COLON:
        return [*editor, f"{file}:{line}"]
    return [*editor, file] if name in _FILE_ONLY else [*editor, f"+{line}", file]
