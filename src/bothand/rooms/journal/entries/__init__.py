"""Pages of the diary, marked and found again."""
