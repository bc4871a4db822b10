"""Views of *inner*: reading, writing, finding."""
