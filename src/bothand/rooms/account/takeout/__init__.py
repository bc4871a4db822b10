"""Everything of one's own, taken along in one file and brought back."""
