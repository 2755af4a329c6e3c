#!/usr/bin/env python3
"""csv_oracle.py FILE LINE_END_HEX: writes a table made by chance (always the same) and prints what Python's csv module
reads from it, one JSON array a line."""
import csv
import json
import random
import sys

PIECES = ["", "", "a", "Zoë", "東京", "😀", "x y", " pad ", "1,5", '"', '""', "\n", "\r\n", "\r", "'", "\\", ";", "\t", "#", "sep=;"]


def cell(chance):
    return "".join(chance.choice(PIECES) for _ in range(chance.randrange(4)))


def quoted(text, chance, line_end):
    if any(sign in text for sign in ',"\r\n') or chance.random() < 0.2:
        return '"' + text.replace('"', '""') + '"'
    return text


def main():
    path, line_end = sys.argv[1], bytes.fromhex(sys.argv[2]).decode()
    chance = random.Random(20240229)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(line_end.join(["a,b"]) + line_end)
        for _ in range(3000):
            cells = [cell(chance) for _ in range(chance.randrange(1, 7))]
            if cells == [""]:
                cells = ["x"]  # readers differ on blank lines
            file.write(",".join(quoted(text, chance, line_end) for text in cells) + line_end)
    with open(path, encoding="utf-8", newline="") as file:
        for record in csv.reader(file, strict=True):
            print(json.dumps(record))


if __name__ == "__main__":
    main()
