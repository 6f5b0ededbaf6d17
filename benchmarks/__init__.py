"""Benchmarks: each prints its own tables; the README quotes only what they printed."""
