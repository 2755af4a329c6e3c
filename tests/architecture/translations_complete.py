#!/usr/bin/env python3
"""Every text with a count has its English forms: lupdate, run on a copy, finds none that is new.

  translations_complete.py LUPDATE FOLDER
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

lupdate, root = sys.argv[1:3]
with tempfile.TemporaryDirectory() as folder:
    copy = os.path.join(folder, "en.ts")
    shutil.copy(os.path.join(root, "translations", "crm-import-wizard_en.ts"), copy)
    subprocess.run([lupdate, "-silent", "-I", ".", "-locations", "none", "-pluralonly", "-no-obsolete", "ui", "-ts", copy],
                   cwd=root, check=True)
    with open(copy, encoding="utf-8") as handle:
        messages = re.findall(r"<message.*?</message>", handle.read(), re.S)
missing = [re.search(r"<source>(.*?)</source>", m, re.S).group(1) for m in messages
           if "unfinished" in m or "<numerusform></numerusform>" in m]
for source in missing:
    print(f"no English forms for: {source}")
print(f"translations: {len(messages)} texts with a count, {len(missing)} without their forms")
sys.exit(1 if missing or not messages else 0)
