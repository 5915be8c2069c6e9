"""Which names mean one application, and which applications do the same work: candidates, judgement, groups."""
