"""The whole catalog as a static site: first a plan of files, then one place that touches the disk."""
