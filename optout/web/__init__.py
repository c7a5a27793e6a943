"""Asking addresses under control: public ones only, with limits on time, size and redirects."""
