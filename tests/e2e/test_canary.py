#!/usr/bin/python3
"""A token with an unmistakable text goes through a whole import in the window; afterwards it is nowhere but in the
keychain: not in settings, lists, plans, logs, temporary files, the command line or the environment of the program."""
import base64
import os
import re
import subprocess
import urllib.parse

from wizard import PROGRAM, Desktop, Wizard, done, wait_until, write_csv

CANARY = "canary-7f3e+token/with=signs"


def spellings(text):
    plain = text.encode()
    return {"plain": plain, "UTF-16": text.encode("utf-16-le"), "URL": urllib.parse.quote(text, safe="").encode(),
            "base64": base64.b64encode(plain)[:-4], "JSON": text.replace("/", "\\/").encode()}


def hits(folders):
    """(file, spelling) of each place that holds the canary."""
    found, files = [], 0
    for folder in folders:
        for where, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(where, name)
                if not os.path.isfile(path) or os.path.islink(path):
                    continue
                files += 1
                with open(path, "rb") as handle:
                    content = handle.read()
                found += [(path, how) for how, needle in spellings(CANARY).items() if needle in content]
    return found, files


with Desktop(size="1280x1100", keyring=True) as desk:
    temp = os.path.join(desk.folder, "tmp")
    os.mkdir(temp)
    desk.env["TMPDIR"] = temp
    # The server stands for the CRM: its own command line is not the program's.
    server = subprocess.Popen([PROGRAM, "practice-server", "--token", CANARY], env=desk.env, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    desk.processes.append(server)
    said = ""
    while "http://" not in said:
        line = server.stdout.readline()
        assert line, "the practice server ended: " + said
        said += line
    url = re.search(r"http://127\.0\.0\.1:\d+", said).group(0)

    wizard = Wizard(desk, write_csv(desk.folder))
    wizard.title("Account")
    for label, text in (("API Domain", url), ("Upload Domain", url), ("Account Name", "Canary")):
        wizard.tree.labelled(f"^{label}$").enter(text)
    wizard.tree.labelled("^Access Token$", "password text").enter(CANARY)
    desk.key("Return")
    wizard.tree.find("label", "Practice Company")
    stored = wait_until(lambda: desk.output("secret-tool", "search", "--all", "server", "crm-import-wizard"),
                        "the item in the keychain")
    done("signed in; the keychain holds an item")
    wizard.click_row("Steps", "Module")
    wizard.choose_module()
    wizard.click_row("Steps", "Mapping")
    columns, fields = (wizard.view(name) for name in ("File Columns", "Fields"))
    for column, field in (("Surname", "Last Name"), ("Seller", "Lead Owner")):
        desk.drag(columns.cell(columns.row_of(column)).center, fields.cell(fields.row_of(field)).center)
    wizard.click_row("Steps", "Check")
    wizard.title("Check")
    wizard.next()
    wizard.title("Results")
    wizard.picture("canary-results")
    done("a whole import ran")

    program = desk.program.pid
    for name in ("cmdline", "environ"):
        with open(f"/proc/{program}/{name}", "rb") as handle:
            content = handle.read()
        assert not any(needle in content for needle in spellings(CANARY).values()), f"the canary is in {name}"
    keyrings = os.path.join(desk.home, ".local/share/keyrings")
    places, files = hits([desk.folder])
    places = [(path, how) for path, how in places if not path.startswith(keyrings)]
    assert files > 3, "there was nothing to search"
    assert not places, places
    done(f"{files} files searched in {len(spellings(CANARY))} spellings, no canary outside the keychain")
    # The search itself must be able to find it.
    planted = os.path.join(temp, "planted")
    with open(planted, "w") as handle:
        handle.write("x" + CANARY)
    assert [path for path, _ in hits([temp])[0]] == [planted]
    done("a planted canary is found")
