"""When we met, who could be called, whose birthday comes."""
