#include "practice/PracticeMetadata.h"

namespace practice {

namespace {

Json profileJson()
{
    return {{"id", "4150868000000026011"}, {"name", "Administrator"}, {"default", true}};
}

Json picklistJson(const PracticeField &field)
{
    Json values = Json::array();
    int number = 0;
    for (const QString &value : field.picklist) {
        ++number;
        const std::string shown = value.toStdString();
        values.push_back({{"id", field.id.toStdString() + std::to_string(number)},
                          {"display_value", shown},
                          {"actual_value", shown},
                          {"reference_value", shown},
                          {"sequence_number", number},
                          {"type", "used"},
                          {"colour_code", nullptr}});
    }
    return values;
}

const char *jsonType(const QString &type)
{
    if (type == QLatin1String("integer"))
        return "integer";
    if (type == QLatin1String("bigint"))
        return "long";
    if (type == QLatin1String("double") || type == QLatin1String("currency") || type == QLatin1String("percent")
        || type == QLatin1String("formula"))
        return "double";
    if (type == QLatin1String("boolean"))
        return "boolean";
    if (type == QLatin1String("multiselectpicklist"))
        return "jsonarray";
    const bool refers =
        type == QLatin1String("lookup") || type == QLatin1String("ownerlookup") || type == QLatin1String("layout");
    return refers ? "jsonobject" : "string";
}

Json lookupJson(const PracticeField &field, const std::vector<PracticeModule> &all)
{
    for (const PracticeModule &module : all) {
        if (module.name != field.lookupModule)
            continue;
        return {{"id", field.id.toStdString() + "9"},
                {"api_name", field.name.toStdString()},
                {"display_label", field.label.toStdString()},
                {"module", {{"id", text(module.id)}, {"api_name", text(module.name)}}}};
    }
    return Json::object();
}

Json fieldJson(const PracticeField &field, const std::vector<PracticeModule> &all)
{
    const bool writable = !field.readOnly;
    const bool hasDecimals = field.decimals > 0;
    return {{"id", text(field.id)},
            {"api_name", text(field.name)},
            {"field_label", text(field.label)},
            {"display_label", text(field.label)},
            {"data_type", text(field.type)},
            {"json_type", jsonType(field.type)},
            {"length", field.length},
            {"decimal_place", hasDecimals ? Json(field.decimals) : Json()},
            {"system_mandatory", field.systemMandatory},
            {"read_only", field.readOnly},
            {"field_read_only", field.readOnly || field.isOwner()},
            {"visible", true},
            {"custom_field", field.custom},
            {"virtual_field", false},
            {"operation_type",
             {{"web_create", writable}, {"web_update", writable}, {"api_create", writable}, {"api_update", writable}}},
            {"unique", field.unique ? Json{{"case_sensitive", false}} : Json::object()},
            {"lookup", lookupJson(field, all)},
            {"pick_list_values", picklistJson(field)},
            {"type", "used"}};
}

Json layoutFieldJson(const PracticeField &field, int number)
{
    return {{"id", text(field.id)},
            {"api_name", text(field.name)},
            {"field_label", text(field.label)},
            {"data_type", text(field.type)},
            {"required", field.systemMandatory || field.layoutRequired},
            {"read_only", field.readOnly},
            {"system_mandatory", field.systemMandatory},
            {"length", field.length},
            {"sequence_number", number}};
}

Json userJson(const PracticeUser &user)
{
    return {{"id", text(user.id)},
            {"zuid", text(user.id.right(9))},
            {"first_name", text(user.firstName)},
            {"last_name", text(user.lastName)},
            {"full_name", text(user.fullName())},
            {"email", text(user.email)},
            {"status", "active"},
            {"confirm", true},
            {"profile", {{"id", "4150868000000026011"}, {"name", "Administrator"}}},
            {"role", {{"id", "4150868000000026005"}, {"name", text(user.role)}}},
            {"language", "en_US"},
            {"locale", "en_US"},
            {"country_locale", "en_US"},
            {"time_zone", "Europe/Berlin"},
            {"offset", 3'600'000},
            {"date_format", "MM/dd/yyyy"},
            {"time_format", "HH:mm"},
            {"number_separator", "Comma"},
            {"decimal_separator", "Period"}};
}

} // namespace

Json modulesJson(const std::vector<PracticeModule> &modules)
{
    Json list = Json::array();
    int number = 0;
    for (const PracticeModule &module : modules)
        list.push_back({{"id", text(module.id)},
                        {"api_name", text(module.name)},
                        {"module_name", text(module.name)},
                        {"singular_label", text(module.singular)},
                        {"plural_label", text(module.plural)},
                        {"actual_singular_label", text(module.singular)},
                        {"actual_plural_label", text(module.plural)},
                        {"generated_type", module.custom ? "custom" : "default"},
                        {"status", "visible"},
                        {"visible", true},
                        {"visibility", 1},
                        {"api_supported", true},
                        {"creatable", true},
                        {"editable", true},
                        {"viewable", true},
                        {"deletable", true},
                        {"convertable", module.name == QLatin1String("Leads")},
                        {"quick_create", true},
                        {"show_as_tab", true},
                        {"sequence_number", ++number},
                        {"parent_module", Json::object()},
                        {"access_type", "org_based"},
                        {"profiles", Json::array({profileJson()})}});
    return {{"modules", list}};
}

Json fieldsJson(const PracticeModule &module, const std::vector<PracticeModule> &all)
{
    Json list = Json::array();
    for (const PracticeField &field : module.fields)
        list.push_back(fieldJson(field, all));
    return {{"fields", list}};
}

Json layoutsJson(const PracticeModule &module)
{
    Json fields = Json::array();
    int number = 0;
    for (const PracticeField &field : module.fields) {
        if (field.name != QLatin1String("id"))
            fields.push_back(layoutFieldJson(field, ++number));
    }
    const std::string title = (module.singular + QLatin1String(" Information")).toStdString();
    const Json section{{"id", module.layoutId.toStdString() + "1"},
                       {"api_name", (module.singular + QLatin1String("_Information")).toStdString()},
                       {"name", title},
                       {"display_label", title},
                       {"sequence_number", 1},
                       {"isSubformSection", false},
                       {"type", "used"},
                       {"fields", fields}};
    const Json layout{{"id", text(module.layoutId)},
                      {"api_name", "Standard__s"},
                      {"name", "Standard"},
                      {"display_label", "Standard"},
                      {"status", "active"},
                      {"visible", true},
                      {"generated_type", "default"},
                      {"profiles", Json::array({profileJson()})},
                      {"sections", Json::array({section})}};
    return {{"layouts", Json::array({layout})}};
}

Json orgJson()
{
    const std::string zgid = practiceOrgId().toStdString();
    const Json licence{{"paid", true},
                       {"paid_type", "enterprise"},
                       {"users_license_purchased", 4},
                       {"trial_type", nullptr},
                       {"paid_expiry", "2030-01-31T00:00:00+01:00"}};
    return {{"org",
             Json::array({{{"id", "4150868000000020005"},
                           {"zgid", zgid},
                           {"domain_name", "org" + zgid},
                           {"company_name", "Practice Company"},
                           {"type", "sandbox"},
                           {"country_code", "DE"},
                           {"country", "DE"},
                           {"time_zone", "Europe/Berlin"},
                           {"currency", "Euro - EUR"},
                           {"currency_symbol", "€"},
                           {"iso_code", "EUR"},
                           {"mc_status", false},
                           {"primary_email", "patricia.boyle@example.com"},
                           {"primary_zuid", "000225013"},
                           {"license_details", licence}}})}};
}

Json usersJson(const std::vector<PracticeUser> &users)
{
    Json list = Json::array();
    for (const PracticeUser &user : users)
        list.push_back(userJson(user));
    return {{"users", list},
            {"info", {{"per_page", 200}, {"count", users.size()}, {"page", 1}, {"more_records", false}}}};
}

} // namespace practice
