"""What the end-to-end tests share: where the program is, a spreadsheet, and the way through the wizard by pointer."""
import csv
import os
import re
import sys
import tempfile

from desktop import Desktop, Node, NotFound, wait_until  # noqa: F401 (for the tests)

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else "build/dev/crm-import-wizard"
PICTURES = sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="pictures-")


def write_csv(folder, rows=3, name="people.csv"):
    """Headers of which only one is a field's name: the others have to be mapped by hand."""
    path = os.path.join(folder, name)
    with open(path, "w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle)
        writer.writerow(["Surname", "Cell", "Seller", "City"])
        for i in range(rows):
            writer.writerow([f"Lovelace {i}", f"+44 20 7946 0{i:03}", "patricia.boyle@example.com", "London"])
    return path


class Wizard:
    """The program on a desktop, seen through its accessibility tree."""

    def __init__(self, desk, *arguments):
        self.desk = desk
        self.tree = desk.start([PROGRAM, *arguments])

    def title(self, name):
        """Waits for the page with this title."""
        return self.tree.find("label", f"^(Step \\d of \\d: )?{name}$")

    def next(self):
        self.tree.find("push button", "^(Next|Start Import)$").click()

    def view(self, name):
        """The list or table of this name (a caption may carry the same words)."""
        def look():
            return next((node for node in self.tree.find_all(None, f"^{name}$")
                         if node.role in ("list", "table", "tree")), None)
        return wait_until(look, f"the view {name}")

    def click_row(self, view_name, pattern, column=0):
        view = self.view(view_name)
        row = view.row_of(pattern, column)
        cell = view.cell(row, column)
        self.desk.click(cell.center)
        return cell

    def choose_module(self, pattern="Leads"):
        self.click_row("Modules", pattern)
        self.tree.find("radio button", "Add").click()

    def press_next(self):
        self.desk.key("alt+Right")

    def add_leads_by_keyboard(self):
        """The practice CRM, the module Leads, new records: from the first page to the third without a pointer."""
        self.title("Account")
        tab_to(self, "push button", "^Use Practice CRM$")
        self.desk.key("space")
        self.tree.find("label", "Practice Company")
        self.press_next()
        self.title("Module")
        tab_to(self, "text", "^Search Modules$")
        self.desk.type("Leads")
        modules = self.view("Modules")
        wait_until(lambda: modules.rows() == 1, "one module left")
        self.desk.key("Down")
        if not wait_until(lambda: focused(self), "a focus").role == "list item":
            tab_to(self, "list", "^Modules$")
        self.desk.key("Home", "space")
        tab_to(self, "radio button", "Add")
        self.desk.key("space")
        self.press_next()
        self.title("File")

    def picture(self, name):
        self.desk.picture(os.path.join(PICTURES, "e2e", name + ".png"))


def focused(wizard):
    found = [node for node in wizard.tree.walk() if "focused" in node.states()]
    return found[-1] if found else None


def tab_to(wizard, role, name, limit=40):
    """Presses Tab until the input of this role and name (or label) has the focus."""
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


def done(what):
    print(f"ok: {what}")
