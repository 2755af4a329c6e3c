#include "ui/wizard/CheckSummary.h"

#include "checking/RequestCheck.h"
#include "ui/text/Wording.h"
#include "ui/wizard/TableNotes.h"

#include <QLocale>
#include <QUrl>

namespace ui {
namespace {

QString moduleLabel(const session::ImportSession &session)
{
    if (!session.module().module)
        return {};
    const crm::ModuleName &name = session.module().module->name;
    for (const crm::Module &module : session.account().modules)
        if (module.name == name)
            return module.pluralLabel;
    return name.text();
}

QString fieldLabel(const session::ImportSession &session, const crm::FieldName &name)
{
    for (const crm::Field &field : session.metadata().fields)
        if (field.name == name)
            return field.label;
    return name.text();
}

int constants(const session::ImportSession &session)
{
    const auto &entries = session.mapping().entries();
    return static_cast<int>(std::count_if(entries.begin(), entries.end(), [](const crm::FieldMapping &entry) {
        return !entry.column && entry.defaultValue;
    }));
}

} // namespace

QString CheckSummary::headline(const session::ImportSession &session)
{
    const QString module = moduleLabel(session);
    if (module.isEmpty() || !session.module().operation)
        return tr("The import is not complete yet.");
    const auto &table = session.file().table;
    const QString rows = table ? Wording::rows(table->rows) : tr("The rows of the uploaded file");
    switch (*session.module().operation) {
    case crm::Operation::Insert:
        return tr("%1 will be added to %2.").arg(rows, module);
    case crm::Operation::Update:
        return tr("%1 will update records of %2 that exist.").arg(rows, module);
    case crm::Operation::Upsert:
        return tr("%1 will update records of %2, or be added where none is found.").arg(rows, module);
    }
    return {};
}

std::vector<SummaryLine> CheckSummary::lines(const session::ImportSession &session)
{
    std::vector<SummaryLine> lines{{QStringLiteral("file"), tr("File"), file(session)},
                                   {QStringLiteral("mapping"), tr("Columns"), columns(session)}};
    if (session.module().operation && *session.module().operation != crm::Operation::Insert) {
        lines.push_back({QStringLiteral("match"), tr("Match field"), matching(session)});
        lines.push_back({QStringLiteral("edit"), tr("Blank cells"), blanks(session)});
    }
    lines.push_back({QStringLiteral("callback"), tr("Callback"), callback(session)});
    lines.push_back({QStringLiteral("info"), tr("Cost"), cost(session)});
    return lines;
}

QString CheckSummary::cost(const session::ImportSession &session)
{
    const session::FileChoice &file = session.file();
    const qint64 jobs = file.table && !file.hasUsableId() ? checking::jobsFor(*file.table).most() : 1;
    const QString credits = QLocale().toString(jobs * checking::creditsPerJob);
    if (session.account().practice && jobs > 1)
        return tr("Nothing: this is the practice CRM. The real one charges 500 API credits a job, here %1 for %2 jobs.")
            .arg(credits, QLocale().toString(jobs));
    if (session.account().practice)
        return tr("Nothing: this is the practice CRM. The real one charges 500 API credits a job.");
    if (jobs > 1)
        return tr("%1 jobs, 500 API credits each: %2 in all.").arg(QLocale().toString(jobs), credits);
    return tr("500 API credits for the job, whatever its size.");
}

QString CheckSummary::leftOut(const QStringList &headers)
{
    constexpr int shownAtMost = 6;
    const QString more = headers.size() > shownAtMost ? QStringLiteral(" …") : QString();
    return tr("%Ln column(s) are left out: %1.", nullptr, static_cast<int>(headers.size()))
        .arg(QLocale().createSeparatedList(headers.mid(0, shownAtMost)) + more);
}

QString CheckSummary::columns(const session::ImportSession &session)
{
    const auto &table = session.file().table;
    QString text;
    if (table) {
        int used = 0;
        QStringList left;
        for (int i = 0; i < static_cast<int>(table->columns.size()); ++i) {
            if (session.mapping().stateOf({i}) == mapping::ColumnState::Mapped)
                ++used;
            else
                left << table->columns[static_cast<size_t>(i)].header;
        }
        if (left.isEmpty())
            text = tr("All %Ln column(s) are used.", nullptr, used);
        else
            text = tr("%Ln of %1 column(s) are used.", nullptr, used).arg(table->columns.size()) + QLatin1Char(' ')
                + leftOut(left);
    } else {
        text = tr("%Ln field(s) are fed from the uploaded file.", nullptr,
                  static_cast<int>(session.mapping().entries().size()) - constants(session));
    }
    if (const int fixed = constants(session); fixed > 0)
        text += QLatin1Char(' ') + tr("%Ln field(s) get a fixed value.", nullptr, fixed);
    return text;
}

QString CheckSummary::matching(const session::ImportSession &session)
{
    const crm::FieldName &name = session.module().findBy;
    return name.isEmpty() ? tr("None chosen yet.")
                          : tr("Records are found by %1 (%2).").arg(fieldLabel(session, name), name.text());
}

QString CheckSummary::blanks(const session::ImportSession &session)
{
    return session.module().ignoreEmpty ? tr("A blank cell leaves the value in the CRM as it is.")
                                        : tr("A blank cell empties the value in the CRM.");
}

QString CheckSummary::file(const session::ImportSession &session)
{
    const session::FileChoice &file = session.file();
    const QString name = file.table ? QUrl::fromLocalFile(file.table->source.path).fileName() : QString();
    if (!file.hasUsableId() && file.table)
        return tr("%1 (%2) is uploaded when the import starts.").arg(name, TableNotes::sizeOf(*file.table));
    if (file.fileId.isEmpty())
        return tr("None chosen yet.");
    if (file.table)
        return tr("%1 is uploaded already, as file ID %2.").arg(name, file.fileId.text());
    return tr("The file that was uploaded as file ID %1.").arg(file.fileId.text());
}

QString CheckSummary::callback(const session::ImportSession &session)
{
    return session.callback() ? tr("The CRM calls %1 when the job is done.").arg(session.callback()->url)
                              : tr("None. This program asks the CRM for the state of the job.");
}

} // namespace ui
