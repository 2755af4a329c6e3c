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

    /// Whether each of its names says which of several it is: the secondary e-mail, the phone at home.
    [[nodiscard]] bool isOneOfSeveral(const Lexicon &lexicon) const;
    /// Whether the header says the same of it: "home" goes with the phone at home.
    [[nodiscard]] bool sharesQualifier(const Meanings &header) const;
    /// Whether the field holds just this, of concepts.json, whichever of several it is said to be by default: a city to mail to.
    [[nodiscard]] bool holds(const QString &idea, const Lexicon &lexicon) const;

private:
    QString m_apiName;
    QString m_label;
    std::vector<Meanings> m_readings;
    std::vector<Meanings> m_perhaps; ///< that may be meant, but are as often not
    std::size_t m_given = 0;         ///< of the readings: those that do not depend on how the label is put
};

} // namespace mapping
