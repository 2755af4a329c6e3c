#include "crm/Field.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace crm {

namespace {

constexpr QLatin1String idField{"id"};

bool isNeverWrittenType(const QString &dataType)
{
    // Values that the CRM makes itself, attachments, and children, which a CSV reaches through a job of their own.
    static const QStringList types{
        QStringLiteral("formula"),    QStringLiteral("autonumber"),        QStringLiteral("rollup_summary"),
        QStringLiteral("fileupload"), QStringLiteral("imageupload"),       QStringLiteral("profileimage"),
        QStringLiteral("subform"),    QStringLiteral("multiselectlookup"), QStringLiteral("multiuserlookup"),
    };
    return types.contains(dataType);
}

bool isNeverWrittenField(const FieldName &name)
{
    static const QStringList names{
        QStringLiteral("Created_By"),    QStringLiteral("Modified_By"), QStringLiteral("Created_Time"),
        QStringLiteral("Modified_Time"), QStringLiteral("Full_Name"),
    };
    return names.contains(name.text());
}

struct DuplicateCheck final {
    const char *module;
    const char *field;
};

// Zoho's upsert page: the field that each standard module checks for duplicates.
constexpr std::array duplicateChecks{
    DuplicateCheck{"Leads", "Email"},
    DuplicateCheck{"Accounts", "Account_Name"},
    DuplicateCheck{"Contacts", "Email"},
    DuplicateCheck{"Deals", "Deal_Name"},
    DuplicateCheck{"Campaigns", "Campaign_Name"},
    DuplicateCheck{"Cases", "Subject"},
    DuplicateCheck{"Solutions", "Solution_Title"},
    DuplicateCheck{"Products", "Product_Name"},
    DuplicateCheck{"Vendors", "Vendor_Name"},
    DuplicateCheck{"Price_Books", "Price_Book_Name"},
    DuplicateCheck{"Quotes", "Subject"},
    DuplicateCheck{"Sales_Orders", "Subject"},
    DuplicateCheck{"Purchase_Orders", "Subject"},
    DuplicateCheck{"Invoices", "Subject"},
    DuplicateCheck{"Tasks", nullptr},
};

/// Custom modules check their name field.
const char *duplicateCheckField(const ModuleName &module)
{
    const auto *found = std::find_if(duplicateChecks.begin(), duplicateChecks.end(), [&](const DuplicateCheck &entry) {
        return module.text() == QLatin1String(entry.module);
    });
    return found == duplicateChecks.end() ? "Name" : found->field;
}

} // namespace

bool Field::isLayout() const
{
    return dataType == QLatin1String("layout") || name.text() == QLatin1String("Layout");
}

bool Field::isLookup() const
{
    static const QStringList types{QStringLiteral("lookup"), QStringLiteral("ownerlookup"),
                                   QStringLiteral("userlookup")};
    return types.contains(dataType);
}

bool Field::isDateLike() const
{
    return dataType == QLatin1String("date") || dataType == QLatin1String("datetime");
}

bool Field::canBeMapped(Operation operation) const
{
    if (name.text() == idField)
        return operation != Operation::Insert;
    if (virtualField || readOnly || isNeverWrittenType(dataType) || isNeverWrittenField(name))
        return false;
    switch (operation) {
    case Operation::Insert:
        return apiCreate;
    case Operation::Update:
        return apiUpdate;
    case Operation::Upsert:
        break;
    }
    return apiCreate || apiUpdate;
}

bool Field::canFindRecords(const ModuleName &module) const
{
    if (name.text() == idField || unique)
        return true;
    const char *checked = duplicateCheckField(module);
    return checked && name.text() == QLatin1String(checked);
}

const Layout *findLayout(const std::vector<Layout> &layouts, const RecordId &id)
{
    const auto wanted = [&](const Layout &layout) { return id.isEmpty() ? layout.standard : layout.id == id; };
    const auto found = std::find_if(layouts.begin(), layouts.end(), wanted);
    if (found != layouts.end())
        return &*found;
    // A module whose layouts are all of the customer's own making has no standard one; the first is its default.
    return id.isEmpty() && !layouts.empty() ? &layouts.front() : nullptr;
}

FieldName duplicateField(const ModuleName &module)
{
    const char *checked = module.isEmpty() ? nullptr : duplicateCheckField(module);
    return checked ? FieldName(QLatin1String(checked)) : FieldName();
}

std::vector<FieldName> mandatoryFields(const std::vector<Field> &fields, const std::vector<Layout> &layouts,
                                       const RecordId &layout)
{
    const Layout *chosen = findLayout(layouts, layout);
    const auto inLayout = [chosen](const FieldName &name) {
        return chosen && std::find(chosen->required.begin(), chosen->required.end(), name) != chosen->required.end();
    };
    std::vector<FieldName> mandatory;
    for (const Field &field : fields) {
        // Asking for a field that nobody can map would lock the wizard.
        if ((field.systemMandatory || inLayout(field.name)) && field.canBeMapped(Operation::Insert))
            mandatory.push_back(field.name);
    }
    return mandatory;
}

} // namespace crm
