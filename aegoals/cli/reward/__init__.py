"""``aegoals reward``: promises to oneself."""
