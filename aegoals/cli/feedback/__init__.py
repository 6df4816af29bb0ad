"""``aegoals feedback``: given, received, passed on, and what it adds up to."""
