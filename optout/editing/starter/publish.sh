#!/bin/sh
# Checks the catalog, builds the site and pushes it to the branch `pages` of this repository.
set -eu
cd "$(dirname "$0")"
optout check
optout format --check
origin=$(git remote get-url origin)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
optout build --out "$made/site"
cd "$made/site"
git init -q -b pages
git add --all
git commit -q -m "The site"
git push --force "$origin" pages
