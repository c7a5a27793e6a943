"""Everything there is to say about a catalog, the manuals of the rules, and mending what needs no judgement."""
