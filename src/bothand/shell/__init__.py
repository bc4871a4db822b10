"""The shell: layout, look, ways out, page contracts, carrying, error pages."""
