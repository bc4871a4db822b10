"""The room *goals*: who I want to be and what I want to learn, and the support that fits me."""
