"""Benchmarks, run by hand with `python -m tests.benchmarks`: ratios from interleaved runs, never seconds asserted."""
