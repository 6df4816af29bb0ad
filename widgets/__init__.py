"""Pieces that show one domain object and post messages."""
