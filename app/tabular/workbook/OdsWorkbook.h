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
    base::Status readSheet(const QString &name, RecordSink &sink, const base::StopFlag &stop,
                           const WorkbookProgress &progress) override;
    [[nodiscard]] std::vector<WorkbookFinding> findings() const override { return m_findings.all(); }

private:
    explicit OdsWorkbook(std::unique_ptr<WorkbookPackage> package);
    base::Status read(const QString &name, RecordSink &sink, const base::StopFlag &stop,
                      const WorkbookProgress &progress);

    std::unique_ptr<WorkbookPackage> m_package;
    std::optional<std::vector<Sheet>> m_sheets; ///< once they are known
    FindingList m_findings;
};

} // namespace tabular
