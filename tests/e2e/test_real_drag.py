#!/usr/bin/python3
"""A hand drags a column onto a field with a real pointer on a real (virtual) screen, undoes it, and does it again."""
from wizard import Desktop, Wizard, done, wait_until, write_csv


def sentence(fields, row):
    return " ".join(fields.cell(row, column).name for column in range(fields.columns()))


with Desktop(size="1280x900") as desk:
    wizard = Wizard(desk, "--practice", write_csv(desk.folder))
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
    source = columns.cell(columns.row_of("Surname"))
    target_row = fields.row_of("Last Name")
    assert "Surname" not in sentence(fields, target_row), sentence(fields, target_row)

    desk.drag(source.center, fields.cell(target_row).center)

    row = wait_until(lambda: [r for r in range(fields.rows())
                              if "Last Name" in fields.cell(r).name and "Surname" in sentence(fields, r)],
                     "the dragged column on Last Name")[0]
    wizard.picture("real-drag-mapped")
    done("a real drag maps Surname onto Last Name: " + sentence(fields, row))

    desk.key("ctrl+z")
    wait_until(lambda: not any("Surname" in sentence(fields, r) for r in range(fields.rows())), "the drag undone")
    done("undone by Ctrl+Z")
    desk.key("ctrl+shift+z")
    wait_until(lambda: any("Surname" in sentence(fields, r) for r in range(fields.rows())), "the drag redone")
    done("redone by Ctrl+Shift+Z")

    # The other way round: a field dragged onto a column. The search brings the field into sight.
    wizard.tree.find("text", "^Search Fields$").enter("Mobile")
    wait_until(lambda: fields.rows() < 6, "the fields filtered")
    source = fields.cell(fields.row_of("^Field Mobile,"))
    desk.drag(source.center, columns.cell(columns.row_of("Cell")).center)
    wait_until(lambda: any("Mobile" in fields.cell(r).name and "Cell" in sentence(fields, r)
                           for r in range(fields.rows())), "Mobile fed by Cell")
    done("a field dragged onto a column maps it too")
    wizard.picture("real-drag-both-ways")
