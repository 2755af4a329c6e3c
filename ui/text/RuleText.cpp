#include "ui/text/RuleText.h"

#include "tabular/OpenQuestion.h"

#include <QLocale>

namespace ui {
namespace {

using checking::Finding;
using checking::Rule;

QString number(const Finding &finding, const char *key)
{
    return QLocale().toString(finding.context.value(QLatin1String(key)).toLongLong());
}

int count(const Finding &finding, const char *key)
{
    return finding.context.value(QLatin1String(key)).toInt();
}

QString text(const Finding &finding, const char *key)
{
    return finding.context.value(QLatin1String(key)).toString();
}

/// "Last Name (Last_Name)": the label that people know and the API name that the CRM writes in its messages.
QString fieldOf(const Finding &finding)
{
    QString name = text(finding, "field");
    if (name.isEmpty())
        name = finding.input.field.text();
    const QString label = text(finding, "label");
    return label.isEmpty() || label == name ? name : QStringLiteral("%1 (%2)").arg(label, name);
}

/// What a sentence cannot do without.
QString needed(const Finding &finding, const char *key)
{
    const QString value = text(finding, key);
    return value.isEmpty() ? RuleText::tr("(unknown)") : value;
}

/// "column 3, Born": counted from 0, as the board and the request have it.
QString columnOf(const Finding &finding)
{
    const QString index = finding.context.value(QLatin1String("column")).toString();
    const QString header = text(finding, "header");
    if (index.isEmpty())
        return RuleText::tr("the column");
    return header.isEmpty() ? RuleText::tr("column %1").arg(index) : RuleText::tr("column %1, %2").arg(index, header);
}

} // namespace

QString RuleText::of(const Finding &finding)
{
    switch (finding.rule) {
    case Rule::AccountMissing:
    case Rule::ModuleMissing:
    case Rule::ModuleUnknown:
    case Rule::OperationMissing:
    case Rule::OperationNotAllowed:
    case Rule::FindByMissing:
    case Rule::FindByNotMapped:
    case Rule::FindByNotUnique:
        return ofChoice(finding);
    case Rule::FileMissing:
    case Rule::FileHasNoRows:
    case Rule::FileUndecided:
    case Rule::FileTooManyRows:
    case Rule::FileTooManyColumns:
    case Rule::FileTooLarge:
    case Rule::FileIdUsed:
    case Rule::FileIdMalformed:
        return ofFile(finding);
    case Rule::MappingEmpty:
    case Rule::MandatoryFieldMissing:
    case Rule::MandatoryCellsBlank:
    case Rule::FieldUnknown:
    case Rule::FieldNotWritable:
    case Rule::ColumnOutOfRange:
    case Rule::FieldMappedTwice:
    case Rule::ColumnMissing:
    case Rule::LookupNeedsFindBy:
    case Rule::LayoutUnknown:
    case Rule::TooManyMappings:
        return ofMapping(finding);
    case Rule::CallbackNotAUrl:
    case Rule::CallbackSchemeNotHttp:
    case Rule::CallbackHasNoHost:
    case Rule::CallbackIsThisComputer:
    case Rule::CallbackIsPrivate:
    case Rule::CallbackHostIsBare:
    case Rule::CallbackHasUserInfo:
    case Rule::CallbackMethodNotPost:
        return ofCallback(finding);
    default:
        return ofCells(finding);
    }
}

QString RuleText::ofChoice(const Finding &finding)
{
    switch (finding.rule) {
    case Rule::AccountMissing:
        return tr("Nobody is signed in. Sign in, or use the practice CRM.");
    case Rule::ModuleMissing:
        return tr("No module is chosen. Choose the module that the rows go into.");
    case Rule::ModuleUnknown:
        return tr("This module is not among those that take bulk write here. Choose one from the list.");
    case Rule::OperationMissing:
        return tr("It is not said what to do with the rows. Choose to add, to update, or both.");
    case Rule::OperationNotAllowed:
        return tr("This module does not allow this operation. Choose another operation or another module.");
    case Rule::FindByMissing:
        return tr("No match field is chosen. Choose the field by which the CRM finds the records to update.");
    case Rule::FindByNotMapped:
        return text(finding, "field").isEmpty()
            ? tr("The match field has no column. Map a column to it on the Mapping step.")
            : tr("The match field %1 has no column. Map a column to it on the Mapping step.").arg(fieldOf(finding));
    case Rule::FindByNotUnique:
        return tr(
            "This match field is not unique, so that the CRM cannot tell which record is meant. Choose the record ID "
            "or a unique field.");
    default:
        return {};
    }
}

/// More than one job takes: split where that can be done.
QString RuleText::ofSize(const Finding &finding)
{
    const bool rows = finding.rule == Rule::FileTooManyRows;
    const QString jobs = number(finding, "jobs");
    if (count(finding, "jobs") > 0 && rows)
        return tr("The spreadsheet has %Ln row(s), and the CRM takes at most %1 in one job. It is sent in %2 jobs, one "
                  "after the other, which cost %3 API credits.",
                  nullptr, count(finding, "rows"))
            .arg(number(finding, "limit"), jobs, number(finding, "credits"));
    if (count(finding, "jobs") > 0)
        return tr("The spreadsheet is larger than the 25 MB that the CRM takes in one job. It is sent in up to %1 "
                  "jobs, "
                  "one after the other, which cost up to %2 API credits.")
            .arg(jobs, number(finding, "credits"));
    if (rows)
        return tr("The spreadsheet has %Ln row(s); the CRM takes at most %1 in one job. A file that is uploaded "
                  "already "
                  "cannot be split.",
                  nullptr, count(finding, "rows"))
            .arg(number(finding, "limit"));
    return tr("The spreadsheet is larger than the 25 MB that the CRM takes in one job. A file that is uploaded already "
              "cannot be split.");
}

/// The step File asks it with the numbers and the answers.
QString RuleText::ofQuestion(const Finding &finding)
{
    using Matter = tabular::OpenQuestion::Matter;
    switch (static_cast<Matter>(count(finding, "matter"))) {
    case Matter::Utf8Lines:
        return tr("Some lines of the file are in another encoding than the rest. Decide how they are read.");
    case Matter::InvalidBytes:
        return tr("Some bytes of the file are no text in its encoding. Decide what becomes of them.");
    case Matter::ZeroBytes:
        return tr("Some cells of the file hold zero bytes. Decide what becomes of those.");
    case Matter::LongRows:
        return tr("Some rows have more cells than the header row. Decide what becomes of them.");
    }
    return {};
}

QString RuleText::ofFile(const Finding &finding)
{
    switch (finding.rule) {
    case Rule::FileMissing:
        return tr("No file is chosen. Choose a spreadsheet, or the ID of an uploaded file.");
    case Rule::FileHasNoRows:
        return tr("The spreadsheet has no rows below its header. Choose one that holds data.");
    case Rule::FileUndecided:
        return ofQuestion(finding);
    case Rule::FileTooManyRows:
    case Rule::FileTooLarge:
        return ofSize(finding);
    case Rule::FileTooManyColumns:
        return tr("The spreadsheet has %Ln column(s); the CRM takes at most %1. Remove some.", nullptr,
                  count(finding, "columns"))
            .arg(number(finding, "limit"));
    case Rule::FileIdUsed:
        return text(finding, "job").isEmpty()
            ? tr("This file ID has served a job already, and the CRM takes each only once. Upload the file again.")
            : tr("This file ID has served job %1 already, and the CRM takes each only once. Upload the file again.")
                  .arg(text(finding, "job"));
    case Rule::FileIdMalformed:
        return tr("A file ID consists of digits only. Copy it again from the answer to the upload.");
    default:
        return {};
    }
}

QString RuleText::ofMapping(const Finding &finding)
{
    switch (finding.rule) {
    case Rule::MappingEmpty:
        return tr("No column is mapped to a field. Map at least one.");
    case Rule::MandatoryFieldMissing:
        return tr("%1 is mandatory, and nothing is mapped to it. Map a column, or give it a constant.")
            .arg(fieldOf(finding));
    case Rule::MandatoryCellsBlank:
        return tr("%1 is mapped, but %Ln row(s) have no value for it, and the CRM refuses them. Fill the cells, or "
                  "give "
                  "it a constant.",
                  nullptr, count(finding, "rows"))
            .arg(fieldOf(finding));
    case Rule::FieldUnknown:
        return text(finding, "suggestion").isEmpty()
            ? tr("The module has no field with the API name %1. Choose another field.").arg(fieldOf(finding))
            : tr("The module has no field with the API name %1. Did you mean %2?")
                  .arg(fieldOf(finding), text(finding, "suggestion"));
    case Rule::FieldNotWritable:
        return tr("The CRM does not let %1 be written by an import. Choose another field.").arg(fieldOf(finding));
    case Rule::ColumnOutOfRange:
        return tr("%1 is fed from column index %2, but the file has only %Ln column(s). Choose another column.",
                  nullptr, count(finding, "columns"))
            .arg(fieldOf(finding), number(finding, "column"));
    case Rule::FieldMappedTwice:
        return tr("Columns %1 feed %2, which takes one alone. Choose which of them is to stay.")
            .arg(needed(finding, "feeders"), fieldOf(finding));
    case Rule::ColumnMissing:
        return tr("%1 has neither a column nor a constant. Give it one of the two, or clear it.").arg(fieldOf(finding));
    case Rule::LookupNeedsFindBy:
        return tr("%1 is a lookup. Choose the field by which the CRM finds the related record.").arg(fieldOf(finding));
    case Rule::LayoutUnknown:
        return tr("The module has no layout with the ID %1. Choose one of its layouts.").arg(needed(finding, "layout"));
    case Rule::TooManyMappings:
        return tr("More fields are mapped than the %Ln that the CRM takes in one job. Clear some.", nullptr,
                  count(finding, "limit"));
    default:
        return {};
    }
}

QString RuleText::ofCells(const Finding &finding)
{
    switch (finding.rule) {
    case Rule::FormatUndecided:
        return tr("The values of %1 can be read as %2 or as %3: no row of the file decides. Say which one is meant.")
            .arg(columnOf(finding), needed(finding, "pattern"), needed(finding, "other"));
    case Rule::FormatMissing:
        return tr("The dates of %1 are written %2, but nothing says so, and the CRM then expects MM/dd/yyyy. Give %3 "
                  "that "
                  "format.")
            .arg(columnOf(finding), needed(finding, "pattern"), fieldOf(finding));
    case Rule::ValuesTooLong:
        return tr("%1 takes at most %Ln character(s), and %2 has a value of %3. The CRM refuses such rows.", nullptr,
                  count(finding, "limit"))
            .arg(fieldOf(finding), columnOf(finding), number(finding, "longest"));
    case Rule::ValuesOfWrongType: {
        const QString cells = tr("%Ln cell(s) of %1 do not look like what %2 takes.", nullptr, count(finding, "cells"))
                                  .arg(columnOf(finding), fieldOf(finding));
        return count(finding, "row") > 0 ? tr("%1 The first one is in row %2.").arg(cells, number(finding, "row"))
                                         : cells;
    }
    case Rule::CellsNotChanged:
        return tr("The file is uploaded already, so that the cells for %1 go up as they stand. Choose the spreadsheet "
                  "to have them changed.")
            .arg(fieldOf(finding));
    default:
        return ofValues(finding);
    }
}

QString RuleText::ofValues(const Finding &finding)
{
    QString values = needed(finding, "values");
    if (count(finding, "more") > 0)
        values = tr("%1 and %Ln more", nullptr, count(finding, "more")).arg(values);
    if (finding.context.contains(QLatin1String("sampled")))
        values = tr("%1 (in the first rows)").arg(values);
    switch (finding.rule) {
    case Rule::ValuesAdded:
        return tr("%1 has no such values yet, and the CRM would add them: %2, from %3. Say what is sent in their "
                  "place, "
                  "or let them be added.")
            .arg(fieldOf(finding), values, columnOf(finding));
    case Rule::ValuesRefused:
        return tr("%1 takes true or false only, and the CRM would refuse the rows with %2, from %3. Say what is sent "
                  "in "
                  "their place.")
            .arg(fieldOf(finding), values, columnOf(finding));
    case Rule::ValuesUnconverted:
        return tr("Some cells of %1 cannot be converted for %2 and go up as they stand: %3.")
            .arg(columnOf(finding), fieldOf(finding), values);
    default:
        return {};
    }
}

QString RuleText::ofCallback(const Finding &finding)
{
    switch (finding.rule) {
    case Rule::CallbackNotAUrl:
        return tr("This is not a complete URL. Enter one like https://hooks.example.com/import.");
    case Rule::CallbackSchemeNotHttp:
        return tr("The CRM calls http and https addresses only. Begin the URL with https://.");
    case Rule::CallbackHasNoHost:
        return tr("The URL names no host. Enter one like https://hooks.example.com/import.");
    case Rule::CallbackIsThisComputer:
        return tr(
            "This address means the CRM's own computer, not yours, and the CRM refuses it. Enter a public address.");
    case Rule::CallbackIsPrivate:
        return tr("The CRM cannot reach an address inside a private network and refuses it. Enter a public address.");
    case Rule::CallbackHostIsBare:
        return text(finding, "host").isEmpty()
            ? tr("This host name does not exist on the public internet. Enter a complete one, like hooks.example.com.")
            : tr("The host name %1 does not exist on the public internet. Enter a complete one, like "
                 "hooks.example.com.")
                  .arg(text(finding, "host"));
    case Rule::CallbackHasUserInfo:
        return tr("The URL holds a user name or password, which the CRM refuses. Remove the part before the @.");
    case Rule::CallbackMethodNotPost:
        return tr("The CRM calls back with the method post only. Choose post.");
    default:
        return {};
    }
}

} // namespace ui
