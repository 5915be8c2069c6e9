"""Turns the spreadsheets that units send into rows of the repository: read, map, normalise, plan, apply."""
