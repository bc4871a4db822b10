"""What somebody sees before they are anybody here: the first page, and the introduction."""
