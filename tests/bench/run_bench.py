#!/usr/bin/env python3
"""Races the spreadsheet engine against other programs and prints the ratios. See README.md.

Every command is first run once and its answer compared with what the generator knows; a wrong answer is not timed. Then
all commands run in turn, round after round, and the shortest time of each counts. Exits 1 when an answer was wrong, and
with --strict 3 when a target was missed.
"""
import argparse
import json
import os
import shutil
import signal
import sys
import tempfile

from harness import machine, report
from harness.commands import folder_bytes
from harness.files import HERE, Files
from harness.peers import find_peers
from harness.tasks import Plan


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    build = os.path.normpath(os.path.join(HERE, "..", "..", "build", "bench"))
    programs = os.path.join(build, "tests", "bench")
    parser.add_argument("--bench", default=os.path.join(programs, "wizard_bench"))
    parser.add_argument("--generator", default=os.path.join(programs, "generate_table"))
    parser.add_argument("--cache", default=os.path.join(build, "bench-files"), help="folder for the test files (8 GB)")
    parser.add_argument("--scratch", help="folder for what is written; default: memory, where there is /dev/shm")
    parser.add_argument("--peers", default=os.path.join(build, "bench-peers"), help="folder with node_modules")
    parser.add_argument("--wsc-jar", help="force-wsc's jar, which holds Data Loader's CSV reader")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--only", help="only rows whose task holds this text")
    parser.add_argument("--quick", action="store_true", help="8 MB, 3 rounds: tries the harness, says little of speed")
    parser.add_argument("--without-5gb", action="store_true")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--json", help="file for all figures")
    options = parser.parse_args()
    options.rounds = options.rounds or (3 if options.quick else 7)
    return options


def make_files(options):
    files = Files(options.cache, options.generator)
    part = files.csv("part.csv", "--rows", "25000", "--seed", "1")
    rows = 2000 if options.quick else 100000
    tables = {"part": part, "xlsx": files.workbook(f"contacts-{rows}.xlsx", rows),
              "ods": files.workbook(f"contacts-{rows}.ods", rows)}
    tables.update({"xlsx" + ending: files.archived(tables["xlsx"], ending) for ending in (".zip", ".gz")})
    if options.quick:
        wide = files.csv("wide-quick.csv", "--rows", "2000", "--columns", "200", "--seed", "2")
        return {**tables, "big": part, "small": part, "wide": wide}
    tables["small"] = files.csv("100mb.csv", "--bytes", "100000000", "--seed", "1")
    tables["wide"] = files.csv("wide.csv", "--rows", "120000", "--columns", "200", "--seed", "2")
    if not options.without_5gb:
        tables["huge"] = files.csv("5gb.csv", "--bytes", "5000000000", "--seed", "3")
    tables["big"] = files.csv("1gb.csv", "--bytes", "1000000000", "--seed", "1")
    return tables


def zip_size(commands):
    sizes = []
    for name in ("split-zip part", "zip -6"):
        commands[name].time()
        sizes.append(folder_bytes(commands[name].out))
    return sizes[0] / sizes[1]


def choose(plan, only):
    """Drops what --only does not name. Gives the commands that are still needed, in their order."""
    for limit in plan.limits:
        if limit.figure == "zip size":
            limit.figure = zip_size
    if only:
        plan.races = [race for race in plan.races if only.lower() in race.task.lower()]
        plan.limits = [limit for limit in plan.limits if only.lower() in limit.task.lower()]
    needed = {"wc"} | {name for race in plan.races for name in (race.ours, race.peer)}
    needed |= {name for limit in plan.limits for name in limit.needs}
    return [command for name, command in plan.commands.items() if name in needed]


def tell(text):
    print(text, file=sys.stderr, flush=True)


def race_all(commands, rounds):
    for command in commands:
        tell(f"checking {command.name}")
        command.check()
        command.clean()
    timed = [command for command in commands if command.usable and command.timed]
    for number in range(rounds):
        for command in timed:
            if command.usable:
                tell(f"round {number + 1} of {rounds}: {command.name}")
                command.time()
                command.clean()


def main():
    options = read_options()
    for program in (options.bench, options.generator):
        if not os.access(program, os.X_OK):
            sys.exit(f"{program} is not built; see {os.path.join(HERE, 'README.md')}")
    # Whoever ends us early must not leave gigabytes in memory.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options.cache = os.path.abspath(options.cache)
    tables = make_files(options)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else options.cache
    scratch = tempfile.mkdtemp(prefix="wizard-bench-", dir=options.scratch or memory)
    try:
        peers = find_peers(os.path.abspath(options.peers), options.wsc_jar, options.cache)
        plan = Plan(os.path.abspath(options.bench), peers, tables, scratch, options.quick)
        commands = choose(plan, options.only)
        race_all(commands, options.rounds)
        result = collect(plan, commands, options, peers)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    report.print_report(result)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as out:
            json.dump(result, out, indent=1)
    wrong = [f"{command.name}: {sentence}" for command in commands for sentence in command.wrong]
    for sentence in wrong:
        tell("WRONG " + sentence)
    short = any(row["verdict"] == "short" for row in result["races"] + result["limits"])
    sys.exit(1 if wrong else 3 if options.strict and short else 0)


def collect(plan, commands, options, peers):
    tell("measuring memory")
    w1 = plan.commands["wc"]
    return {
        "machine": report.machine_name(), "rounds": options.rounds, "quick": options.quick,
        "races": [report.race_row(race, plan.commands) for race in plan.races],
        "limits": [report.limit_row(limit, plan.commands) for limit in plan.limits],
        "peers": [{"title": p.title, "here": p.here, "version": p.version, "why": p.why} for p in peers.values()],
        "w1": {"mb_per_s": w1.table.bytes / w1.best / 1e6 if w1.best else None,
               "spread": machine.spread(w1.seconds) if w1.seconds else None},
        "commands": [{"name": c.name, "bytes": c.table.bytes, "threads": c.threads, "seconds": c.seconds,
                      "memory": c.memory, "answer": c.answer, "missing": c.missing, "wrong": c.wrong} for c in commands],
    }


if __name__ == "__main__":
    main()
