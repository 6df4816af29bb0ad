"""What the store costs beside stock TinyDB and beside the bare work: ``python -m benchmarks.store``."""
