"""The weekly list of each: what two agreed on, or how it is today."""
