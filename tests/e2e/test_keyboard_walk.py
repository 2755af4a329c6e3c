#!/usr/bin/python3
"""From the first page to the finished job without a pointer: Tab, arrows, Space, Return and shortcuts alone."""
from wizard import Desktop, Wizard, done, focused, tab_to, wait_until, write_csv


with Desktop(size="1280x900") as desk:
    wizard = Wizard(desk, write_csv(desk.folder))
    wizard.add_leads_by_keyboard()
    done("module and operation chosen by keyboard")
    wizard.press_next()
    wizard.title("Mapping")

    columns = wizard.view("File Columns")
    for column, field in (("Surname", "Last Name"), ("Cell", "Mobile"), ("Seller", "Lead Owner")):
        tab_to(wizard, "text", "^Search Columns$")
        desk.key("ctrl+a")
        desk.type(column)
        wait_until(lambda: columns.rows() == 1 and column in columns.cell(0).name, f"{column} found")
        tab_to(wizard, "table", "^File Columns$")
        desk.key("Home", "F2")
        wait_until(lambda: focused(wizard) is None or focused(wizard).role != "table", "the chooser")
        desk.type(field)
        desk.key("Return")
        wait_until(lambda: f"mapped to {field}" in columns.cell(0).name, f"{field} fed by {column}")
        done(f"{column} mapped to {field} by keyboard")
    tab_to(wizard, "text", "^Search Columns$")
    desk.key("ctrl+a", "Delete")
    wizard.press_next()
    wizard.title("Callback")
    wizard.press_next()
    wizard.title("Check")
    wizard.press_next()
    wizard.title("Results")
    wizard.picture("keyboard-results")
    done("finished without a pointer")
