#pragma once

#include "crm/Field.h"
#include "mapping/NameLikeness.h"

namespace mapping {

/// The ways in which a field may be named.
class FieldNames final {
public:
    /// `module` tells which field its records are called by.
    FieldNames(const crm::Field &field, const crm::ModuleName &module, const Lexicon &lexicon);

    [[nodiscard]] bool isApiName(const QString &comparable) const { return m_apiName == comparable; }
    [[nodiscard]] bool isLabel(const QString &comparable) const { return m_label == comparable; }
    /// The best of all readings.
    [[nodiscard]] NameLikeness likenessTo(const Meanings &header, const Lexicon &lexicon) const;

private:
    QString m_apiName;
    QString m_label;
    std::vector<Meanings> m_readings;
};

} // namespace mapping
