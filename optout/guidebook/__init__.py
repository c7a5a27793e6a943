"""A folder of guides as Markdown, with an index: first a plan, then one place that touches the disk."""
