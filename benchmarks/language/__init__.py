"""How well lines and sentences are read, by language."""
