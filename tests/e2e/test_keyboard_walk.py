#!/usr/bin/python3
"""From the first page to the finished job without a pointer: Tab, arrows, Space, Return and shortcuts alone."""
from wizard import Desktop, Wizard, done, wait_until, write_csv


def focused(wizard):
    found = [node for node in wizard.tree.walk() if "focused" in node.states()]
    return found[-1] if found else None


def tab_to(wizard, role, name, limit=40):
    """Presses Tab until the input of this role and name (or label) has the focus."""
    import re
    seen = []
    for _ in range(limit):
        node = focused(wizard)
        if node:
            names = [node.name, *node.labels()]
            if node.role == role and any(re.search(name, text) for text in names):
                return node
            seen.append(f"{node.role} {names}")
        wizard.desk.key("Tab")
    raise AssertionError(f"Tab does not reach {role} /{name}/; it passes {seen}")


def press_next(wizard):
    wizard.desk.key("alt+Right")


with Desktop(size="1280x900") as desk:
    wizard = Wizard(desk, write_csv(desk.folder))
    wizard.title("Account")
    tab_to(wizard, "push button", "^Use Practice CRM$")
    desk.key("space")
    wizard.tree.find("label", "Practice Company")
    press_next(wizard)
    wizard.title("Module")
    done("signed in by keyboard")

    tab_to(wizard, "text", "^Search Modules$")
    desk.type("Leads")
    modules = wizard.view("Modules")
    wait_until(lambda: modules.rows() == 1, "one module left")
    desk.key("Down")
    if not wait_until(lambda: focused(wizard), "a focus").role == "list item":
        tab_to(wizard, "list", "^Modules$")
    desk.key("Home", "space")
    tab_to(wizard, "radio button", "Add")
    desk.key("space")
    press_next(wizard)
    wizard.title("File")
    done("module and operation chosen by keyboard")
    press_next(wizard)
    wizard.title("Mapping")

    fields = wizard.view("Fields")
    for column, field in (("Surname", "Last Name"), ("Cell", "Mobile"), ("Seller", "Owner")):
        tab_to(wizard, "text", "^Search Fields$")
        desk.key("ctrl+a")
        desk.type(field)
        wait_until(lambda: fields.rows() < 6 and field in fields.cell(0).name, f"{field} found")
        tab_to(wizard, "table", "^Fields$")
        desk.key("Home", "F2")
        wait_until(lambda: focused(wizard) is None or focused(wizard).role != "table", "the chooser")
        desk.type(column)
        desk.key("Return")
        wait_until(lambda: column in " ".join(fields.cell(0, c).name for c in range(fields.columns())),
                   f"{field} fed by {column}")
        done(f"{column} mapped to {field} by keyboard")
    tab_to(wizard, "text", "^Search Fields$")
    desk.key("ctrl+a", "Delete")
    press_next(wizard)
    wizard.title("Callback")
    press_next(wizard)
    wizard.title("Check")
    press_next(wizard)
    wizard.title("Results")
    wizard.picture("keyboard-results")
    done("finished without a pointer")
