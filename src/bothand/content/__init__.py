"""Everything long that the app says, one folder per language, with a loader that checks each file."""
