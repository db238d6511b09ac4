"""Files of others: tool libraries, read with their problems and written back without loss."""

from chipload.exchange.guards import LibraryError
from chipload.exchange.items import Item, Library, Preset, Problem
from chipload.exchange.libraries import formats, read_library, write_library
from chipload.exchange.own_json import library_schema
from chipload.exchange.vocabulary import KINDS

__all__ = [
    "KINDS",
    "Item",
    "Library",
    "LibraryError",
    "Preset",
    "Problem",
    "formats",
    "library_schema",
    "read_library",
    "write_library",
]
