"""Splits a CSV file into parts of so many rows, each with the header, as a script for the job would.

  python_split.py FILE FOLDER ROWS [zip]
"""
import csv
import io
import json
import os
import sys
import zipfile


def write(folder, number, header, rows, zipped):
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    name = f"part-{number:04}.csv"
    data = text.getvalue().encode()
    if zipped:
        with zipfile.ZipFile(os.path.join(folder, name + ".zip"), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            archive.writestr(name, data)
    else:
        with open(os.path.join(folder, name), "wb") as out:
            out.write(data)


def main(path, folder, limit, zipped):
    parts = records = 0
    with open(path, encoding="utf-8", newline="") as source:
        reader = csv.reader(source)
        header = next(reader)
        rows = []
        for row in reader:
            rows.append(row)
            if len(rows) == limit:
                parts += 1
                records += len(rows)
                write(folder, parts, header, rows, zipped)
                rows = []
        if rows:
            parts += 1
            records += len(rows)
            write(folder, parts, header, rows, zipped)
    print(json.dumps({"records": records + 1, "parts": parts}))


main(sys.argv[1], sys.argv[2], int(sys.argv[3]), len(sys.argv) > 4)
