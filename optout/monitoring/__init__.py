"""Watching what the catalog rests on: addresses, quotes, official pages, and what to look at next."""
