"""Texts, numbers, money and dates in the AE's language."""
