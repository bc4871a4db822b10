"""*Help and safety*: am I safe? Nothing that happens on it is sent, stored or logged."""
