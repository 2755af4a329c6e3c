"""What is raced against what, and the targets."""
import os

from harness.commands import (Command, answers, part_count, parts_hold_it_all, prints_number, profile_agrees)

ROWS_PER_PART = 25000
CELL_FIELDS = ("records", "cells", "cell_bytes")


class Race:
    """`peer` seconds divided by `ours` should be `target` or more."""

    def __init__(self, task, ours, peer, target):
        self.task, self.ours, self.peer, self.target = task, ours, peer, target


class Limit:
    """A figure that should not pass `limit`. `figure` gets the commands by name and gives it, or None."""

    def __init__(self, task, needs, figure, limit, unit=""):
        self.task, self.needs, self.figure, self.limit, self.unit = task, needs, figure, limit, unit


class Plan:
    """All commands by name, the races and the limits. `tables` by name: big (1 GB), small (100 MB), part (8 MB), …"""

    def __init__(self, bench, peers, tables, scratch, quick):
        self.bench, self.peers, self.tables, self.scratch, self.quick = bench, peers, tables, scratch, quick
        self.commands, self.races, self.limits = {}, [], []
        for add in (self._count, self._cells, self._profile, self._split, self._zip, self._workbooks, self._answers):
            add()

    # -- building blocks

    def _ours(self, name, task, table, *more, threads=1, verify=None, check=False, out=False, timed=True):
        folder = os.path.join(self.scratch, name.replace(" ", "-")) if out else None
        argv = [self.bench, task, self.tables[table].path, "--threads", str(threads), *more]
        argv += ["--out", folder] if out else []
        self.commands[name] = Command(name, argv, self.tables[table], threads, verify,
                                      check_argv=argv + ["--check"] if check else None, out=folder, timed=timed)
        return name

    def _theirs(self, name, peer, table, *arguments, threads=1, verify=None, out=False):
        known = self.peers[peer]
        folder = os.path.join(self.scratch, name.replace(" ", "-")) if out else None
        argv = [*(known.command or []), *[a.replace("{out}", folder or "") for a in arguments]]
        self.commands[name] = Command(name, argv, self.tables[table], threads, verify, out=folder,
                                      environment=known.environment,
                                      missing=None if known.here else f"{known.title}: {known.why}")
        return name

    def _race(self, task, ours, peer, target):
        self.races.append(Race(task, ours, peer, target))

    # -- the tasks

    def _count(self):
        big = self.tables["big"]
        self._theirs("wc", "wc", "big", "-l", big.path, verify=prints_number(big.manifest["line_breaks"]))
        for threads, target in ((1, 0.9), (2, 1.6)):
            ours = self._ours(f"count {threads}", "count", "big", threads=threads, verify=answers("records"))
            self._race(f"count, index, UTF-8 check; {threads} thread(s)", ours, "wc", target)
            # zsv counts data rows: without the header.
            jobs = ["-j", str(threads)] if threads > 1 else []
            zsv = self._theirs(f"zsv {threads}", "zsv", "big", "count", "--parser", "fast", *jobs, big.path,
                               threads=threads, verify=prints_number(big.manifest["records"] - 1))
            self._race(f"the same against zsv's fast counting; {threads} thread(s)", ours, zsv, 1.5)
        small = self.tables["small"]
        ours = self._ours("count small", "count", "small", verify=answers("records"))
        miller = self._theirs("miller", "miller", "small", "--icsv", "--onidx", "count", small.path, threads=2,
                              verify=prints_number(small.manifest["records"] - 1))
        csvtool = self._theirs("csvtool", "csvtool", "small", "height", small.path,
                               verify=prints_number(small.manifest["records"]))
        self._race("count against Miller", ours, miller, None)
        self._race("count against csvtool", ours, csvtool, None)

    def _cells(self):
        checked = answers(*CELL_FIELDS, "checksum")
        one = self._ours("cells 1", "cells", "big", verify=checked, check=True)
        two = self._ours("cells 2", "cells", "big", threads=2, verify=checked, check=True)
        self._race("every cell; 1 thread", one, "wc", 0.28)
        self._race("every cell; 2 threads against 1", two, one, 1.75)
        for peer, target in (("libzsv", 1.2), ("csv-parser", 4)):
            theirs = self._theirs(f"{peer} cells", peer, "big", self.tables["big"].path, verify=answers(*CELL_FIELDS))
            self._race(f"every cell against {self.peers[peer].title}", one, theirs, target)
        small = self._ours("cells small", "cells", "small", verify=checked, check=True)
        for peer, length, target in (("python", "cell_chars", 15), ("papaparse", "cell_utf16", 25),
                                     ("data-loader", "cell_utf16", 30)):
            theirs = self._theirs(f"{peer} cells", peer, "small", self.tables["small"].path,
                                  verify=answers("records", "cells", length))
            self._race(f"every cell against {self.peers[peer].title}", small, theirs, target)
        wide = self._ours("wide", "wide", "wide", verify=checked, check=True)
        self.limits.append(Limit("200 columns: cost per byte, of that with 20", [wide, one], per_byte(wide, one), 1.5))

    def _profile(self):
        ours = self._ours("profile", "profile", "big", verify=profile_agrees)
        self._race("profile of every column; 1 thread", ours, "wc", 0.12)

    def _split(self):
        rows = ROWS_PER_PART
        breaks = self.tables["big"].manifest["line_breaks"]
        ours = self._ours("split", "split", "big", out=True, verify=parts_hold_it_all(rows, deep=False))
        gnu = self._theirs("split -l", "split", "big", "-l", str(rows), "-a", "4", self.tables["big"].path, "{out}/x",
                           out=True, verify=part_count(-(-breaks // rows)))
        self._race("split, columns unchanged, against GNU split -l (cuts records)", ours, gnu, 1.0)
        # Here rows are gathered in memory and other threads write them, so that reading goes on.
        two = self._ours("split 2", "split", "big", threads=2, out=True, verify=parts_hold_it_all(rows, deep=False))
        self._race("the same with 2 threads", two, gnu, 1.0)
        ours = self._ours("split small", "split", "small", out=True, verify=parts_hold_it_all(rows, deep=True))
        script = self._theirs("python split", "python-split", "small", self.tables["small"].path, "{out}", str(rows),
                              out=True, verify=parts_hold_it_all(rows, deep=True))
        self._race("split against a Python csv splitter", ours, script, 30)

    def _zip(self):
        rows = ROWS_PER_PART
        deep = parts_hold_it_all(rows, deep=True)
        ours = self._ours("split-zip part", "split-zip", "part", out=True, verify=deep)
        theirs = self._theirs("zip -6", "zip", "part", "-6", "-q", "-j", "{out}/x.zip", self.tables["part"].path,
                              out=True, verify=part_count(1))
        self._race("split + zip of one part against zip -6", ours, theirs, 1.8)
        self.limits.append(Limit("zip: bytes, of zip -6", [ours, theirs], "zip size", 1.01))
        one = self._ours("split-zip 1", "split-zip", "small", out=True, verify=deep)
        two = self._ours("split-zip 2", "split-zip", "small", threads=2, out=True, verify=deep)
        script = self._theirs("python zip", "python-split", "small", self.tables["small"].path, "{out}", str(rows), "zip",
                              out=True, verify=deep)
        self._race("split + zip; 2 threads against 1", two, one, 1.9)
        self._race("split + zip against Python csv + zipfile", one, script, None)

    def _workbooks(self):
        for kind, target, share in (("xlsx", 7, 8), ("ods", 5, 20)):
            ours = self._ours(kind, kind, kind, verify=answers("records", "cells", "cell_bytes", "checksum"), check=True)
            theirs = self._theirs(f"sheetjs {kind}", "sheetjs", kind, self.tables[kind].path, threads=2,
                                  verify=answers("records", "filled_cells"))
            self._race(f"{kind.upper()} against SheetJS", ours, theirs, target)
            self.limits.append(Limit(f"{kind.upper()}: peak memory, of SheetJS'", [ours, theirs],
                                     memory_share(ours, theirs), 1 / share))

    def _answers(self):
        def figure(name, field):
            return lambda commands: commands[name].answer.get(field)

        rounds = "20" if self.quick else "300"
        near = self._ours("preview part", "preview", "part", "--rounds", rounds, timed=False)
        self.limits.append(Limit("preview of an 8 MB file, p95", [near], figure(near, "p95_ms"), 50, "ms"))
        for kind, what in (("xlsx", "an XLSX"), ("ods", "an ODS"), ("xlsx.zip", "an XLSX in a zip"),
                           ("xlsx.gz", "an XLSX in gzip")):
            look = self._ours(f"preview {kind}", "preview", kind, "--rounds", rounds, timed=False)
            self.limits.append(Limit(f"preview of {what}, p95", [look], figure(look, "p95_ms"), 50, "ms"))
        if "huge" in self.tables:
            far = self._ours("preview huge", "preview", "huge", "--rounds", rounds, timed=False)
            self.limits.append(Limit("preview of a 5 GB file, p95", [far], figure(far, "p95_ms"), 50, "ms"))
            self.limits.append(Limit("preview of 5 GB, of that of 8 MB (medians)", [far, near],
                                     lambda c: c[far].answer["median_ms"] / c[near].answer["median_ms"], 1.5))
        if not self.quick:
            stop = self._ours("cancel", "cancel", "big", "--rounds", "20", "--after", "40", timed=False)
            self.limits.append(Limit("cancel to idle, longest", [stop], figure(stop, "longest_ms"), 100, "ms"))
        for name in ("count 1", "count 2", "cells 1", "cells 2", "profile", "split", "split-zip 2", "xlsx", "ods"):
            limit = 60 if self.quick else 60 + 0.1 * self.tables["big"].bytes / 1e9
            self.limits.append(Limit(f"private memory of {name}", [name], own_memory(name), limit, "MB"))


def per_byte(ours, other):
    def figure(commands):
        a, b = commands[ours], commands[other]
        return (a.best / a.table.bytes) / (b.best / b.table.bytes) if a.best and b.best else None
    return figure


def memory_share(ours, theirs):
    def figure(commands):
        a, b = commands[ours].measure_memory()[1], commands[theirs].measure_memory()[1]
        return a / b if a and b else None
    return figure


def own_memory(name):
    return lambda commands: commands[name].measure_memory()[0] / 1e6 or None
