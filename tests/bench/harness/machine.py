"""Running commands: on which CPUs, how long they take, how much memory they hold."""
import os
import statistics
import subprocess
import time


class Run:
    def __init__(self, seconds, code, out, err):
        self.seconds, self.code, self.out, self.err = seconds, code, out, err


def cpus():
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [0]


class on_cpus:
    """Children started inside run on the first `count` of our CPUs. The first one is left to one-thread commands."""

    def __init__(self, count):
        self.count = count

    def __enter__(self):
        if hasattr(os, "sched_setaffinity"):
            self.before = os.sched_getaffinity(0)
            os.sched_setaffinity(0, set(sorted(self.before)[:self.count]))

    def __exit__(self, *_):
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, self.before)


def run(argv, threads=1, environment=None):
    with on_cpus(threads):
        start = time.perf_counter()
        child = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                 env=environment, text=True, errors="replace")
        out, err = child.communicate()
        return Run(time.perf_counter() - start, child.returncode, out, err)


def peak_memory(argv, threads=1, environment=None):
    """(largest RssAnon seen, peak of the whole resident set) in bytes; sampled, so of a run that is not timed. The
    peak holds file pages too, RssAnon what is the program's own. (0, 0) where there is no /proc."""
    with on_cpus(threads):
        child = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                 env=environment)
    own = peak = 0
    while child.poll() is None:
        try:
            with open(f"/proc/{child.pid}/status", encoding="ascii", errors="replace") as status:
                fields = dict(line.split(":", 1) for line in status)
            own = max(own, int(fields["RssAnon"].split()[0]) * 1024)
            peak = max(peak, int(fields["VmHWM"].split()[0]) * 1024)
        except (OSError, KeyError, ValueError):
            pass
        time.sleep(0.002)
    return own, peak


def spread(seconds):
    """How far the median lies above the minimum, as a share of it."""
    return statistics.median(seconds) / min(seconds) - 1
