"""Use cases: everything a person asks for that writes, one module a subject, so that no two ways of asking differ."""
