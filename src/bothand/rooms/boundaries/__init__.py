"""P4: limits, said and honoured. A boundary is about its owner; what the other does is a wish, answered freely."""
