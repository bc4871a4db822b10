"""How one would like it to be: the ten ideals, said after the first map or whenever one likes."""
