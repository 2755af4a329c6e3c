#include "tabular/opening/SheetCopy.h"

#include "tabular/sniffing/PrivateOutput.h"

#include <QDir>
#include <QFile>

namespace tabular {

base::Result<SheetCopy> copySheet(Workbook &workbook, const QString &sheet, const base::StopFlag &stop,
                                  const WorkbookProgress &progress)
{
    auto folder = PrivateFolder::create();
    if (!folder.ok())
        return folder.error();
    if (const auto room = checkRoom(folder->path(), workbook.textBytes(sheet)); !room.ok())
        return room.error();
    QFile file(QDir(folder->path()).filePath(QStringLiteral("sheet.csv")));
    if (!file.open(QIODevice::ReadWrite | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return base::Error{
            base::ErrorCode::FileUnwritable, file.errorString(), {{QStringLiteral("file"), file.fileName()}}, {}};
    auto saved = saveSheetAsCsv(workbook, sheet, file, stop, progress, SheetReach::AllNames);
    if (!saved.ok())
        return saved.error();
    return SheetCopy{std::move(folder).value(), file.fileName(), std::move(saved).value()};
}

} // namespace tabular
