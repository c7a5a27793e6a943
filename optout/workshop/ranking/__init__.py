"""Which entries to look at next, from what is known without asking anybody."""
