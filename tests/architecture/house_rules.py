#!/usr/bin/env python3
"""The house rules as checks: who may include whom, how large things may get, words that have no place here.

  house_rules.py includes|sizes|wording|secrets FOLDER
Prints each breach as file:line: sentence, and exits 1 if there is one.
"""
import os
import re
import sys

# Room -> rooms it may include. Order is the order of the house, bottom up.
APP = {
    "base": [],
    "tabular": ["base"],
    "crm": ["base"],
    "mapping": ["base", "tabular", "crm"],
    "checking": ["base", "tabular", "crm", "mapping"],
    "auth": ["base"],
    "net": ["base", "crm", "auth"],
    "importing": ["base", "tabular", "crm", "mapping", "checking", "net"],
    "session": ["base", "tabular", "crm", "mapping", "checking", "auth", "net", "importing"],
    "practice": ["base", "tabular", "crm"],
    "cli": ["base", "tabular", "crm", "mapping", "checking", "auth", "net", "importing", "session", "practice"],
}
NO_UI = {"net", "practice", "cli"}
UI_APP = [room for room in APP if room not in NO_UI]
UI = {
    "ui/models": UI_APP,
    "ui/text": UI_APP,
    "ui/widgets": UI_APP + ["ui/text", "ui/models"],
    "ui/wizard": UI_APP + ["ui/text", "ui/models", "ui/widgets"],
    "ui/accounts": UI_APP + ["ui/text", "ui/models", "ui/widgets", "ui/wizard"],
    "ui/mapping": UI_APP + ["ui/text", "ui/models", "ui/widgets", "ui/wizard"],
    "ui/results": UI_APP + ["ui/text", "ui/models", "ui/widgets", "ui/wizard"],
    "ui/shell": UI_APP + ["ui/text", "ui/models", "ui/widgets", "ui/wizard", "ui/accounts", "ui/mapping", "ui/results"],
}
# net may know no more of auth than what gives it a token and where to send it.
NET_FROM_AUTH = {"auth/TokenProvider.h", "auth/DataCentre.h"}

WIDGETS = re.compile(r"<(QtWidgets/|QtGui/|QtSvg/|QtQuick)|<Q(Widget|Application|GuiApplication|Icon|Pixmap|Painter|Color|"
                     r"Palette|Action|UndoStack|Svg\w*|Dialog|Label|PushButton|LineEdit|TableView)>")
SOCKETS = re.compile(r"<(QtNetwork/|QNetwork\w+|QTcp\w+|QSsl\w+|QSql\w+|QHttpServer\w*|QFile|QSaveFile|QDir|QTemporary\w+|"
                     r"qt6keychain/.*)>")
# They read what is compiled into the program (":/…"), never a file of the user's.
RESOURCE_READERS = {"ui/widgets/Icons.cpp", "ui/widgets/StyleSheet.cpp"}
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"][^>"]+[>"])')

CAPS = {"cpp": 450, "h": 180, "function": 45, "public": 20, "page_constructor": 30, "test": 600}


def files(root, *folders):
    for folder in folders:
        for where, names, leaves in os.walk(os.path.join(root, folder)):
            names[:] = [n for n in names if n not in ("build", "__pycache__")]
            for leaf in leaves:
                path = os.path.join(where, leaf)
                yield os.path.relpath(path, root).replace(os.sep, "/"), path


def lines_of(path):
    with open(path, encoding="utf-8", errors="replace") as handle:
        return handle.read().split("\n")


def room_of(path):
    parts = path.split("/")
    if parts[0] == "app" and len(parts) > 2:
        return parts[1]
    if parts[0] == "ui" and len(parts) > 2:
        return "ui/" + parts[1]
    return None


def target_room(include):
    parts = include.split("/")
    if parts[0] == "ui" and len(parts) > 2:
        return "ui/" + parts[1]
    return parts[0] if parts[0] in APP else None


def include_breach(path, room, include):
    """What is wrong with one #include of a file in `room`, or None."""
    allowed = APP.get(room, UI.get(room))
    name = include[1:-1]
    in_app = room in APP
    if in_app and WIDGETS.search(include):
        return f"{room} knows no windows, yet includes {include}"
    if not in_app and SOCKETS.search(include) and not (include == "<QFile>" and path in RESOURCE_READERS):
        return f"{room} knows no sockets, files or keychain, yet includes {include}"
    if "QNetworkAccessManager" in name and path not in ("app/net/HttpClient.cpp", "app/net/HttpClient.h"):
        return "only net/HttpClient may include QNetworkAccessManager"
    if include.startswith("<"):
        return None
    other = target_room(name)
    if other is None:
        return f"include {include} from the root of its tree" if "/" not in name else None
    if other == room:
        return None
    if other not in allowed:
        return f"{room} may not include {include}"
    if room == "net" and other == "auth" and name not in NET_FROM_AUTH:
        return f"net may know of auth only {', '.join(sorted(NET_FROM_AUTH))}"
    return None


def check_includes(root):
    for path, full in files(root, "app", "ui"):
        room = room_of(path)
        if room is None or not path.endswith((".h", ".cpp")):
            continue
        if room not in APP and room not in UI:
            yield path, 1, f"'{room}' is not a room of this house"
            continue
        for number, line in enumerate(lines_of(full), 1):
            found = INCLUDE.match(line)
            breach = include_breach(path, room, found.group(1)) if found else None
            if breach:
                yield path, number, breach


def functions(lines):
    """(start line, name, length) of each function body that clang-format left in our style: '{' alone on a line."""
    start, name = None, ""
    for number, line in enumerate(lines, 1):
        if line == "{" and start is None:
            start = number
            back = number - 2
            while back > 0 and lines[back].startswith((" ", "\t")):
                back -= 1
            name = lines[back].strip()
        elif line == "}" and start is not None:
            yield start, name, number - start - 1
            start = None


def public_members(lines):
    """(line, class, count) of the public functions of each class; signals and the data of value structs do not count."""
    current, count, access, line_of, depth = None, 0, "private", 0, 0
    for number, line in enumerate(lines, 1):
        opened = re.match(r"^class (\w+).*\{", line)
        if opened and not line.endswith("};"):
            current, count, access, line_of = opened.group(1), 0, "private", number
        elif current and line.startswith("};"):
            yield line_of, current, count
            current = None
        elif current and re.match(r"^(public|protected|private|Q_SIGNALS)( \w+)?:", line):
            access = "public" if line.startswith("public") else "private"
        elif current and access == "public" and re.match(r"^    [^ /}].*\(", line):
            if not re.search(r"Q_OBJECT|Q_ENUM|= default;|= delete;|operator|~|\boverride\b", line):
                count += 1


def constructor_length(name, length):
    found = re.match(r"^(\w+Page)::(\w+)\(", name)
    return length if found and found.group(1) == found.group(2) else None


def check_sizes(root):
    for path, full in files(root, "app", "ui", "tests"):
        if not path.endswith((".h", ".cpp")):
            continue
        lines = lines_of(full)
        cap = CAPS["test"] if path.startswith("tests/") else CAPS[path.rsplit(".", 1)[1]]
        if len(lines) - 1 > cap:
            yield path, 1, f"{len(lines) - 1} lines; the cap is {cap}"
        if path.startswith("tests/"):
            continue
        for start, name, length in functions(lines):
            if length > CAPS["function"]:
                yield path, start, f"{name}: {length} lines; the cap is {CAPS['function']}"
            if (constructor_length(name, length) or 0) > CAPS["page_constructor"]:
                yield path, start, f"{name}: a page's constructor has at most {CAPS['page_constructor']} lines"
        for start, name, count in public_members(lines):
            if count > CAPS["public"]:
                yield path, start, f"{name}: {count} public members; the cap is {CAPS['public']}"


WORDS = [
    (re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"), "left to do", ("app", "ui", "tests", "packaging")),
    (re.compile(r"\b(SIGNAL|SLOT)\("), "string-based connect", ("app", "ui")),
    (re.compile(r"\b(QEventLoop|processEvents|waitForFinished)\b"), "nested event loop", ("app", "ui")),
    (re.compile(r"ignoreSslErrors|setInsecureFallback\(true\)|VerifyNone"), "TLS or secrets let go", ("app", "ui")),
    (re.compile(r"\bQSKIP\b|\bQEXPECT_FAIL\b"), "skipped test", ("tests",)),
    (re.compile(r"\btr\(|QCoreApplication::translate"), "words for people belong in ui/", ("app",)),
]


def check_wording(root):
    for pattern, reason, folders in WORDS:
        for path, full in files(root, *folders):
            if "architecture/" in path or not path.endswith((".h", ".cpp", ".py", ".sh")):
                continue
            for number, line in enumerate(lines_of(full), 1):
                if pattern.search(line):
                    yield path, number, f"{reason}: {line.strip()[:80]}"


def check_secrets(root):
    """base::Secret may be opened only where a token leaves or enters: each place is named here."""
    openers = {"app/net/", "app/auth/", "app/practice/", "app/base/", "app/cli/"}
    for path, full in files(root, "app", "ui"):
        if not path.endswith((".h", ".cpp")) or path.startswith(tuple(openers)):
            continue
        for number, line in enumerate(lines_of(full), 1):
            if ".reveal()" in line or "->reveal()" in line:
                yield path, number, "a secret is opened outside net, auth, practice and cli"


CHECKS = {"includes": check_includes, "sizes": check_sizes, "wording": check_wording, "secrets": check_secrets}


def main(arguments):
    breaches = sorted(CHECKS[arguments[1]](arguments[2]))
    for path, line, sentence in breaches:
        print(f"{path}:{line}: {sentence}")
    print(f"{arguments[1]}: {len(breaches)} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
