"""``aegoals goal``: set, see, change and end goals; one command a file."""
