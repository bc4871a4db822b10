"""Views, by what they are about: the door, starting, going on, one's own, keys, data."""
