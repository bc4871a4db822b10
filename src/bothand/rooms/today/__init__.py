"""*Today*, and the index pages of the places."""
