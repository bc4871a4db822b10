"""*Today*, the plan, and the things to do."""
