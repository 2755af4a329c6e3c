#include "session/PastedTable.h"

#include "tabular/sniffing/PrivateOutput.h"

namespace session {
namespace {

base::Result<PastedTable> saved(const QString &text)
{
    if (text.trimmed().isEmpty())
        return base::Error{base::ErrorCode::TableEmpty, {}, {}, {}};
    base::Result<tabular::PrivateFolder> folder = tabular::PrivateFolder::create();
    if (!folder)
        return folder.error();
    const auto keeper = std::make_shared<const tabular::PrivateFolder>(std::move(*folder));
    const bool tabs = text.contains(QLatin1Char('\t'));
    base::Result<tabular::PrivateOutput> output = tabular::PrivateOutput::create(
        keeper->path(), tabs ? QStringLiteral("pasted-table.tsv") : QStringLiteral("pasted-table.csv"));
    if (!output)
        return output.error();
    if (const base::Status written = output->write(text.toUtf8()); !written)
        return written.error();
    const base::Result<QString> path = output->keep();
    if (!path)
        return path.error();
    return PastedTable{*path, keeper};
}

} // namespace

QFuture<base::Result<PastedTable>> savePasted(const QString &text)
{
    return base::runInPool([text] { return saved(text); });
}

} // namespace session
