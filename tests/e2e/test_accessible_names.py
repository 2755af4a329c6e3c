#!/usr/bin/python3
"""Walks through all eight pages and demands a name for every input: by its label (buddy) or by its accessible name."""
from wizard import Desktop, Wizard, done, wait_until, write_csv

INPUTS = {"text", "password text", "combo box", "spin button", "check box", "radio button", "push button", "list",
          "table", "tree", "slider", "progress bar"}
# A combo box's name is its current entry in Qt 6.4; only a label tells what it is.
NEEDS_LABEL = {"combo box"}


def nameless(tree):
    found = []
    for node in tree.walk():
        if node.role not in INPUTS:
            continue
        labels = [name for name in node.labels() if name]
        named = bool(labels) if node.role in NEEDS_LABEL else bool(node.name or labels)
        if not named:
            parent = node.accessible.get_parent()
            found.append(f"{node.role} {node.name!r} in {parent.get_role_name()} {parent.get_name()!r}")
    return found


PAGES = ["Account", "Module", "File", "Mapping", "Callback", "Check", "Run", "Results"]

with Desktop(size="1280x1400") as desk:
    wizard = Wizard(desk, "--practice", write_csv(desk.folder))
    wizard.tree.find("label", "Practice Company")
    problems, inputs = [], 0
    for page in PAGES:
        wizard.click_row("Steps", page)
        wizard.title(page)
        if page == "Module":
            wizard.choose_module()
            wait_until(lambda: wizard.tree.find_all("label", "Last Name"), "the mandatory fields")
        inputs += sum(1 for node in wizard.tree.walk() if node.role in INPUTS)
        problems += [f"{page}: {problem}" for problem in nameless(wizard.tree)]
        wizard.picture(f"names-{page.lower()}")
    print("\n".join(problems))
    assert inputs > 40, f"only {inputs} inputs were seen on eight pages"
    assert not problems, f"{len(problems)} inputs have no name"
    done(f"{inputs} inputs on {len(PAGES)} pages, each with a name")
