"""Records that several rooms read, and what follows from them without a request."""
