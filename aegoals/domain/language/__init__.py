"""Numbers, money and dates as people write them, in five languages; vocabulary in ``data``, one file a language."""
