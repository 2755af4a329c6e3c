#!/usr/bin/python3
"""Ten columns mapped without a pointer, heard through the accessibility tree alone: each row is one sentence, each action
is said, three are undone and done again. Kept as a template, the mapping is offered by the next program for a file whose
columns have drifted, and the differences are settled by keyboard."""
import csv
import os

from wizard import Desktop, Wizard, done, focused, tab_to, wait_until

FIELDS = ["Last Name", "Company", "Mobile", "Lead Owner", "Description", "City", "Title", "Fax", "Street", "Country"]


def nameless_file(folder, name="nameless.csv", renamed=None):
    """Columns that say nothing, so that nothing is matched by itself."""
    path = os.path.join(folder, name)
    with open(path, "w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle)
        writer.writerow([(renamed or {}).get(i, f"x{i}q") for i in range(12)])
        for row in range(3):
            writer.writerow([f"v{row}{i}w" for i in range(12)])
    return path


with Desktop(size="1280x900") as desk:
    wizard = Wizard(desk, nameless_file(desk.folder))
    wizard.add_leads_by_keyboard()
    wizard.press_next()
    wizard.title("Mapping")

    columns = wizard.view("File Columns")

    def said(words):
        return wizard.tree.find("label", words)

    # What needs a field is said before anything is done, and Next leads there.
    wizard.press_next()
    wait_until(lambda: wizard.tree.find_all("label", "^(Step \\d of \\d: )?Mapping$"), "still the mapping step")
    wait_until(lambda: focused(wizard) is not None and focused(wizard).role in ("table", "table cell"),
               "the focus at what is missing")
    done(f"Next stays and puts the focus at {focused(wizard).name!r}")

    tab_to(wizard, "table", "^File Columns$")
    desk.key("Home")
    for row, field in enumerate(FIELDS):
        assert columns.cell(row).name.startswith(f"Column {row}, x{row}q, sample v"), columns.cell(row).name
        assert columns.cell(row).name.endswith("not decided"), columns.cell(row).name
        desk.key("F2")
        wait_until(lambda: focused(wizard) is None or focused(wizard).role != "table", "the chooser")
        desk.type(field)
        desk.key("Return")
        wait_until(lambda: f"mapped to {field}" in columns.cell(row).name, f"row {row} mapped to {field}")
        said(f"^{field} now gets column {row}, x{row}q\\. Undo: Ctrl\\+Z\\.$")
        desk.key("Down")
    wizard.picture("walk-ten-columns")
    done("ten columns mapped: " + columns.cell(2).name)

    for row in (9, 8, 7):
        desk.key("ctrl+z")
        wait_until(lambda: "not decided" in columns.cell(row).name, f"row {row} undone")
        said(f"^Undone: Map column {row} to {FIELDS[row]}\\.")
    assert f"mapped to {FIELDS[6]}" in columns.cell(6).name
    done("three undone, each said by name")
    for row in (7, 8, 9):
        desk.key("ctrl+shift+z")
        wait_until(lambda: f"mapped to {FIELDS[row]}" in columns.cell(row).name, f"row {row} done again")
        said(f"^Done again: Map column {row} to {FIELDS[row]}\\.")
    done("three done again")

    # Two are left: out of the import with one key each.
    desk.key("End", "ctrl+i")
    wait_until(lambda: columns.cell(11).name.endswith("ignored"), "the last one ignored")
    desk.key("Up", "ctrl+i")
    wait_until(lambda: columns.cell(10).name.endswith("ignored"), "the one before ignored")
    said("^Column 10 is left out of the import\\.")
    done("the other two left out by Ctrl+I")

    # The undo stack outlives a visit to another step.
    wizard.press_next()
    wizard.title("Callback")
    desk.key("alt+Left")
    wizard.title("Mapping")
    tab_to(wizard, "table", "^File Columns$")
    desk.key("ctrl+z")
    wait_until(lambda: columns.cell(10).name.endswith("not decided"), "undone after coming back")
    done("undone after going to the next step and back")

    # Kept as a template.
    tab_to(wizard, "push button", "^Templates")
    desk.key("space", "Down", "Return")  # nothing can be applied yet, so that the menu begins with saving
    tab_to(wizard, "text", "^Name of the template$")
    desk.type("walk")
    desk.key("Return")
    said("^The mapping is kept as the template “walk”\\.$")
    done("saved as a template by keyboard")
    desk.program.terminate()
    desk.program.wait(20)

    # A program of another day, and a file in which one mapped column has another name and another is gone.
    wizard = Wizard(desk, nameless_file(desk.folder, "drifted.csv", {5: "zz top", 9: "9 to 5"}))
    wizard.add_leads_by_keyboard()
    wizard.press_next()
    wizard.title("Mapping")
    wizard.tree.find("label", "^You mapped a file with most of these columns before: “walk”\\.$")
    tab_to(wizard, "push button", "^Show \\d+ Differences?$")
    desk.key("space")
    differences = wizard.view("Differences")
    wait_until(lambda: focused(wizard) is not None and focused(wizard).role in ("table", "table cell"),
               "the focus on the differences")
    done(f"offered, with {differences.rows()} differences: {differences.cell(0).name}")

    def go_to(words):
        """The row that says this, by arrow keys."""
        row = differences.row_of(words)
        desk.key("Home", *["Up"] * differences.rows(), *["Down"] * row)
        return row

    row = go_to("x5q")
    for place in range(14):
        desk.key("space")
        wait_until(lambda: focused(wizard) is None or focused(wizard).role not in ("table", "table cell"), "the answers")
        desk.key("Home", *["Down"] * place, "Return")
        wait_until(lambda: focused(wizard) is not None and focused(wizard).role in ("table", "table cell"), "the row")
        if "zz top" in differences.cell(row).name.split("Answer: ")[1]:
            break
    assert "zz top" in differences.cell(row).name.split("Answer: ")[1], differences.cell(row).name
    done(f"another column chosen: {differences.cell(row).name}")
    # The other field goes without, as is proposed, and the column that is new is left out.
    assert "Go without Country" in differences.cell(differences.row_of("x9q")).name
    row = go_to("^There was no column .*9 to 5")
    assert "Answer: Decide later" in differences.cell(row).name, differences.cell(row).name
    desk.key("Delete")
    wait_until(lambda: "Answer: Leave it out" in differences.cell(row).name, "the new column left out")
    after = differences.cell(row).name
    wizard.picture("walk-drift")
    done(f"a new column left out: {after}")
    tab_to(wizard, "push button", "^Apply Template$")
    desk.key("space")
    wizard.tree.find("label", "^The template “walk” is applied: 9 fields are mapped\\.")
    columns = wizard.view("File Columns")
    wait_until(lambda: f"mapped to {FIELDS[5]}" in columns.cell(5).name, "the chosen column feeds the field")
    assert columns.cell(9).name.endswith("ignored"), columns.cell(9).name
    assert f"mapped to {FIELDS[8]}" in columns.cell(8).name, columns.cell(8).name
    done("the differences are settled by keyboard: " + columns.cell(5).name)
