"""The command line: click declarations, one module per command, loaded only when it is called."""
