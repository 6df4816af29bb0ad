"""What an AE does, one verb a method; the only door between a face and the store."""
