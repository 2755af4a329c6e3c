#!/usr/bin/env python3
"""Tests of the generator and the harness themselves.  test_harness.py GENERATOR [unittest arguments]"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

from harness import checksum, report
from harness.commands import Command, answers
from harness.files import Files, Table
from harness.tasks import Limit, Race

GENERATOR = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else ""


class Generator(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def make(self, *options, name="t.csv"):
        path = os.path.join(self.folder.name, name)
        subprocess.run([GENERATOR, "--out", path, "--manifest", path + ".json", *options], check=True)
        with open(path + ".json", encoding="utf-8") as source:
            return path, json.load(source)

    def agrees_with_python(self, *options, encoding="utf-8", delimiter=","):
        path, manifest = self.make("--rows", "3000", *options)
        self.assertEqual(os.path.getsize(path), manifest["bytes"])
        with open(path, encoding=encoding, newline="") as source:
            self.assertEqual(checksum.differences(manifest, checksum.facts_of_csv([source], delimiter)), [])
        return path, manifest

    def test_plain(self):
        path, manifest = self.agrees_with_python()
        with open(path, "rb") as source:
            self.assertEqual(source.read().count(b"\n"), manifest["line_breaks"])
        self.assertEqual(manifest["records"], 3001)
        self.assertGreater(manifest["line_breaks"], 3300)
        self.assertGreater(manifest["doubled_quote_cells"], 100)

    def test_encodings(self):
        self.agrees_with_python("--encoding", "utf-16le", encoding="utf-16")
        self.agrees_with_python("--encoding", "utf-16le", "--no-bom", encoding="utf-16le")
        self.agrees_with_python("--encoding", "cp1252", "--foreign-rate", "1", encoding="cp1252")

    def test_delimiters_and_line_ends(self):
        self.agrees_with_python("--delimiter", "semicolon", "--line-end", "crlf", delimiter=";")
        self.agrees_with_python("--delimiter", "tab", "--line-end", "cr", delimiter="\t")
        self.agrees_with_python("--delimiter", "pipe", "--quote-rate", "1", delimiter="|")
        self.agrees_with_python("--delimiter", "colon", delimiter=":")

    def test_planted_faults(self):
        path, manifest = self.agrees_with_python("--ragged-rate", "0.1", "--fault-rate", "0.1", "--lone-quote-rate",
                                                 "0.05", "--duplicate-rate", "0.1")
        self.assertGreater(manifest["ragged_records"], 200)
        self.assertGreater(manifest["duplicates"], 200)
        self.assertEqual(set(manifest["faults"]), {"missing_required", "too_long", "bad_choice", "bad_email", "bad_date",
                                                   "bad_number", "lone_quote"})
        with open(path, "rb") as source:
            self.assertEqual(source.read().count(b',27" monitors,'), manifest["faults"]["lone_quote"])

    def test_columns_and_bytes(self):
        _, manifest = self.agrees_with_python("--columns", "200")
        self.assertEqual(manifest["cells"], 200 * manifest["records"])
        self.agrees_with_python("--columns", "1")
        path, manifest = self.make("--bytes", "2000000")
        self.assertLess(manifest["bytes"] - 2000000, 2000)

    def test_same_options_same_bytes(self):
        def content(name, *options):
            with open(self.make(*options, name=name)[0], "rb") as source:
                return source.read()
        self.assertEqual(content("a", "--seed", "7"), content("b", "--seed", "7"))
        self.assertNotEqual(content("c", "--seed", "7"), content("d", "--seed", "8"))

    def test_refuses_what_it_does_not_know(self):
        for options in (["--rows", "many"], ["--quote-rate", "2"], ["--delimiter", "quote"], ["--colour"], ["--rows"]):
            done = subprocess.run([GENERATOR, "--out", os.devnull, *options], capture_output=True, check=False)
            self.assertEqual(done.returncode, 2, options)


class Harness(unittest.TestCase):
    table = Table(__file__, {"records": 3, "cells": 9})

    def command(self, script, verify=answers("records", "cells")):
        return Command("one", [sys.executable, "-c", script], self.table, verify=verify)

    def test_a_right_answer_is_timed(self):
        command = self.command("print('{\"records\": 3, \"cells\": 9}')")
        command.check()
        command.time()
        self.assertTrue(command.usable)
        self.assertGreater(command.best, 0)

    def test_a_wrong_answer_is_not(self):
        for script in ("print('{\"records\": 3, \"cells\": 8}')", "print('{\"records\": 3}')", "print('done')", "",
                       "raise SystemExit(4)"):
            command = self.command(script)
            command.check()
            self.assertFalse(command.usable, script)
            self.assertTrue(command.wrong, script)

    def test_an_answer_may_not_change_while_it_is_timed(self):
        command = self.command("print('{\"records\": 3, \"cells\": 9}')")
        command.check()
        command.argv = [sys.executable, "-c", "print('{\"records\": 2, \"cells\": 9}')"]
        command.time()
        self.assertFalse(command.usable)

    def test_what_the_engine_lacks_is_said(self):
        command = self.command("print('{\"missing\": \"workbooks\"}')")
        command.check()
        row = report.race_row(Race("t", "a", "b", 2), {"a": command, "b": command})
        self.assertEqual((row["verdict"], row["ratio"]), ("the engine lacks workbooks", None))

    def test_verdicts(self):
        ours, peer = self.command(""), self.command("")
        ours.seconds, peer.seconds = [0.5, 0.25], [1.0, 2.0]
        rows = [report.race_row(Race("t", "a", "b", target), {"a": ours, "b": peer}) for target in (4, 4.1, None)]
        self.assertEqual([(row["ratio"], row["verdict"]) for row in rows], [(4, "met"), (4, "short"), (4, "")])
        limits = [report.limit_row(Limit("t", ["a"], lambda _: 5, limit), {"a": ours}) for limit in (5, 4)]
        self.assertEqual([row["verdict"] for row in limits], ["met", "short"])

    def test_parts_are_one_table(self):
        whole = checksum.facts_of_csv([["a,b\n", "1,2\n", "3,4\n"]])
        self.assertEqual(checksum.facts_of_csv([["a,b\n", "1,2\n"], ["a,b\n", "3,4\n"]]), whole)
        self.assertNotEqual(checksum.facts_of_csv([["a,b\n", "3,4\n"], ["a,b\n", "1,2\n"]]), whole)
        self.assertNotEqual(checksum.facts_of_csv([["a,b\n", "12,\n", "3,4\n"]])["checksum"], whole["checksum"])
        with self.assertRaises(ValueError):
            checksum.facts_of_csv([["a,b\n"], ["a,c\n"]])

    def test_files_are_made_once(self):
        with tempfile.TemporaryDirectory() as folder:
            files = Files(folder, GENERATOR)
            first = os.stat(files.csv("x.csv", "--rows", "10").path).st_mtime_ns
            self.assertEqual(os.stat(files.csv("x.csv", "--rows", "10").path).st_mtime_ns, first)
            self.assertEqual(files.csv("x.csv", "--rows", "11").manifest["records"], 12)


if __name__ == "__main__":
    unittest.main()
