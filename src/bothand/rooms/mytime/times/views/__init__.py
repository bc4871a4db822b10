"""Views of times, their announcements and the lines beside them."""
