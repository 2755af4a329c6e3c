#!/usr/bin/env python3
"""join_parts.py FOLDER SOURCE: unpacks the parts that the manifest names with `python3 -m zipfile`, puts their rows
together, and compares them with the source's. Sizes and hashes have to be those of the manifest."""
import csv
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile


def records(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def part_records(part, folder):
    path = folder / part["file"]
    content = path.read_bytes()
    assert hashlib.sha256(content).hexdigest() == part["sha256"], part["file"]
    assert len(content) == part["bytes"], part["file"]
    if path.suffix != ".zip":
        return records(path)
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([sys.executable, "-m", "zipfile", "-e", str(path), place], check=True)
        unpacked = pathlib.Path(place) / part["csv_name"]
        assert unpacked.stat().st_size == part["csv_bytes"], part["file"]
        return records(unpacked)


def main():
    folder, source = pathlib.Path(sys.argv[1]), records(sys.argv[2])
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    joined = []
    for part in manifest["parts"]:
        rows = part_records(part, folder)
        assert rows[0] == source[0], "each part has the header"
        assert len(rows) - 1 == part["rows"], part["file"]
        assert part["first_row"] == len(joined) + 2 and part["last_row"] == len(joined) + part["rows"] + 1
        joined += rows[1:]
    assert joined == source[1:], "the rows are not those of the source"
    print(len(joined), "rows are those of the source")


if __name__ == "__main__":
    main()
