"""Views of contact files, in and out."""
