"""Letters to operators and authorities: which law holds, what it lets one ask, by when it must be answered.

What the laws say is data, one file for each in `laws`, every statement with its source. What a letter says is in
templates, one for each language; here is only what goes into them, and how a letter looks in each format is `render`'s.
"""
