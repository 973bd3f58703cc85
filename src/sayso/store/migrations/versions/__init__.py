"""The revisions, one a file, oldest first by name."""
