"""The plan of six weeks."""
