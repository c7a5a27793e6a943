"""Hostile inputs: made at random from a seed, given to one part of optout each, and held to what must always hold."""
