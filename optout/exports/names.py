"""The formats by the names that people call them, and how each table is known by its first line."""

from typing import NamedTuple

# What `--from` takes, and what the program is called in a sentence.
FORMATS = {
    "1password": "1Password",
    "apple": "Apple Passwords",
    "bitwarden": "Bitwarden",
    "bookmarks": "Bookmarks",
    "brave": "Brave",
    "chrome": "Chrome",
    "csv": "CSV",
    "dashlane": "Dashlane",
    "edge": "Edge",
    "enpass": "Enpass",
    "firefox": "Firefox",
    "firefox-bookmarks": "Firefox bookmarks",
    "keepass": "KeePass",
    "keepassxc": "KeePassXC",
    "lastpass": "LastPass",
    "lines": "List",
    "nordpass": "NordPass",
    "opera": "Opera",
    "proton-pass": "Proton Pass",
    "roboform": "RoboForm",
    "safari": "Safari",
    "takeout": "Google Takeout",
}
# Those of pages that somebody kept or went to: there are no passwords in them.
PAGES = frozenset(("bookmarks", "firefox-bookmarks", "history"))


class Spreadsheet(NamedTuple):
    """A table by its columns, in lower case.

    `columns` are those by which it is known, `addresses` those that are read, `title` the one of the title. Where a
    column says what kind of entry a row is, `kind` names it and `logins` what it says of a login. Rows may be `ragged`.
    """

    name: str
    columns: frozenset[str]
    addresses: tuple[str, ...]
    title: str
    kind: str = ""
    logins: tuple[str, ...] = ()
    ragged: bool = False


def _table(name: str, columns: str, addresses: str, title: str, kind: str = "", logins: str = "") -> Spreadsheet:
    every = frozenset(columns.split(","))
    return Spreadsheet(name, every, tuple(addresses.split(",")), title, kind, tuple(logins.split()), name == "roboform")


# The first that fits is taken, so what has more columns stands first. docs/imports.md says what each rests on.
TABLES = (
    _table("bitwarden", "type,name,login_uri,login_username,login_password", "login_uri", "name", "type", "login"),
    _table("dashlane", "username,username2,username3,title,password,note,url,category", "url", "title"),
    _table("nordpass", "name,url,username,password,note,cardnumber,folder", "url,additional_urls", "name", "type",
           "password"),
    _table("proton-pass", "type,name,url,username,password,note,totp", "url", "name", "type", "login"),
    _table("1password", "title,url,username,password,otpauth,favorite,archived", "url", "title"),
    _table("apple", "title,url,username,password,notes,otpauth", "url", "title"),
    _table("lastpass", "url,username,password,extra,name,grouping", "url", "name"),
    _table("keepassxc", "group,title,username,password,url,notes", "url", "title"),
    _table("keepass", "account,login name,password,web site,comments", "web site", "account"),
    _table("roboform", "name,url,matchurl,login,pwd", "url,matchurl", "name"),
    _table("firefox", "url,username,password,httprealm,formactionorigin,guid", "url", ""),
    _table("chrome", "name,url,username,password", "url", "name"),
)  # fmt: skip

# Other tables are read by the first of these columns that they have, and the first that may be a title.
ADDRESSES = (
    *("url", "uri", "urls", "website", "web site", "login_uri", "origin", "hostname", "site", "domain"),
    *("address", "link"),
)
TITLES = ("title", "name", "account")

# Names for what another one reads.
SAME = {"edge": "chrome", "brave": "chrome", "opera": "chrome", "safari": "apple"}

# How each program is made to write a file that can be read, for files that cannot.
AGAIN = {
    "bitwarden": "export it anew with the file format .json or .csv, not .json (Encrypted)",
    "proton-pass": "export it anew as CSV, or without encryption",
    "keepass": "open it in KeePass or KeePassXC and export it as CSV or XML",
    "dashlane": "export it anew as CSV",
}
