#!/usr/bin/python3
"""A hand drags with a real pointer on a real (virtual) screen, each kind of drag that the board knows."""
import csv
import os

from wizard import Desktop, Wizard, done, wait_until

HEADERS = ["Surname", "Cell", "Seller", "Town", "Zip", "Note A", "Note B"] + [f"Spare {i}" for i in range(20)]


def people(folder):
    path = os.path.join(folder, "people.csv")
    with open(path, "w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle)
        writer.writerow(HEADERS)
        for i in range(3):
            writer.writerow([f"Lovelace {i}"] + [f"{header} {i}" for header in HEADERS[1:]])
    return path


def sentence(view, row):
    return " ".join(view.cell(row, column).name for column in range(view.columns()))


def is_free(view, row):
    return wait_until(lambda: "mapped to" not in sentence(view, row), f"nothing mapped in row {row}")


def shows(view, row, words):
    return wait_until(lambda: words in sentence(view, row), f"'{words}' in row {row}")


with Desktop(size="1280x900") as desk:
    wizard = Wizard(desk, "--practice", people(desk.folder))
    wizard.title("Account")
    wizard.tree.find("label", "Practice Company")
    wizard.next()
    wizard.title("Module")
    wizard.choose_module()
    wizard.next()
    wizard.title("File")
    wizard.next()
    wizard.title("Mapping")
    columns = wizard.view("File Columns")
    fields = wizard.view("Fields")

    def status(words):
        return wizard.tree.find("label", words)

    def search_fields(text):
        wizard.tree.find("text", "^Search Fields$").enter(text)

    def clear_all():
        desk.click(columns.cell(0).center)
        desk.key("Escape")
        wizard.tree.find("push button", "^More for Columns$").click()
        desk.key("Up", "Return")
        wait_until(lambda: not any("mapped to" in sentence(columns, row) for row in range(7)), "everything cleared")

    clear_all()
    done("everything cleared by the menu")

    desk.drag(columns.cell(0).center, fields.cell(fields.row_of("^Field Last Name,")).center)
    shows(columns, 0, "mapped to Last Name")
    wizard.picture("drag-1-column-to-field")
    done("a column dragged onto a field")
    desk.key("ctrl+z")
    is_free(columns, 0)
    desk.key("ctrl+shift+z")
    shows(columns, 0, "mapped to Last Name")
    done("undone by Ctrl+Z and done again by Ctrl+Shift+Z")

    search_fields("Mobile")
    wait_until(lambda: fields.rows() < 6, "the fields filtered")
    desk.drag(fields.cell(fields.row_of("^Field Mobile,")).center, columns.cell(1).center)
    shows(columns, 1, "mapped to Mobile")
    done("a field dragged from the list onto a column")

    desk.drag(columns.cell(1, 1).center, columns.cell(3).center)
    shows(columns, 3, "mapped to Mobile")
    is_free(columns, 1)
    wizard.picture("drag-2-between-rows")
    done("a field dragged from one row to another")

    # Over a place that does not take it the words say why, and letting go changes nothing.
    before = sentence(columns, 3)
    x, y = columns.cell(3).center
    tx, ty = fields.cell(fields.row_of("^Field Mobile,")).center
    desk.xdotool("mousemove", x, y, "sleep", 0.1, "mousedown", 1, "sleep", 0.1, "mousemove", x + 30, y + 4, "sleep", 0.1,
                 "mousemove", tx - 4, ty, "sleep", 0.1, "mousemove", tx, ty, "sleep", 0.2)
    status("feeds Mobile already")
    wizard.picture("drag-3-refused")
    desk.xdotool("mouseup", 1)
    wait_until(lambda: sentence(columns, 3) == before, "nothing changed")
    done("a drop that is refused says why")

    search_fields("Description")
    wait_until(lambda: fields.rows() < 6, "the fields filtered")
    search_fields("")
    wait_until(lambda: fields.rows() > 10, "all fields again")
    desk.click(columns.cell(5).center)
    desk.key("Escape")
    desk.xdotool("keydown", "ctrl")
    desk.click(columns.cell(6).center)
    desk.xdotool("keyup", "ctrl")
    free = next(row for row in range(fields.rows() - 1)
                if "not mapped" in sentence(fields, row) and "not mapped" in sentence(fields, row + 1)
                and "mandatory" not in sentence(fields, row))
    desk.drag(columns.cell(5).center, fields.cell(free).center)
    shows(columns, 5, "mapped to")
    shows(columns, 6, "mapped to")
    wizard.picture("drag-4-several-columns")
    done("two columns dragged at once onto a field and the one below it")

    # Held at the lower edge the list scrolls by itself.
    last = columns.rows() - 1
    x, y = fields.cell(fields.row_of("^Field City,")).center
    bottom = columns.accessible.get_component_iface().get_extents(0)
    edge = bottom.y + bottom.height - 8
    desk.xdotool("mousemove", x, y, "sleep", 0.1, "mousedown", 1, "sleep", 0.1, "mousemove", x - 40, y + 4, "sleep", 0.1,
                 "mousemove", bottom.x + 120, edge - 30, "sleep", 0.1, "mousemove", bottom.x + 120, edge, "sleep", 0.2,
                 "mousemove", bottom.x + 121, edge - 2)
    wait_until(lambda: columns.cell(last).center[1] < bottom.y + bottom.height, "scrolled to the last column")
    tx, ty = columns.cell(last).center
    desk.xdotool("mousemove", tx, ty - 2, "sleep", 0.1, "mousemove", tx, ty, "sleep", 0.2, "mouseup", 1)
    shows(columns, last, "mapped to City")
    wizard.picture("drag-5-edge")
    done("a drag scrolls the list at its edge, down to the last column")

    wizard.tree.find(None, "^By Field$").click()
    wait_until(lambda: fields.columns() >= 3 and columns.cell(0).center[0] < fields.cell(0).center[0], "the other view")
    wizard.tree.find("text", "^Search Columns$").enter("Town")
    wait_until(lambda: columns.rows() == 1, "the columns filtered")
    desk.drag(columns.cell(0).center, fields.cell(fields.row_of("^Field City,")).center)
    wait_until(lambda: "more than one column" in sentence(fields, fields.row_of("^Field City,")),
               "two columns on one field shown as such")
    wizard.picture("drag-6-by-field")
    done("in the view by field a second column on one field is an error on both")
