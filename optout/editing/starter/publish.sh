#!/bin/sh
# Checks the catalog, builds the site and pushes it to the branch `pages` of this repository.
set -eu
cd "$(dirname "$0")"
optout check
optout format --check
origin=$(git remote get-url origin)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
# Where readers say what is wrong; optout.toml says it for an origin that has no address such as these.
web=$(printf '%s\n' "$origin" | sed -n -e 's,/$,,' -e 's,\.git$,,' \
  -e 's,^ssh://git@,git@,' -e 's,^git@\([^:/]*\)[:/],https://\1/,' -e '/^https:\/\/[^@]*$/p')
[ -z "$web" ] || set -- --repository "$web"
optout build --out "$made/site" "$@"
cd "$made/site"
git init -q -b pages
git add --all
git commit -q -m "The site"
git push --force "$origin" pages
