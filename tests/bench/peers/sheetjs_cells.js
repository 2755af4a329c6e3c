// Reads the first sheet of an XLSX or ODS file with SheetJS; dates and number formats are on, as a user sees them.
'use strict';
const XLSX = require('xlsx');

const book = XLSX.readFile(process.argv[2], { dense: true, cellDates: true });
const sheet = book.Sheets[book.SheetNames[0]];
const rows = Array.isArray(sheet) ? sheet : sheet['!data'];
let records = 0;
let filled = 0;
for (const row of rows) {
  records += 1;
  for (const cell of row || []) if (cell && cell.v !== undefined && cell.v !== '') filled += 1;
}
console.log(JSON.stringify({ records, filled_cells: filled }));
