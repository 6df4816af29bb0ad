"""The daily log's one-line grammar: a line of the AE in any of five languages becomes records, or questions."""

from aegoals.domain.quicklog.doubts import Doubt, Reading
from aegoals.domain.quicklog.drafts import LineRecord
from aegoals.domain.quicklog.names import Known, Names
from aegoals.domain.quicklog.reader import LineReading, read_line

__all__ = ["Doubt", "Known", "LineReading", "LineRecord", "Names", "Reading", "read_line"]
