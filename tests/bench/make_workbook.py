#!/usr/bin/env python3
"""Writes a workbook of 20 columns (XLSX or ODS, by the name's ending) and the true answers about it.

  make_workbook.py --out FILE.xlsx|FILE.ods [--manifest FILE] [--rows 100000] [--seed 1]

The answers follow the engine's rules: dates as ISO text by their number format, numbers as stored in the shortest form,
booleans true and false. Same options, same bytes.
"""
import argparse
import datetime
import json
import random
import zipfile
from xml.sax.saxutils import escape

from harness.checksum import TableFacts

HEADER = ["Record Id", "First Name", "Last Name", "Company", "Email", "Phone", "Zip Code", "Employees", "Annual Revenue",
          "Discount", "Date of Birth", "Contract Start", "Last Call", "Email Opt Out", "Lead Source", "City", "Country",
          "Score", "Notes", "Code"]
FIRST = ["Adele", "Bruno", "Célia", "Derek", "Edith", "直樹", "Gøran", "Ольга", "Iris", "Julian"]
LAST = ["Abbott", "Bäcker", "Carver", "Dalton", "松本", "Fletcher", "Groß", "Волков", "Irving", "Keller"]
FIRMS = ["Bluewater Ltd", "Cedar Hill GmbH", "Drumlin & Daughters, Ltd.", "Evergreen \"Green\" AB", "Foxglove <West>"]
SOURCES = ["Trade Show", "Cold Call", "Web Download", "Partner", "Other"]
CITIES = ["Leeds", "Lyon", "Hamburg", "Valencia", "Turin", "Osaka"]
NOTES = ["asked for a quote", "wants delivery before summer", "needs approval & a contract", "met at the fair", ""]
DAY0 = datetime.date(1899, 12, 30)
FIXED = (2025, 1, 1, 0, 0, 0)


def rows_of(count, seed):
    """Rows of (kind, value); kinds: text, number, money, percent, date, day (another format), moment, truth, blank."""
    chance = random.Random(seed).random

    def one(values):
        return values[int(chance() * len(values))]

    for row in range(1, count + 1):
        note = one(NOTES)
        yield [
            ("text", f"CRM-{row:09}"), ("text", one(FIRST)), ("text", one(LAST)), ("text", one(FIRMS)),
            ("text", f"person{row}@example.com"), ("text", f"0{int(chance() * 1e9):09}"),
            ("text", f"{int(chance() * 1e5):05}"), ("number", int(chance() * 50000)),
            ("money", round(chance() * 1e7, 2)), ("percent", round(0.01 + chance() * 0.5, 2)),
            ("date", DAY0 + datetime.timedelta(days=20000 + int(chance() * 20000))),
            ("day", DAY0 + datetime.timedelta(days=42000 + int(chance() * 4000))),
            ("moment", datetime.datetime(2024, 1, 1) + datetime.timedelta(seconds=int(chance() * 4e7))),
            ("truth", chance() < 0.3), ("text", one(SOURCES)), ("text", one(CITIES)),
            ("blank", None) if chance() < 0.3 else ("text", "Germany"), ("number", round(1 + chance() * 1000, 4)),
            ("text", note) if note else ("blank", None), ("text", f"{int(chance() * 2 ** 32):08X}"),
        ]


def text_of(kind, value):
    if kind == "blank":
        return ""
    if kind == "truth":
        return "true" if value else "false"
    if kind in ("date", "day", "moment"):
        return value.isoformat()
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)


def add(archive, name, text, stored=False):
    info = zipfile.ZipInfo(name, FIXED)
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    archive.writestr(info, text)


HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLE = {"number": 0, "money": 1, "percent": 2, "date": 3, "day": 4, "moment": 5}


class XlsxCells:
    def __init__(self):
        self.shared = {}
        self.uses = 0

    def cell(self, place, kind, value):
        if kind == "text":
            self.uses += 1
            return f'<c r="{place}" t="s"><v>{self.shared.setdefault(value, len(self.shared))}</v></c>'
        if kind == "truth":
            return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
        if kind == "blank":
            return ""
        if kind in ("date", "day"):
            value = (value - DAY0).days
        elif kind == "moment":
            value = repr((value - datetime.datetime(1899, 12, 30)).total_seconds() / 86400)
        return f'<c r="{place}" s="{STYLE[kind]}"><v>{value}</v></c>'


def write_xlsx(path, rows):
    cells = XlsxCells()
    sheet = [HEAD, f"<worksheet {MAIN}><sheetData>"]
    letters = [chr(ord("A") + at) for at in range(len(HEADER))]
    for number, row in enumerate(rows, 1):
        content = "".join(cells.cell(f"{letters[at]}{number}", *cell) for at, cell in enumerate(row))
        sheet.append(f'<row r="{number}">{content}</row>')
    sheet.append("</sheetData></worksheet>")
    shared = [HEAD, f'<sst {MAIN} count="{cells.uses}" uniqueCount="{len(cells.shared)}">']
    shared += [f"<si><t>{escape(text)}</t></si>" for text in cells.shared] + ["</sst>"]
    formats = [0, 4, 10, 14, 164, 22]
    styles = (f'{HEAD}<styleSheet {MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>'
              '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
              f'<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="{len(formats)}">'
              + "".join(f'<xf numFmtId="{fmt}" xfId="0" applyNumberFormat="1"/>' for fmt in formats)
              + "</cellXfs></styleSheet>")
    kinds = {"/xl/workbook.xml": "sheet.main", "/xl/worksheets/sheet1.xml": "worksheet", "/xl/styles.xml": "styles",
             "/xl/sharedStrings.xml": "sharedStrings"}
    types = (f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
             'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             + "".join(f'<Override PartName="{part}" ContentType="{TYPE}.{kind}+xml"/>' for part, kind in kinds.items())
             + "</Types>")

    def relations(*targets):
        return (f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
                + "".join(f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                          for at, (kind, target) in enumerate(targets, 1)) + "</Relationships>")

    with zipfile.ZipFile(path, "w") as archive:
        add(archive, "[Content_Types].xml", types)
        add(archive, "_rels/.rels", relations(("officeDocument", "xl/workbook.xml")))
        add(archive, "xl/workbook.xml", f'{HEAD}<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="Contacts" sheetId="1" r:id="r1"/></sheets></workbook>')
        add(archive, "xl/_rels/workbook.xml.rels", relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")))
        add(archive, "xl/styles.xml", styles)
        add(archive, "xl/sharedStrings.xml", "".join(shared))
        add(archive, "xl/worksheets/sheet1.xml", "".join(sheet))


ODS = "urn:oasis:names:tc:opendocument:xmlns:"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


# Cells as LibreOffice writes them: a style and both value types on each.
ODS_STYLES = {
    "money": '<number:number-style style:name="n-money"><number:number number:decimal-places="2" number:grouping="true"/>'
             "</number:number-style>",
    "percent": '<number:percentage-style style:name="n-percent"><number:number number:decimal-places="2"/>'
               "<number:text>%</number:text></number:percentage-style>",
    "date": '<number:date-style style:name="n-date"><number:month/><number:text>/</number:text><number:day/>'
            '<number:text>/</number:text><number:year number:style="long"/></number:date-style>',
    "day": '<number:date-style style:name="n-day"><number:day number:style="long"/><number:text>.</number:text>'
           '<number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/>'
           "</number:date-style>",
    "moment": '<number:date-style style:name="n-moment"><number:month/><number:text>/</number:text><number:day/>'
              '<number:text>/</number:text><number:year/><number:text> </number:text><number:hours/>'
              "<number:text>:</number:text><number:minutes/></number:date-style>",
    "truth": '<number:boolean-style style:name="n-truth"><number:boolean/></number:boolean-style>',
}
ODS_TYPES = {"text": "string", "number": "float", "money": "float", "percent": "percentage", "date": "date", "day": "date",
             "moment": "date", "truth": "boolean"}


def ods_cell(kind, value):
    if kind == "blank":
        return "<table:table-cell/>"
    text, office = text_of(kind, value), ODS_TYPES[kind]
    style = f' table:style-name="c-{kind}"' if kind in ODS_STYLES else ""
    stored = {"string": "", "date": f' office:date-value="{text}"', "boolean": f' office:boolean-value="{text}"'}.get(
        office, f' office:value="{text}"')
    return (f'<table:table-cell{style} office:value-type="{office}"{stored} calcext:value-type="{office}">'
            f"<text:p>{escape(text)}</text:p></table:table-cell>")


def write_ods(path, rows):
    content = [HEAD, f'<office:document-content xmlns:office="{ODS}office:1.0" xmlns:table="{ODS}table:1.0" '
               f'xmlns:text="{ODS}text:1.0" xmlns:style="{ODS}style:1.0" xmlns:number="{ODS}datastyle:1.0" '
               'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
               'office:version="1.2"><office:automatic-styles>', *ODS_STYLES.values(),
               *[f'<style:style style:name="c-{kind}" style:family="table-cell" style:data-style-name="n-{kind}"/>'
                 for kind in ODS_STYLES], "</office:automatic-styles><office:body><office:spreadsheet>"
               '<table:table table:name="Contacts">']
    content += ["<table:table-row>" + "".join(ods_cell(*cell) for cell in row) + "</table:table-row>" for row in rows]
    content.append("</table:table></office:spreadsheet></office:body></office:document-content>")
    with zipfile.ZipFile(path, "w") as archive:
        add(archive, "mimetype", ODS_TYPE, stored=True)
        add(archive, "META-INF/manifest.xml",
            f'{HEAD}<manifest:manifest xmlns:manifest="{ODS}manifest:1.0" manifest:version="1.2">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
        add(archive, "content.xml", "".join(content))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("--manifest")
    parser.add_argument("--rows", type=int, default=100000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rows = [[("text", name) for name in HEADER], *rows_of(options.rows, options.seed)]
    (write_ods if options.out.endswith(".ods") else write_xlsx)(options.out, rows)
    facts = TableFacts()
    for row in rows:
        facts.add([text_of(*cell) for cell in row])
    if options.manifest:
        with open(options.manifest, "w", encoding="utf-8") as out:
            json.dump(facts.answer(), out, indent=1)


if __name__ == "__main__":
    main()
