"""One command that is timed: how it is called, and how its answer is checked."""
import glob
import json
import os
import shutil
import zipfile

from harness import checksum, machine


class Command:
    """`verify(command, run)` gives a list of what is wrong. `missing` says why it cannot be run at all. One that is not
    `timed` takes its own times."""

    def __init__(self, name, argv, table, threads=1, verify=None, check_argv=None, out=None, environment=None,
                 missing=None, timed=True):
        self.name, self.argv, self.table, self.threads = name, argv, table, threads
        self.verify, self.check_argv, self.out = verify, check_argv or argv, out
        self.environment, self.missing, self.timed = environment, missing, timed
        self.seconds, self.answer, self.wrong, self.memory = [], {}, [], None

    @property
    def usable(self):
        return not self.missing and not self.wrong

    @property
    def best(self):
        return min(self.seconds) if self.usable and self.seconds else None

    def _run(self, argv):
        if self.out:
            shutil.rmtree(self.out, ignore_errors=True)
            os.makedirs(self.out)
        return machine.run(argv, self.threads, self.environment)

    def check(self):
        """Runs once, not timed. What is wrong then keeps it from being timed."""
        if self.missing:
            return
        run = self._run(self.check_argv)
        if run.code != 0:
            self.wrong = [f"ended with {run.code}: {run.err.strip()[-200:]}"]
            return
        self.answer = json_of(run.out)
        if "missing" in self.answer:
            self.missing = "the engine lacks " + self.answer["missing"]
        elif self.verify:
            self.wrong = self.verify(self, run)

    def time(self):
        run = self._run(self.argv)
        answer = json_of(run.out)
        changed = [f"{field} changed between runs" for field in ("records", "cells", "cell_bytes", "parts", "zip_bytes")
                   if field in self.answer and answer.get(field) != self.answer[field]]
        if run.code != 0 or changed:
            self.wrong = changed or [f"ended with {run.code}: {run.err.strip()[-200:]}"]
        self.seconds.append(run.seconds)

    def measure_memory(self):
        """(private bytes, peak of all resident bytes), measured once, in a run of its own."""
        if self.memory is None:
            if self.out:
                shutil.rmtree(self.out, ignore_errors=True)
                os.makedirs(self.out)
            self.memory = machine.peak_memory(self.argv, self.threads, self.environment)
            self.clean()
        return self.memory

    def clean(self):
        if self.out:
            shutil.rmtree(self.out, ignore_errors=True)


def json_of(text):
    lines = text.strip().splitlines()
    try:
        answer = json.loads(lines[-1]) if lines else {}
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def answers(*fields):
    """The printed JSON holds these fields, and they say what the manifest says."""
    def verify(command, _run):
        return checksum.differences(command.table.manifest, command.answer, list(fields))
    return verify


def prints_number(number):
    def verify(_command, run):
        first = run.out.split()[0] if run.out.split() else ""
        return [] if first == str(number) else [f"printed {first or 'nothing'}, not {number}"]
    return verify


def profile_agrees(command, _run):
    filled = command.table.manifest["filled_cells"] - command.table.manifest["columns"]  # the header is no data
    wrong = checksum.differences(command.table.manifest, command.answer, ["records"])
    if command.answer.get("filled_data_cells") != filled:
        wrong.append(f"filled_data_cells is {command.answer.get('filled_data_cells')}, not {filled}")
    return wrong


def part_streams(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*"))):
        if path.endswith(".zip"):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield archive.read(name).decode().splitlines(keepends=True)
        else:
            with open(path, encoding="utf-8", newline="") as source:
                yield source


def parts_hold_it_all(rows_per_part, deep):
    """The right number of parts; if `deep`, read with Python's csv they are the source, cell by cell."""
    def verify(command, _run):
        manifest = command.table.manifest
        wrong = checksum.differences(manifest, command.answer, ["records"])
        parts, wanted = len(os.listdir(command.out)), -(-(manifest["records"] - 1) // rows_per_part)
        if parts != wanted:
            wrong.append(f"{parts} parts, not {wanted}")
        if deep and not wrong:
            wrong = checksum.differences(manifest, checksum.facts_of_csv(part_streams(command.out)))
        return wrong
    return verify


def part_count(wanted):
    def verify(command, _run):
        parts = len(os.listdir(command.out))
        return [] if parts == wanted else [f"{parts} parts, not {wanted}"]
    return verify


def folder_bytes(folder):
    return sum(os.path.getsize(path) for path in glob.glob(os.path.join(folder, "*")))
