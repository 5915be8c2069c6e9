"""Checks on a Landscape: what is not yet so in an inventory, with its evidence and the mend."""
