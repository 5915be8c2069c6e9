"""What all mapped classes rest on: the declarative base, the names of constraints, and the types of columns."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, NewType

from sqlalchemy import JSON, BigInteger, Date, DateTime, Dialect, Double, ForeignKey, Integer, MetaData, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

Bilangan = NewType("Bilangan", float)
"""A number that may have decimals; whole ones are read back as int."""

Rupiah = NewType("Rupiah", int)
"""An amount in whole rupiah."""

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Names of constraints: a migration can only change what has a name."""


class WaktuUtc(TypeDecorator[datetime]):
    """A moment, kept in UTC. SQLite has no zone of its own, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class BilanganUtuh(TypeDecorator[float]):
    """A double that comes back as int where it is whole, so that 64 GB is not shown as 64.0."""

    impl = Double
    cache_ok = True

    def process_result_value(self, value: float | None, dialect: Dialect) -> float | None:  # noqa: ARG002
        return int(value) if value is not None and value.is_integer() else value


JsonIsi = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""A JSON value; None is SQL's NULL."""


class Dasar(DeclarativeBase):
    """Base of every mapped class."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy declares it so
        str: Text(),
        int: Integer(),
        date: Date(),
        datetime: WaktuUtc(),
        Bilangan: BilanganUtuh(),
        Rupiah: BigInteger(),
        dict[str, Any]: JsonIsi,
        list[str]: JsonIsi,
        list[int]: JsonIsi,
    }


def rujukan(table: str, *, required: bool = False, index: bool = False) -> MappedColumn[Any]:
    """Return a foreign key column to the ``id`` of a table.

    It is checked at commit: rows of one batch refer to each other in any order.
    """
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return mapped_column(key, nullable=not required, index=index)
