"""The programs that we are measured against: which are here, in which version, and why others are not."""
import json
import os
import platform
import shutil
import subprocess
import sys

from harness.files import HERE

RUNNERS = os.path.join(HERE, "peers")


class Peer:
    def __init__(self, title, command=None, version="", why="not installed", environment=None):
        self.title, self.command, self.version, self.why = title, command, version, why
        self.environment = environment

    @property
    def here(self):
        return self.command is not None


def first_line(*argv):
    try:
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return lines[0] if lines else ""


def on_path(title, program, *version):
    found = shutil.which(program)
    return Peer(title, [found], first_line(found, *version) if version else "") if found else Peer(title)


def node_peer(title, package, script, folder):
    node = shutil.which("node")
    if not node:
        return Peer(title, why="no node")
    described = os.path.join(folder, "node_modules", package, "package.json")
    if not os.path.exists(described):
        return Peer(title, why=f"not in {folder}: see README.md")
    with open(described, encoding="utf-8") as source:
        version = json.load(source)["version"]
    environment = {**os.environ, "NODE_PATH": os.path.join(folder, "node_modules")}
    return Peer(title, [node, os.path.join(RUNNERS, script)], f"{version}, node {first_line(node, '--version')}",
                environment=environment)


def data_loader(jar, cache):
    title = "Data Loader's reader"
    if not jar:
        return Peer(title, why="no --wsc-jar")
    if not (shutil.which("javac") and shutil.which("java")):
        return Peer(title, why="no JDK")
    classes = os.path.join(cache, "java")
    built = subprocess.run(["javac", "-cp", jar, "-d", classes, os.path.join(RUNNERS, "DataLoaderCells.java")],
                           capture_output=True, text=True, check=False)
    if built.returncode != 0:
        return Peer(title, why="does not compile: " + built.stderr.strip().splitlines()[0])
    return Peer(title, ["java", "-cp", jar + os.pathsep + classes, "DataLoaderCells"],
                f"{os.path.basename(jar)}, {first_line('java', '-version')}")


def info_zip():
    peer = on_path("zip", "zip")
    if peer.here:
        lines = subprocess.run(["zip", "-v"], capture_output=True, text=True, check=False).stdout.splitlines()
        peer.version = next((line.strip() for line in lines if line.startswith("This is Zip")), "")
    return peer


def find_peers(folder, wsc_jar, cache):
    """Name -> Peer. csv-parser and libzsv are libraries: a program of theirs is looked for under the name given here,
    called with FILE and expected to print one line of JSON with records, cells and cell_bytes."""
    python = f"Python {platform.python_version()}"
    return {
        "wc": on_path("wc -l", "wc", "--version"),
        "split": on_path("GNU split", "split", "--version"),
        "zip": info_zip(),
        "python": Peer("Python csv", [sys.executable, os.path.join(RUNNERS, "python_cells.py")], python),
        "python-split": Peer("Python csv splitter", [sys.executable, os.path.join(RUNNERS, "python_split.py")], python),
        "papaparse": node_peer("Papa Parse", "papaparse", "papaparse_cells.js", folder),
        "sheetjs": node_peer("SheetJS", "xlsx", "sheetjs_cells.js", folder),
        "zsv": on_path("zsv", "zsv", "version"),
        "libzsv": on_path("libzsv push", "libzsv-cells"),
        "csv-parser": on_path("csv-parser", "csv-parser-cells"),
        "data-loader": data_loader(wsc_jar, cache),
        "miller": on_path("Miller", "mlr", "--version"),
        "csvtool": on_path("csvtool", "csvtool"),
    }
