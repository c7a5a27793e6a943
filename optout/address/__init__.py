"""What can be told of an address by looking at it: is a number public, is a host what it seems."""
