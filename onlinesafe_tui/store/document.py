"""A sealed file that holds one document, in a table that is named after what it is."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Final

from tinydb import TinyDB
from tinydb.table import Document

from onlinesafe_tui.errors import VaultDamaged
from onlinesafe_tui.store.sealed_storage import SealedStorage

_DOCUMENT: Final = 1


def read_document(storage: SealedStorage) -> Document:
    """Return the one document of a file.

    Raises:
        VaultError: The file cannot be read, is damaged, was not written by us, or holds no document.
    """
    document = TinyDB(storage=lambda: storage).table(storage.place.kind).get(doc_id=_DOCUMENT)
    if not isinstance(document, Document):
        raise VaultDamaged(name=storage.place.name)
    return document


def put_document(storage: SealedStorage, stored: dict[str, Any]) -> None:
    """Let this be the one document of its file, in one write.

    Raises:
        VaultError: It cannot be written, or what is there cannot be read.
    """
    table = TinyDB(storage=lambda: storage).table(storage.place.kind)

    def become(document: MutableMapping[str, Any]) -> None:
        document.clear()
        document.update(stored)

    if table.contains(doc_id=_DOCUMENT):
        table.update(become, doc_ids=[_DOCUMENT])
    else:
        table.insert(Document(stored, doc_id=_DOCUMENT))
