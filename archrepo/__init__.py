"""archrepo: the enterprise architecture repository of a regency's SPBE."""

__version__ = "0.1.0"
