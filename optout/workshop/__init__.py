"""Tools for those who write and keep a catalog.

In the order in which one meets them: `init` begins one, `writing` adds an entry, `checking` finds and mends what is
wrong with it, `formatting` gives it its form, `asking` looks whether its sources still stand, `ranking` says what to
look at next.
"""
