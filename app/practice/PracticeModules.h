#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace practice {

/// One field of the practice CRM; types are named as the CRM's field metadata names them.
struct PracticeField final {
    QString id;
    QString name;  ///< API name
    QString label; ///< what the user sees
    QString type;
    int length = 0;
    int decimals = 0;
    bool systemMandatory = false; ///< required in every layout
    bool layoutRequired = false;  ///< required by the standard layout only
    bool readOnly = false;        ///< nobody writes it: formula, auto-number, Created_Time, …
    bool unique = false;          ///< two records must not share a value
    bool custom = false;
    QString lookupModule;
    QStringList picklist; ///< grows: the CRM adds unknown values of a cell

    [[nodiscard]] bool isOwner() const { return type == QLatin1String("ownerlookup"); }
    [[nodiscard]] bool isLookup() const { return type == QLatin1String("lookup"); }
};

struct PracticeModule final {
    QString id;
    QString name; ///< API name
    QString singular;
    QString plural;
    QString layoutId; ///< of its one layout, "Standard"
    QString keyField; ///< the field by which the CRM looks for duplicates
    bool custom = false;
    std::vector<PracticeField> fields;

    [[nodiscard]] const PracticeField *find(const QString &fieldName) const;
    [[nodiscard]] int indexOf(const QString &fieldName) const; ///< -1 when there is none
    /// Whether update, upsert and lookups can find records by it: id, unique fields and the key field.
    [[nodiscard]] bool canFindBy(const QString &fieldName) const;
};

struct PracticeUser final {
    QString id;
    QString firstName;
    QString lastName;
    QString email;
    QString role;

    [[nodiscard]] QString fullName() const { return firstName + QLatin1Char(' ') + lastName; }
};

/// Leads, Contacts, Accounts, Deals and the custom module Machines, in the order of their tabs.
[[nodiscard]] std::vector<PracticeModule> practiceModules();
/// The first one is the signed-in user.
[[nodiscard]] std::vector<PracticeUser> practiceUsers();
[[nodiscard]] QString practiceOrgId(); ///< the zgid that X-CRM-ORG must carry

} // namespace practice
