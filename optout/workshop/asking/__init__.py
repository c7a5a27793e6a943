"""Asking the addresses of a catalog whether they are alive, and still say what is quoted from them."""
