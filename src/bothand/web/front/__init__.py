"""What stands before the pages: takes a request in whole, with deadlines and limits, and only then gives it a thread.

Why it is there, and why so, stands in docs/decisions/serving.md.
"""
