"""What a folder says of itself: its settings, and its earlier catalogs."""
