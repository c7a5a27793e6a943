"""Tools for those who write a catalog: starting one, adding to it, and helping editors understand it."""
