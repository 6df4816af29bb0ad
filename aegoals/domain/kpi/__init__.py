"""Key figures of an AE: pure functions of (log records, days), each with what it was worked out from."""
