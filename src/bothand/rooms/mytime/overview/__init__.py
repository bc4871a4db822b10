"""The first page of *mytime*."""
