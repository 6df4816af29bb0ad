"""What an AE does, one verb a method; the only door between a face and the store."""

from aegoals.services.desk import Desk, open_desk

__all__ = ["Desk", "open_desk"]
