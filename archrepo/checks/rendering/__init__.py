"""Forms in which a result of the checks is read: one small module a form, none of which knows a rule."""
