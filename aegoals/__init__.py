"""SMART goals, a daily log and honest progress for one Account Executive."""

__version__ = "0.1.0"
