#pragma once

#include "tabular/workbook/FindingList.h"
#include "tabular/workbook/WorkbookPackage.h"

#include <optional>

namespace tabular {

class OdsWorkbook final : public Workbook {
public:
    /// Errors: those of openWorkbook().
    static base::Result<std::unique_ptr<Workbook>> open(std::unique_ptr<WorkbookPackage> package);

    [[nodiscard]] QString format() const override { return QStringLiteral("ODS"); }
    [[nodiscard]] QString path() const override { return m_package->path(); }
    base::Result<std::vector<Sheet>> sheets(const base::StopFlag &stop) override;
    [[nodiscard]] SheetList knownSheets() const override;
    base::Status readSheet(const QString &name, RecordSink &sink, const base::StopFlag &stop,
                           const WorkbookProgress &progress, SheetReach reach) override;
    [[nodiscard]] qint64 textBytes(const QString &name) const override;
    [[nodiscard]] std::vector<WorkbookFinding> findings() const override { return m_findings.all(); }

private:
    explicit OdsWorkbook(std::unique_ptr<WorkbookPackage> package);
    base::Status read(const QString &name, RecordSink &sink, const base::StopFlag &stop,
                      const WorkbookProgress &progress, SheetReach reach);

    std::unique_ptr<WorkbookPackage> m_package;
    std::optional<std::vector<Sheet>> m_sheets; ///< once all are known
    std::vector<Sheet> m_someSheets;            ///< that the last reading came by
    FindingList m_findings;
};

} // namespace tabular
