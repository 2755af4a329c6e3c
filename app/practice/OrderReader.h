#pragma once

#include "practice/JobOrder.h"

namespace practice {

/// Reads one body; the first check that fails ends it.
class OrderReader final {
public:
    OrderReader(const QString &version, const CrmView &crm)
        : m_version(version)
        , m_crm(crm)
    { }

    base::Result<JobOrder, Answer> read(const QByteArray &bytes);

private:
    using Refused = std::optional<Answer>;
    using Check = Refused (OrderReader::*)();

    Refused checkKeys();
    Refused checkResourceKeys();
    Refused checkMappingKeys();
    Refused checkCallbackKeys();
    Refused checkModule();
    Refused checkFieldNames();
    Refused checkDuplicates();
    Refused checkFindBy();
    Refused checkLookups();
    Refused checkFormats();
    Refused checkMandatory();
    Refused checkCallback();
    Refused checkFile();
    Refused checkColumns();
    Refused checkHeaderMapping();

    void fill();
    [[nodiscard]] bool isNewest() const { return m_version == QLatin1String("v8"); }
    [[nodiscard]] const Json &resource() const { return m_order.body["resource"][0]; }
    [[nodiscard]] bool hasMappings() const { return resource().contains("field_mappings"); }
    [[nodiscard]] bool isMapped(const PracticeField &field) const;
    [[nodiscard]] QString moduleName() const;
    [[nodiscard]] Answer invalidData(const QString &key, const QString &path) const;
    [[nodiscard]] Answer missingKey(const QString &key, const QString &path, const QString &field = {}) const;
    [[nodiscard]] Answer keyNotAvailable(const QString &key, const QString &path) const;
    [[nodiscard]] static QString mappingPath(size_t at, const char *key);

    QString m_version;
    CrmView m_crm;
    JobOrder m_order;
    const PracticeModule *m_module = nullptr;
};

/// The resource's mappings; none when it has none.
[[nodiscard]] const Json &mappingsOf(const Json &resource);
/// Whether the mapping names a column.
[[nodiscard]] bool holdsIndex(const Json &mapping);

} // namespace practice
