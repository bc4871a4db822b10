"""Views of *mytime*."""
