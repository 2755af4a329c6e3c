#pragma once

#include "tabular/workbook/FindingList.h"
#include "tabular/workbook/Relationships.h"
#include "tabular/workbook/SerialDate.h"
#include "tabular/workbook/SharedTexts.h"
#include "tabular/workbook/XlsxStyles.h"

namespace tabular {

class XlsxWorkbook final : public Workbook {
public:
    /// `part` is the workbook's, as its package names it. Errors: those of openWorkbook().
    static base::Result<std::unique_ptr<Workbook>> open(std::unique_ptr<WorkbookPackage> package, const QString &part);

    [[nodiscard]] QString format() const override { return QStringLiteral("XLSX"); }
    [[nodiscard]] QString path() const override { return m_package->path(); }
    base::Result<std::vector<Sheet>> sheets(const base::StopFlag &stop) override;
    [[nodiscard]] SheetList knownSheets() const override { return {m_sheets, true}; }
    base::Status readSheet(const QString &name, RecordSink &sink, const base::StopFlag &stop,
                           const WorkbookProgress &progress, SheetReach reach) override;
    [[nodiscard]] qint64 textBytes(const QString &name) const override;
    [[nodiscard]] std::vector<WorkbookFinding> findings() const override { return m_findings.all(); }

private:
    explicit XlsxWorkbook(std::unique_ptr<WorkbookPackage> package);
    base::Status read(const QString &name, RecordSink &sink, const base::StopFlag &stop,
                      const WorkbookProgress &progress);
    base::Status readWorkbook(const QString &part);
    base::Status readCommonParts();
    [[nodiscard]] std::vector<Sheet>::const_iterator find(const QString &name) const;

    std::unique_ptr<WorkbookPackage> m_package;
    std::vector<Sheet> m_sheets;
    std::vector<QString> m_sheetParts; ///< of each sheet; empty: nobody knows
    QString m_textsPart;
    QString m_stylesPart;
    DateSystem m_dates = DateSystem::From1900;
    bool m_macros = false;
    std::optional<XlsxStyles> m_styles;
    std::unique_ptr<SharedTexts> m_texts;
    FindingList m_findings;
};

} // namespace tabular
