"""``aegoals career``, ``skill``, ``training`` and ``talk``."""
