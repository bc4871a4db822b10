"""How the days are: the pulse and its last weeks."""
