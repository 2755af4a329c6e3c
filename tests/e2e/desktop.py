"""A throw-away desktop for the end-to-end tests, and the hands and eyes of a person on it.

A Desktop is a private X server (Xvfb), a private session bus, a window manager and, when asked for, an unlocked
gnome-keyring. The program under test is found through the accessibility tree, as a screen reader finds it, and driven by
real pointer and key events. Every look-up polls until its time is up; nothing waits for a fixed time.
"""
import ctypes
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time

PATIENCE = float(os.environ.get("E2E_PATIENCE", "20"))


class NotFound(AssertionError):
    pass


def wait_until(look, what, patience=PATIENCE):
    """The first true value of look(); an accessible object that vanished meanwhile counts as not yet."""
    end, last = time.monotonic() + patience, None
    while True:
        try:
            value = look()
            if value:
                return value
        except NotFound as problem:
            last = problem
        except Exception as problem:  # GLib's error type has no importable name before gi is loaded
            if type(problem).__name__ not in ("GError", "Error"):
                raise
            last = problem
        if time.monotonic() > end:
            raise NotFound(f"waited {patience:.0f} s in vain for {what}" + (f" ({last})" if last else ""))
        time.sleep(0.03)


def _end_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


class Desktop:
    """One for each process: libatspi reads the environment once."""

    def __init__(self, size="1280x900", dpi=96, keyring=False, env=None):
        self.size, self.dpi, self.keyring, self.extra = size, dpi, keyring, dict(env or {})
        self.processes, self.folder = [], tempfile.mkdtemp(prefix="e2e-")

    def __enter__(self):
        self.home, run = (os.path.join(self.folder, name) for name in ("home", "run"))
        for folder in (self.home, run):
            os.mkdir(folder, 0o700)
        self.env = {k: v for k, v in os.environ.items()
                    if not k.startswith(("QT_", "XDG_", "DBUS_", "AT_SPI_", "WAYLAND_"))}
        self.env.update(HOME=self.home, XDG_RUNTIME_DIR=run, XDG_CONFIG_HOME=self.home + "/.config",
                        XDG_DATA_HOME=self.home + "/.local/share", XDG_CACHE_HOME=self.home + "/.cache",
                        LANG="C.UTF-8", LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                        **self.extra)
        try:
            self._start_display()
            self._start_bus()
            self.spawn(["openbox"], "window-manager")
            wait_until(lambda: "window id" in self.output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"),
                       "the window manager")
            if self.keyring:
                self._start_keyring()
            self._open_accessibility()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def spawn(self, command, name, **options):
        log = open(os.path.join(self.folder, name + ".log"), "wb")
        options.setdefault("stdout", log)
        process = subprocess.Popen(command, env=self.env, stderr=log, preexec_fn=_end_with_parent, **options)
        self.processes.append(process)
        return process

    def output(self, *command):
        return subprocess.run(command, env=self.env, capture_output=True, text=True, check=False).stdout

    def _start_display(self):
        reading, writing = os.pipe()
        self.spawn(["Xvfb", "-displayfd", str(writing), "-screen", "0", self.size + "x24", "-dpi", str(self.dpi),
                    "-nolisten", "tcp", "-noreset"], "display", pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.env["DISPLAY"] = ":" + pipe.readline().strip()

    def _start_bus(self):
        bus = self.spawn(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"], "bus",
                         stdout=subprocess.PIPE)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def _start_keyring(self):
        keyring = self.spawn(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], "keyring",
                             stdin=subprocess.PIPE)
        keyring.stdin.write(b"\n")
        keyring.stdin.close()
        wait_until(lambda: "boolean true" in self.output(
            "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
            "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"), "the keyring")

    def _open_accessibility(self):
        for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ[name] = self.env[name]
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        Atspi.init()
        Atspi.set_timeout(10000, 20000)
        self.atspi = Atspi
        self.root = Atspi.get_desktop(0)
        self.root.set_cache_mask(Atspi.Cache.NONE)  # no main loop runs here, a cache would go stale

    def start(self, command):
        """Starts the program; gives its accessible root."""
        self.program = self.spawn(command, "program")

        def look():
            if self.program.poll() is not None:
                raise SystemExit(f"the program ended with {self.program.returncode}:\n{self.program_log()}")
            for i in range(self.root.get_child_count()):
                child = self.root.get_child_at_index(i)
                if child and child.get_process_id() == self.program.pid and child.get_child_count() > 0:
                    child.set_cache_mask(self.atspi.Cache.NONE)
                    return child
            return None
        return Node(self, wait_until(look, "the program on the accessibility bus"))

    def program_log(self):
        with open(os.path.join(self.folder, "program.log"), errors="replace") as log:
            return log.read()

    # -- hands ---------------------------------------------------------------------------------
    def xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.env, check=True, capture_output=True)

    def key(self, *keys):
        self.xdotool("key", "--clearmodifiers", "--delay", 30, *keys)

    def type(self, text):
        self.xdotool("type", "--clearmodifiers", "--delay", 10, "--", text)

    def click(self, point, button=1):
        self.xdotool("mousemove", *point, "sleep", 0.05, "click", button)

    def drag(self, start, end, steps=12):
        """A drag as a hand makes it: Qt wants a move past the start distance, then more moves, then a short rest."""
        (x0, y0), (x1, y1) = start, end
        words = ["mousemove", x0, y0, "sleep", 0.1, "mousedown", 1, "sleep", 0.1]
        for i in range(1, steps + 1):
            words += ["mousemove", round(x0 + (x1 - x0) * i / steps), round(y0 + (y1 - y0) * i / steps), "sleep", 0.03]
        self.xdotool(*words, "sleep", 0.15, "mouseup", 1)

    def picture(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        subprocess.run(["import", "-silent", "-window", "root", path], env=self.env, check=True)


class Node:
    """One accessible object, read live."""

    def __init__(self, desk, accessible):
        self.desk, self.accessible = desk, accessible

    role = property(lambda self: self.accessible.get_role_name())
    name = property(lambda self: self.accessible.get_name() or "")
    description = property(lambda self: self.accessible.get_description() or "")

    def states(self):
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    def __repr__(self):
        return f"<{self.role} '{self.name}'>"

    def children(self):
        count = min(self.accessible.get_child_count(), 500)  # a table has a child a cell
        found = (self.accessible.get_child_at_index(i) for i in range(count))
        return [Node(self.desk, child) for child in found if child]

    def walk(self):
        """Everything that is showing; the cells of lists and tables are left out."""
        for child in self.children():
            states = child.states()
            if "showing" not in states and child.role != "application":
                continue
            yield child
            if "manages-descendants" not in states:
                yield from child.walk()

    def find_all(self, role=None, name=None):
        return [node for node in self.walk()
                if (role is None or node.role == role) and (name is None or re.search(name, node.name))]

    def find(self, role=None, name=None, patience=PATIENCE):
        def look():
            found = self.find_all(role, name)
            return found[0] if found else None
        try:
            return wait_until(look, f"{role} /{name}/", patience)
        except NotFound as problem:
            raise NotFound(f"{problem}\nshowing: {[n for n in self.walk()]}") from None

    def labelled(self, name, role=None):
        """The input whose label (its buddy) reads `name`."""
        def look():
            for label in self.find_all("label", name):
                for relation in label.accessible.get_relation_set():
                    if relation.get_relation_type() == self.desk.atspi.RelationType.LABEL_FOR:
                        target = Node(self.desk, relation.get_target(0))
                        if role is None or target.role == role:
                            return target
            return None
        return wait_until(look, f"an input labelled /{name}/")

    def labels(self):
        """The texts of the labels that name this input."""
        names = []
        for relation in self.accessible.get_relation_set():
            if relation.get_relation_type() == self.desk.atspi.RelationType.LABELLED_BY:
                names += [relation.get_target(i).get_name() for i in range(relation.get_n_targets())]
        return names

    @property
    def center(self):
        box = self.accessible.get_component_iface().get_extents(self.desk.atspi.CoordType.SCREEN)
        return box.x + box.width // 2, box.y + box.height // 2

    def text(self):
        interface = self.accessible.get_text_iface()
        return interface.get_text(0, interface.get_character_count()) if interface else self.name

    def click(self):
        wait_until(lambda: {"showing", "enabled"} <= self.states(), f"{self!r} to be enabled")
        self.desk.click(self.center)
        return self

    def enter(self, text):
        self.click()
        wait_until(lambda: "focused" in self.states(), f"{self!r} to have the focus")
        self.desk.key("ctrl+a", "Delete")
        self.desk.type(text)
        return self

    # -- lists and tables ----------------------------------------------------------------------
    def rows(self):
        return self.accessible.get_table_iface().get_n_rows()

    def columns(self):
        return self.accessible.get_table_iface().get_n_columns()

    def cell(self, row, column=0):
        return Node(self.desk, self.accessible.get_table_iface().get_accessible_at(row, column))

    def row_of(self, pattern, column=0):
        def look():
            for row in range(self.rows()):
                if re.search(pattern, self.cell(row, column).name):
                    return (row,)
            return None
        return wait_until(look, f"a row /{pattern}/ in {self!r}")[0]
