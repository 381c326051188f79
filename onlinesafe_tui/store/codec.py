"""Incidents, their summaries and the workbook as plain data that JSON can hold, and back.

What is read was proven to be our own writing before it comes here. So a name or value that this version does not know
was written by a newer one; it is refused, not dropped, because saving would lose it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import msgspec

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.errors import VaultDamaged, VaultTooNew
from onlinesafe_tui.store.port import Summary

SCHEMA: Final = 1
"""The shape of a stored incident. Raise it when the shape changes, and teach `decode` the old one."""

SUMMARY_SCHEMA: Final = 1
"""The shape of a stored summary."""

WORKBOOK_SCHEMA: Final = 1
"""The shape of a stored workbook."""

_SHORT: Final = 200
_Stored = TypeVar("_Stored")


def encode(incident: Incident) -> dict[str, Any]:
    """Turn an incident into plain data, the same for equal incidents. Text is cleaned."""
    plain = _plain(incident)
    if not incident.went_back:
        # Hardly ever there. Left out, so that a version that does not know it opens all the others.
        del plain["went_back"]
    return {"schema": SCHEMA, **plain}


def decode(data: Mapping[str, Any], name: str) -> Incident:
    """Turn stored data back into an incident.

    Args:
        data: What `encode` made.
        name: The file that it comes from, for the error.

    Raises:
        VaultTooNew: A newer version of the program wrote it.
        VaultDamaged: It is not an incident.
    """
    return _whole(data, SCHEMA, Incident, name)


def encode_workbook(workbook: Workbook) -> dict[str, Any]:
    """Turn a workbook into plain data, the same for equal workbooks. Text is cleaned."""
    return {"schema": WORKBOOK_SCHEMA, **_plain(workbook)}


def decode_workbook(data: Mapping[str, Any], name: str) -> Workbook:
    """Turn stored data back into a workbook.

    Raises:
        VaultTooNew: A newer version of the program wrote it.
        VaultDamaged: It is not a workbook.
    """
    return _whole(data, WORKBOOK_SCHEMA, Workbook, name)


def encode_summary(summary: Summary) -> dict[str, Any]:
    """Turn a summary into plain data. It holds no text of a person, so nothing is cleaned."""
    plain: dict[str, Any] = msgspec.to_builtins(summary)
    return {"schema": SUMMARY_SCHEMA, **plain}


def decode_summaries(data: Sequence[Mapping[str, Any]], name: str) -> list[Summary]:
    """Turn stored data back into summaries, all at once, because there can be thousands.

    Raises:
        VaultTooNew: A newer version of the program wrote one of them.
        VaultDamaged: One of them is no summary.
    """
    for document in data:
        _check_schema(document, SUMMARY_SCHEMA, name)
    return _converted(data, list[Summary], name)


def _whole(data: Mapping[str, Any], newest: int, kind: type[_Stored], name: str) -> _Stored:
    """Turn stored data back, and refuse what would be lost at the next save."""
    _check_schema(data, newest, name)
    given = _cleaned({key: value for key, value in data.items() if key != "schema"})
    found = _converted(given, kind, name)
    if _holds_more(given, _plain(found)):
        raise VaultTooNew(name=name)
    return found


def _plain(value: object) -> dict[str, Any]:
    plain = msgspec.to_builtins(value, order="deterministic", str_keys=True, enc_hook=_as_dict)
    cleaned: dict[str, Any] = _cleaned(plain)
    return cleaned


def _check_schema(data: Mapping[str, Any], newest: int, name: str) -> None:
    schema = data.get("schema")
    if type(schema) is not int or schema < 1:
        raise VaultDamaged(name=name)
    if schema > newest:
        raise VaultTooNew(name=name)


def _converted(data: object, kind: type[_Stored], name: str) -> _Stored:
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        # A value that is unknown and a value of the wrong type are one class of error, told apart by its text only.
        is_unknown = str(error).startswith("Invalid enum value")
        raise (VaultTooNew if is_unknown else VaultDamaged)(name=name) from error


def _as_dict(value: object) -> object:
    # The empty mappings of the domain are read-only views, which msgspec does not know.
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError


def _cleaned(value: Any) -> Any:
    """Clean every text in plain data, the keys too."""
    if isinstance(value, str):
        # Names, dates and most ids are plain already; cleaning them all would double the time of a save.
        is_plain = len(value) < _SHORT and value.isascii() and value.isprintable()
        return value if is_plain else clean_text(value)
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(item) for item in value]
    return value


def _holds_more(given: Any, kept: Any) -> bool:
    """Tell whether `given` has a field, at any depth, that `kept` lost."""
    if isinstance(given, dict) and isinstance(kept, dict):
        return any(key not in kept or _holds_more(item, kept[key]) for key, item in given.items())
    if isinstance(given, list) and isinstance(kept, list):
        return any(_holds_more(*pair) for pair in zip(given, kept, strict=False))
    return False
