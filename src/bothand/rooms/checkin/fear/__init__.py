"""The three questions of the fear rule: asked before anything for two is first suggested, and in each check-up."""
