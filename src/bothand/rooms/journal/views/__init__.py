"""Views of *journal*: reading, writing, finding."""
