"""Makes HTML pages from the templates of this package: every text escaped, nothing fetched from anywhere."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

STATE_MARKS = {
    "di_pusat_data": "●",
    "terhubung_spl": "■",
    "terhubung_langsung": "▲",
    "perlu_cek": "◐",
    "di_luar": "✕",
    "tidak_diketahui": "?",
    "tidak_berlaku": "○",
    "dikelola_instansi_lain": "◇",
}
"""The marks of the pictures, so that colour never stands alone."""


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("archrepo.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["tanda"] = STATE_MARKS
    return environment


def render(template: str, **facts: object) -> str:
    """Return the page of a template; ``Markup`` from ``trusted`` goes in as it is, every other text escaped."""
    return _environment().get_template(template).render(**facts)


def trusted(html: str) -> str:
    """Mark HTML that we made ourselves, such as an inline SVG, so that ``render`` does not escape it."""
    from markupsafe import Markup

    return Markup(html)  # noqa: S704 - only for what our own drawing made
