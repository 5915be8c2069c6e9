"""Draws views of a Landscape with Graphviz; a view is a YAML file, a picture a pure function of data.

    from archrepo.drawing import draw, picture
    svg = draw(landscape, "lanskap", format="svg")

Steps, each a pure function: ``select`` (Landscape and definition to a Picture), ``style`` (ordered criteria to
attributes), a layout of the sheet, ``to_dot``; then ``render`` runs Graphviz.
"""

from archrepo.drawing.picture import Picture
from archrepo.drawing.render import FORMATS, draw, draw_to_file, picture

__all__ = ["FORMATS", "Picture", "draw", "draw_to_file", "picture"]
