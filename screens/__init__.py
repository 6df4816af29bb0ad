"""One page or dialog a file; ``screens.app`` holds the App."""
