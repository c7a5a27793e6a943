"""What holds for every command: `optout help environment`, `optout help exit-codes`, and the same in the man pages."""

ENVIRONMENT = {
    "OPTOUT_CATALOG": "The catalog, as --catalog names one.",
    "OPTOUT_LIST": "The file of your list, as --file names one.",
    "OPTOUT_CACHE": "The folder of what is kept to be quick; `off` keeps nothing.",
    "OPTOUT_TERMS": "The folder of the archived terms that `optout terms` reads.",
    "OPTOUT_PAGER, PAGER": "Shows what is longer than the terminal, else less does; empty for none.",
    "OPTOUT_TRACEBACK": "If set, a bug of ours is shown with all that Python knows of it.",
    "NO_COLOR, FORCE_COLOR": "No colours, or colours where nobody seems to read them.",
    "FORCE_HYPERLINK": "1 for links that a terminal can follow, 0 for none; unset, by what the terminal can.",
    "COLUMNS": "How wide the terminal is, where it does not say so itself.",
    "LANGUAGE, LC_ALL, LC_MESSAGES, LANG": "The language in a terminal, as --language names one.",
    "XDG_DATA_HOME, XDG_CACHE_HOME": "Where the folders of data and of what is kept to be quick are.",
    "GITHUB_ACTIONS": "If true, `optout check` lists problems as annotations.",
}

EXIT_CODES = {
    "0": "Done.",
    "1": "Problems, or something not found: a platform, a difference, a file.",
    "2": "Used wrongly: an option, a name, a file that cannot be what it should be.",
    "3": "A bug of ours; please report it.",
    "130": "Interrupted with Ctrl-C.",
}

TOPICS = {"environment": ENVIRONMENT, "exit-codes": EXIT_CODES}
