"""The rules by which a goal is judged, a letter of SMART a file, and what the AE's own history says of it."""
