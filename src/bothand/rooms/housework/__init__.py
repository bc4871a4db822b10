"""Housework: tasks of a home, whose they are today, and a fair share of them."""
