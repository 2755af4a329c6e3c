"""The checksum of CellHash.h once more, so that neither the generator nor the engine is its own judge."""
import csv
import functools

MASK = (1 << 64) - 1
CELL_FACTOR = 0x9E3779B97F4A7C15
RECORD_FACTOR = 0xD1342543DE82EF95


@functools.lru_cache(maxsize=1 << 17)
def cell_hash(cell):
    value = 0xCBF29CE484222325
    for byte in cell.encode():
        value = (value ^ byte) * 0x100000001B3 & MASK
    return value


class TableFacts:
    """Counts and checksum of records that pass by."""

    def __init__(self):
        self.records = self.cells = self.cell_bytes = self.cell_chars = self.filled_cells = 0
        self.table = 0

    def add(self, cells):
        record = 0
        for cell in cells:
            record = (record * CELL_FACTOR + cell_hash(cell)) & MASK
            self.cell_bytes += len(cell.encode())
            self.cell_chars += len(cell)
            self.filled_cells += cell != ""
        self.table = (self.table * RECORD_FACTOR + record * CELL_FACTOR + len(cells)) & MASK
        self.records += 1
        self.cells += len(cells)

    def answer(self):
        return {"records": self.records, "cells": self.cells, "cell_bytes": self.cell_bytes,
                "cell_chars": self.cell_chars, "filled_cells": self.filled_cells, "checksum": f"{self.table:016x}"}


def facts_of_csv(streams, delimiter=","):
    """Facts of one table that is cut into `streams`, each with the same header. Text streams, newline=""."""
    facts = TableFacts()
    header = None
    for stream in streams:
        for number, row in enumerate(csv.reader(stream, delimiter=delimiter)):
            if not row:
                continue
            if number == 0 and header is not None:
                if row != header:
                    raise ValueError("a part has another header")
                continue
            header = header or row
            facts.add(row)
    return facts.answer()


def differences(manifest, answer, fields=None):
    """What `answer` says otherwise than `manifest`; only of fields that both have."""
    wanted = fields or [field for field in answer if field in manifest]
    return [f"{field} is {answer.get(field)}, not {manifest[field]}" for field in wanted
            if answer.get(field) != manifest[field]]
