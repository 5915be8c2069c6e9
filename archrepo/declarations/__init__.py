"""Reads what is declared in ``schema/``: metamodel, vocabularies, words for users, national applications."""
