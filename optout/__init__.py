"""optout turns a reviewed YAML catalog of platforms into guides for refusing AI training on one's data."""

__version__ = "0.1.0"
