"""What somebody needs, in their own words."""
