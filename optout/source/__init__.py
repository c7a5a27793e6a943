"""A catalog's text: cut into entries, read as YAML nodes with their comments, written again."""
