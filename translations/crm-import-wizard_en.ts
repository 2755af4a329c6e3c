<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CheckSummary</name>
    <message numerus="yes">
        <source>%Ln column(s) are left out: %1.</source>
        <translation>
            <numerusform>One is left out: %1.</numerusform>
            <numerusform>%Ln are left out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln column(s) are used.</source>
        <translation>
            <numerusform>The only column is used.</numerusform>
            <numerusform>All %Ln columns are used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 column(s) are used.</source>
        <translation>
            <numerusform>%Ln of %1 columns is used.</numerusform>
            <numerusform>%Ln of %1 columns are used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) are fed from the uploaded file.</source>
        <translation>
            <numerusform>%Ln field is fed from the uploaded file.</numerusform>
            <numerusform>%Ln fields are fed from the uploaded file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) get a fixed value.</source>
        <translation>
            <numerusform>One field gets a fixed value.</numerusform>
            <numerusform>%Ln fields get a fixed value.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeText</name>
    <message numerus="yes">
        <source>The table has more than the %Ln row(s) that the CRM takes in one job. Split it.</source>
        <translation>
            <numerusform>The table has more than the %Ln row that the CRM takes in one job. Split it.</numerusform>
            <numerusform>The table has more than the %Ln rows that the CRM takes in one job. Split it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The table has more than the %Ln column(s) that the CRM takes. Remove some.</source>
        <translation>
            <numerusform>The table has more than the %Ln column that the CRM takes. Remove some.</numerusform>
            <numerusform>The table has more than the %Ln columns that the CRM takes. Remove some.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The CRM takes no more calls for now. Try again in %Ln second(s).</source>
        <translation>
            <numerusform>The CRM takes no more calls for now. Try again in %Ln second.</numerusform>
            <numerusform>The CRM takes no more calls for now. Try again in %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftWords</name>
    <message numerus="yes">
        <source>%1 takes %Ln character(s)</source>
        <translation>
            <numerusform>%1 takes %Ln character</numerusform>
            <numerusform>%1 takes %Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It takes %Ln character(s) now; longer cells are refused</source>
        <translation>
            <numerusform>It takes %Ln character now; longer cells are refused</numerusform>
            <numerusform>It takes %Ln characters now; longer cells are refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldPaint</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingWords</name>
    <message numerus="yes">
        <source>%1: %Ln column(s)</source>
        <comment>a delimiter</comment>
        <translation>
            <numerusform>%1: %Ln column</numerusform>
            <numerusform>%1: %Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 % of the first rows have %Ln cell(s) this way.</source>
        <translation>
            <numerusform>%1 % of the first rows have %Ln cell this way.</numerusform>
            <numerusform>%1 % of the first rows have %Ln cells this way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Commas split the first rows evenly into %Ln cell(s).</source>
        <translation>
            <numerusform>Commas split the first rows evenly into %Ln cell.</numerusform>
            <numerusform>Commas split the first rows evenly into %Ln cells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Semicolons split the first rows evenly into %Ln cell(s).</source>
        <translation>
            <numerusform>Semicolons split the first rows evenly into %Ln cell.</numerusform>
            <numerusform>Semicolons split the first rows evenly into %Ln cells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tabs split the first rows evenly into %Ln cell(s).</source>
        <translation>
            <numerusform>Tabs split the first rows evenly into %Ln cell.</numerusform>
            <numerusform>Tabs split the first rows evenly into %Ln cells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pipes split the first rows evenly into %Ln cell(s).</source>
        <translation>
            <numerusform>Pipes split the first rows evenly into %Ln cell.</numerusform>
            <numerusform>Pipes split the first rows evenly into %Ln cells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It splits the first rows evenly into %Ln cell(s).</source>
        <translation>
            <numerusform>It splits the first rows evenly into %Ln cell.</numerusform>
            <numerusform>It splits the first rows evenly into %Ln cells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) name the columns together.</source>
        <translation>
            <numerusform>%Ln row names the columns.</numerusform>
            <numerusform>%Ln rows name the columns together.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message numerus="yes">
        <source>The spreadsheet has %Ln column(s); the CRM takes at most %1. Remove some.</source>
        <translation>
            <numerusform>The spreadsheet has %Ln column; the CRM takes at most %1. Remove some.</numerusform>
            <numerusform>The spreadsheet has %Ln columns; the CRM takes at most %1. Remove some.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is fed from column index %2, but the file has only %Ln column(s). Choose another column.</source>
        <translation>
            <numerusform>%1 is fed from column index %2, but the file has only %Ln column. Choose another column.</numerusform>
            <numerusform>%1 is fed from column index %2, but the file has only %Ln columns. Choose another column.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More fields are mapped than the %Ln that the CRM takes in one job. Clear some.</source>
        <translation>
            <numerusform>More fields are mapped than the one that the CRM takes in one job. Clear some.</numerusform>
            <numerusform>More fields are mapped than the %Ln that the CRM takes in one job. Clear some.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The spreadsheet has %Ln row(s), and the CRM takes at most %1 in one job. It is sent in %2 jobs, one after the other, which cost %3 API credits.</source>
        <translation>
            <numerusform>The spreadsheet has %Ln row, and the CRM takes at most %1 in one job. It is sent in %2 jobs, one after the other, which cost %3 API credits.</numerusform>
            <numerusform>The spreadsheet has %Ln rows, and the CRM takes at most %1 in one job. It is sent in %2 jobs, one after the other, which cost %3 API credits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The spreadsheet has %Ln row(s); the CRM takes at most %1 in one job. A file that is uploaded already cannot be split.</source>
        <translation>
            <numerusform>The spreadsheet has %Ln row; the CRM takes at most %1 in one job. A file that is uploaded already cannot be split.</numerusform>
            <numerusform>The spreadsheet has %Ln rows; the CRM takes at most %1 in one job. A file that is uploaded already cannot be split.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 takes at most %Ln character(s), and %2 has a value of %3. The CRM refuses such rows.</source>
        <translation>
            <numerusform>%1 takes at most %Ln character, and %2 has a value of %3. The CRM refuses such rows.</numerusform>
            <numerusform>%1 takes at most %Ln characters, and %2 has a value of %3. The CRM refuses such rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) of %1 do not look like what %2 takes.</source>
        <translation>
            <numerusform>%Ln cell of %1 does not look like what %2 takes.</numerusform>
            <numerusform>%Ln cells of %1 do not look like what %2 takes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is mapped, but %Ln row(s) have no value for it, and the CRM refuses them. Fill the cells, or give it a constant.</source>
        <translation>
            <numerusform>%1 is mapped, but %Ln row has no value for it, and the CRM refuses it. Fill the cell, or give it a constant.</numerusform>
            <numerusform>%1 is mapped, but %Ln rows have no value for it, and the CRM refuses them. Fill the cells, or give it a constant.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableNotes</name>
    <message numerus="yes">
        <source>%Ln zero byte(s) were left out, as you chose.</source>
        <translation>
            <numerusform>A zero byte was left out, as you chose.</numerusform>
            <numerusform>%Ln zero bytes were left out, as you chose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have fewer cells than the header row, the first is row %1. The missing ones count as blank.</source>
        <translation>
            <numerusform>Row %1 has fewer cells than the header row. The missing ones count as blank.</numerusform>
            <numerusform>%Ln rows have fewer cells than the header row, the first is row %1. The missing ones count as blank.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have more cells than the header row, the first is row %1. Look whether a delimiter stands inside a cell.</source>
        <translation>
            <numerusform>Row %1 has more cells than the header row. Look whether a delimiter stands inside a cell.</numerusform>
            <numerusform>%Ln rows have more cells than the header row, the first is row %1. Look whether a delimiter stands inside a cell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) have no name in the header row, the first is column %1. Numbers stand in for names.</source>
        <translation>
            <numerusform>Column %1 has no name in the header row. It is called by its number.</numerusform>
            <numerusform>%Ln columns have no name in the header row, the first is column %1. They are called by their numbers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) stand in the header row before, the first in column %1. Numbers tell them apart.</source>
        <translation>
            <numerusform>The name of column %1 stands in the header row before. A number tells the two apart.</numerusform>
            <numerusform>%Ln names stand in the header row more than once, the first in column %1. Numbers tell them apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) start like a formula, the first in row %1, column %2. They are imported as they stand.</source>
        <translation>
            <numerusform>A cell in row %1, column %2 starts like a formula. It is imported as it stands.</numerusform>
            <numerusform>%Ln cells start like a formula, the first in row %1, column %2. They are imported as they stand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) have more than 15 digits, the first in row %1, column %2. Spreadsheet programs may have changed the last digits.</source>
        <translation>
            <numerusform>A number in row %1, column %2 has more than 15 digits. A spreadsheet program may have changed the last ones.</numerusform>
            <numerusform>%Ln numbers have more than 15 digits, the first in row %1, column %2. Spreadsheet programs may have changed the last ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) start with a zero, the first in row %1, column %2. They are imported with it.</source>
        <translation>
            <numerusform>A number in row %1, column %2 starts with a zero. It is imported with it.</numerusform>
            <numerusform>%Ln numbers start with a zero, the first in row %1, column %2. They are imported with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) hold invisible marks, the first in row %1, column %2. They are imported with them.</source>
        <translation>
            <numerusform>A cell in row %1, column %2 holds invisible marks. It is imported with them.</numerusform>
            <numerusform>%Ln cells hold invisible marks, the first in row %1, column %2. They are imported with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) of the file are no text and became the sign �, as you chose; the first is on line %1.</source>
        <translation>
            <numerusform>%Ln place of the file is no text and became the sign �, as you chose; it is on line %1.</numerusform>
            <numerusform>%Ln places of the file are no text and became the sign �, as you chose; the first is on line %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s), 500 API credits each</source>
        <translation>
            <numerusform>%Ln part, 500 API credits each</numerusform>
            <numerusform>%Ln parts, 500 API credits each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln formula(s) have no value in the file, the first in row %1, column %2. Their cells count as blank; save the workbook in a spreadsheet program first.</source>
        <translation>
            <numerusform>A formula has no value in the file, in row %1, column %2. Its cell counts as blank; save the workbook in a spreadsheet program first.</numerusform>
            <numerusform>%Ln formulas have no value in the file, the first in row %1, column %2. Their cells count as blank; save the workbook in a spreadsheet program first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) hold an error such as #N/A, the first in row %1, column %2. They are imported with that text.</source>
        <translation>
            <numerusform>A cell holds an error such as #N/A, in row %1, column %2. It is imported with that text.</numerusform>
            <numerusform>%Ln cells hold an error such as #N/A, the first in row %1, column %2. They are imported with that text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) have more digits than spreadsheets show, the first in row %1, column %2. They are imported as stored.</source>
        <translation>
            <numerusform>A number has more digits than spreadsheets show, in row %1, column %2. It is imported as stored.</numerusform>
            <numerusform>%Ln numbers have more digits than spreadsheets show, the first in row %1, column %2. They are imported as stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) are formatted as dates that do not exist, the first in row %1, column %2. The number is imported.</source>
        <translation>
            <numerusform>A cell is formatted as a date that does not exist, in row %1, column %2. The number is imported.</numerusform>
            <numerusform>%Ln cells are formatted as dates that do not exist, the first in row %1, column %2. The number is imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) of cells are merged, the first in row %1, column %2. Only the first cell of each has the value.</source>
        <translation>
            <numerusform>Cells are merged in row %1, column %2. Only the first of them has the value.</numerusform>
            <numerusform>%Ln groups of cells are merged, the first in row %1, column %2. Only the first cell of each has the value.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are hidden, the first is row %1. They are imported all the same.</source>
        <translation>
            <numerusform>Row %1 is hidden. It is imported all the same.</numerusform>
            <numerusform>%Ln rows are hidden, the first is row %1. They are imported all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) are hidden, the first is column %1. They are there to be mapped all the same.</source>
        <translation>
            <numerusform>Column %1 is hidden. It is there to be mapped all the same.</numerusform>
            <numerusform>%Ln columns are hidden, the first is column %1. They are there to be mapped all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have more cells than the header row and are left out, as you chose; the first is row %1.</source>
        <translation>
            <numerusform>Row %1 has more cells than the header row and is left out, as you chose.</numerusform>
            <numerusform>%Ln rows have more cells than the header row and are left out, as you chose; the first is row %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BoardBar</name>
    <message numerus="yes">
        <source>Accept %Ln Proposal(s)</source>
        <translation>
            <numerusform>Accept %Ln Proposal</numerusform>
            <numerusform>Accept %Ln Proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %Ln</source>
        <translation>
            <numerusform>Accept %Ln</numerusform>
            <numerusform>Accept %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CardTable</name>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CauseList</name>
    <message numerus="yes">
        <source>… and %Ln rarer cause(s), to be found in the table.</source>
        <translation>
            <numerusform>… and %Ln rarer cause, to be found in the table.</numerusform>
            <numerusform>… and %Ln rarer causes, to be found in the table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ColumnVerbs</name>
    <message numerus="yes">
        <source>Map %Ln column(s)</source>
        <translation>
            <numerusform>Map %Ln column</numerusform>
            <numerusform>Map %Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) now feed a field.</source>
        <translation>
            <numerusform>%Ln column now feeds a field.</numerusform>
            <numerusform>%Ln columns now feed a field each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %Ln proposal(s)</source>
        <translation>
            <numerusform>Accept %Ln proposal</numerusform>
            <numerusform>Accept %Ln proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) accepted.</source>
        <translation>
            <numerusform>%Ln proposal accepted.</numerusform>
            <numerusform>%Ln proposals accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do not ignore %Ln column(s)</source>
        <translation>
            <numerusform>Do not ignore %Ln column</numerusform>
            <numerusform>Do not ignore %Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) are not decided any more.</source>
        <translation>
            <numerusform>%Ln column is not decided any more.</numerusform>
            <numerusform>%Ln columns are not decided any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore %Ln column(s)</source>
        <translation>
            <numerusform>Ignore %Ln column</numerusform>
            <numerusform>Ignore %Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) are left out of the import.</source>
        <translation>
            <numerusform>%Ln column is left out of the import.</numerusform>
            <numerusform>%Ln columns are left out of the import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %Ln column(s)</source>
        <translation>
            <numerusform>Clear %Ln column</numerusform>
            <numerusform>Clear %Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ColumnsPanel</name>
    <message numerus="yes">
        <source>Mapped: %Ln</source>
        <translation>
            <numerusform>Mapped: %Ln</numerusform>
            <numerusform>Mapped: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 mapped</source>
        <translation>
            <numerusform>%Ln of %1 mapped</numerusform>
            <numerusform>%Ln of %1 mapped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) a look</source>
        <translation>
            <numerusform>%Ln needs a look</numerusform>
            <numerusform>%Ln need a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln undecided</source>
        <translation>
            <numerusform>%Ln undecided</numerusform>
            <numerusform>%Ln undecided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ignored</source>
        <translation>
            <numerusform>%Ln ignored</numerusform>
            <numerusform>%Ln ignored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DriftDialog</name>
    <message numerus="yes">
        <source>%Ln difference(s) to “%1”</source>
        <translation>
            <numerusform>%Ln difference to “%1”</numerusform>
            <numerusform>%Ln differences to “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FieldsFilter</name>
    <message numerus="yes">
        <source>Let go to map %Ln column(s), one each, to %1.</source>
        <translation>
            <numerusform>Let go to map %Ln column to %1.</numerusform>
            <numerusform>Let go to map %Ln columns, one each, to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FieldsPanel</name>
    <message numerus="yes">
        <source>Mandatory missing: %Ln</source>
        <translation>
            <numerusform>Mandatory missing: %Ln</numerusform>
            <numerusform>Mandatory missing: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FilePage</name>
    <message numerus="yes">
        <source>The spreadsheet is sent in %Ln part(s) of 500 API credits each, %1 in all. Go on with it?</source>
        <translation>
            <numerusform>The spreadsheet is sent in %Ln part of 500 API credits each, %1 in all. Go on with it?</numerusform>
            <numerusform>The spreadsheet is sent in %Ln parts of 500 API credits each, %1 in all. Go on with it?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindingsList</name>
    <message numerus="yes">
        <source>… and %Ln more.</source>
        <translation>
            <numerusform>… and %Ln more.</numerusform>
            <numerusform>… and %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s) that stand in the way</source>
        <translation>
            <numerusform>%Ln error that stands in the way</numerusform>
            <numerusform>%Ln errors that stand in the way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::InvalidBytesPanel</name>
    <message numerus="yes">
        <source>%Ln zero byte(s) stand in cells, the first in row %1. No text holds them, so those rows cannot be sent. Choose another encoding, or have the zero bytes left out; the rest of the cells stays.</source>
        <translation>
            <numerusform>A zero byte stands in a cell of row %1. No text holds one, so that row cannot be sent. Choose another encoding, or have the zero byte left out; the rest of the cell stays.</numerusform>
            <numerusform>%Ln zero bytes stand in cells, the first in row %1. No text holds them, so those rows cannot be sent. Choose another encoding, or have the zero bytes left out; the rest of the cells stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) of the file are no text in %1, the first in row %2. Choose another encoding, or have the sign � put there.</source>
        <translation>
            <numerusform>A place of the file is no text in %1, in row %2. Choose another encoding, or have the sign � put there.</numerusform>
            <numerusform>%Ln places of the file are no text in %1, the first in row %2. Choose another encoding, or have the sign � put there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) of the first rows are no text in %1. Choose another encoding, or have the sign � put there.</source>
        <translation>
            <numerusform>A place of the first rows is no text in %1. Choose another encoding, or have the sign � put there.</numerusform>
            <numerusform>%Ln places of the first rows are no text in %1. Choose another encoding, or have the sign � put there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have more cells than the header row: row %1. A delimiter may stand inside a cell, and then values stand in columns that are not theirs.</source>
        <translation>
            <numerusform>Row %1 has more cells than the header row. A delimiter may stand inside a cell, and then values stand in columns that are not theirs.</numerusform>
            <numerusform>%Ln rows have more cells than the header row: rows %1. A delimiter may stand inside a cell, and then values stand in columns that are not theirs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the file are written in UTF-8, the others in %1: line %2.</source>
        <translation>
            <numerusform>Line %2 of the file is written in UTF-8, the others in %1.</numerusform>
            <numerusform>%Ln lines of the file are written in UTF-8, the others in %1: lines %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave Them Out</source>
        <translation>
            <numerusform>Leave It Out</numerusform>
            <numerusform>Leave Them Out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add Columns for Them</source>
        <translation>
            <numerusform>Add Columns for It</numerusform>
            <numerusform>Add Columns for Them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read Them as UTF-8</source>
        <translation>
            <numerusform>Read It as UTF-8</numerusform>
            <numerusform>Read Them as UTF-8</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read Them as the Others</source>
        <translation>
            <numerusform>Read It as the Others</numerusform>
            <numerusform>Read Them as the Others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace Them</source>
        <translation>
            <numerusform>Replace It</numerusform>
            <numerusform>Replace Them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave the Bytes Out</source>
        <translation>
            <numerusform>Leave the Byte Out</numerusform>
            <numerusform>Leave the Bytes Out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NotesList</name>
    <message numerus="yes">
        <source>Show All %Ln Note(s)</source>
        <translation>
            <numerusform>Show All %Ln Note</numerusform>
            <numerusform>Show All %Ln Notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReadingOptions</name>
    <message numerus="yes">
        <source>The workbook has %Ln sheet(s) with a table.</source>
        <translation>
            <numerusform>The workbook has %Ln sheet with a table.</numerusform>
            <numerusform>The workbook has %Ln sheets with a table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SumTiles</name>
    <message numerus="yes">
        <source>row(s)</source>
        <comment>below its number</comment>
        <translation>
            <numerusform>row</numerusform>
            <numerusform>rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) carry a result that this program does not know.</source>
        <translation>
            <numerusform>%Ln row carries a result that this program does not know.</numerusform>
            <numerusform>%Ln rows carry a result that this program does not know.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were sent, but the result file tells of %1.</source>
        <translation>
            <numerusform>%Ln row was sent, but the result file tells of %1.</numerusform>
            <numerusform>%Ln rows were sent, but the result file tells of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TablePanel</name>
    <message numerus="yes">
        <source>%Ln note(s) on this file</source>
        <translation>
            <numerusform>%Ln note on this file</numerusform>
            <numerusform>%Ln notes on this file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TemplateActions</name>
    <message numerus="yes">
        <source>The template “%1” is applied: %Ln field(s) are mapped.</source>
        <translation>
            <numerusform>The template “%1” is applied: %Ln field is mapped.</numerusform>
            <numerusform>The template “%1” is applied: %Ln fields are mapped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TemplateOffer</name>
    <message numerus="yes">
        <source>Show %Ln Difference(s)</source>
        <translation>
            <numerusform>Show %Ln Difference</numerusform>
            <numerusform>Show %Ln Differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UploadPanel</name>
    <message numerus="yes">
        <source>The %Ln part(s) are uploaded one after the other when the import starts.</source>
        <translation>
            <numerusform>The part is uploaded when the import starts.</numerusform>
            <numerusform>The %Ln parts are uploaded one after the other when the import starts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ValueMapInput</name>
    <message numerus="yes">
        <source>%Ln value(s) stand in the list already.</source>
        <translation>
            <numerusform>%Ln value stands in the list already.</numerusform>
            <numerusform>%Ln values stand in the list already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more value(s) are not shown.</source>
        <translation>
            <numerusform>%Ln more value is not shown.</numerusform>
            <numerusform>%Ln more values are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
</TS>
