#include "crm/ErrorLocator.h"

#include "crm/NameScan.h"

#include <QRegularExpression>

#include <algorithm>

namespace crm {

using namespace Qt::StringLiterals;

namespace {

using Inputs = std::vector<InputRef>;
using Kind = InputRef::Kind;

/// What is needed to place one refusal; each step gives nothing when it has nothing to say.
class Search final {
public:
    Search(const ServerError &refusal, ErrorSource from, const BulkWriteRequest &sent, const std::vector<Field> &known)
        : error(refusal)
        , source(from)
        , request(sent)
        , fields(known)
    { }

    [[nodiscard]] Inputs byJsonPath() const;
    [[nodiscard]] Inputs byApiName() const;
    [[nodiscard]] Inputs byPattern() const;
    [[nodiscard]] Inputs byNameInMessage() const;
    [[nodiscard]] Inputs byRequest() const;
    [[nodiscard]] Inputs byCatalogue() const;
    [[nodiscard]] Inputs byStatus() const;

private:
    [[nodiscard]] QStringList knownNames() const;
    [[nodiscard]] Inputs mappings(const QStringList &names) const;
    [[nodiscard]] Inputs ofKey(const QString &key, const QString &field) const;
    [[nodiscard]] Inputs ofFindBy() const;
    [[nodiscard]] Inputs bracketedFields() const;
    [[nodiscard]] Inputs missingKey() const;
    [[nodiscard]] Inputs namedField() const;
    [[nodiscard]] Inputs namedColumn() const;
    [[nodiscard]] Inputs fixedPlace() const;

    const ServerError &error;
    ErrorSource source;
    const BulkWriteRequest &request;
    const std::vector<Field> &fields;
};

QStringList Search::knownNames() const
{
    QStringList names;
    for (const FieldMapping &mapping : request.mappings)
        names << mapping.field.text();
    for (const Field &field : fields)
        names << field.name.text();
    names.removeDuplicates();
    return names;
}

Inputs Search::mappings(const QStringList &names) const
{
    Inputs inputs;
    for (const QString &name : names) {
        if (!name.isEmpty())
            inputs.push_back({Kind::Mapping, FieldName(name)});
    }
    return inputs;
}

/// An update or upsert without a match field lacks that; otherwise the lookups that do not say how to find their record.
Inputs Search::ofFindBy() const
{
    const bool needsMatch = request.operation && *request.operation != Operation::Insert;
    if (needsMatch && request.findBy.isEmpty())
        return {{Kind::FindBy, {}}};
    Inputs inputs;
    for (const FieldMapping &mapping : request.mappings) {
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const Field &f) { return f.name == mapping.field; });
        if (field != fields.end() && field->isLookup() && mapping.findBy.isEmpty() && !mapping.parentColumnIndex)
            inputs.push_back({Kind::Mapping, mapping.field});
    }
    return inputs.empty() ? Inputs{{Kind::FindBy, {}}} : inputs;
}

/// The keys of the body but find_by, which can stand in two places. Those that no input gives belong to the whole job, so
/// that they are never taken for the names of fields.
const QHash<QString, Kind> &placesOfKeys()
{
    static const QHash<QString, Kind> inputs{
        {u"operation"_s, Kind::Operation},    {u"module"_s, Kind::Module},
        {u"file_id"_s, Kind::File},           {u"file_names"_s, Kind::File},
        {u"url"_s, Kind::CallbackUrl},        {u"callback"_s, Kind::CallbackUrl},
        {u"method"_s, Kind::CallbackMethod},  {u"character_encoding"_s, Kind::CharacterEncoding},
        {u"field_mappings"_s, Kind::Mapping}, {u"api_name"_s, Kind::Mapping},
        {u"index"_s, Kind::Mapping},          {u"parent_column_index"_s, Kind::Mapping},
        {u"default_value"_s, Kind::Mapping},  {u"format"_s, Kind::Mapping},
        {u"resource"_s, Kind::Job},           {u"type"_s, Kind::Job},
        {u"ignore_empty"_s, Kind::Job},
    };
    return inputs;
}

/// `key` as it stands in the body; `field` when the key belongs to a mapping.
Inputs Search::ofKey(const QString &key, const QString &field) const
{
    if (!field.isEmpty())
        return mappings({field});
    if (key == "find_by"_L1)
        return ofFindBy();
    const auto found = placesOfKeys().constFind(key);
    return found == placesOfKeys().constEnd() ? Inputs{} : Inputs{{*found, {}}};
}

Inputs Search::byJsonPath() const
{
    const QString path = error.details.value("json_path"_L1).toString();
    if (path.isEmpty())
        return {};
    static const QRegularExpression ofMapping(u"resource\\[(\\d+)\\]\\.field_mappings\\[(\\d+)\\]"_s);
    if (const auto match = ofMapping.match(path); match.hasMatch()) {
        // The resources behind the first are children, whose mappings the request does not hold.
        const auto position = match.captured(2).toULongLong();
        const bool ours = match.captured(1) == u'0' && position < request.mappings.size();
        return {{Kind::Mapping, ours ? request.mappings[position].field : FieldName()}};
    }
    if (path.endsWith(".find_by"_L1))
        return {{Kind::FindBy, {}}};
    static const QRegularExpression word(u"[A-Za-z_]+"_s);
    QStringList keys;
    for (auto it = word.globalMatch(path); it.hasNext();)
        keys.prepend(it.next().captured());
    for (const QString &key : keys) {
        // The module has an api_name as well, so that key alone tells no place.
        if (const Inputs inputs = ofKey(key, {}); !inputs.empty() && key != "api_name"_L1)
            return inputs;
    }
    return {};
}

Inputs Search::byApiName() const
{
    const QString name = error.details.value("api_name"_L1).toString();
    if (name.isEmpty())
        return {};
    if (knownNames().contains(name))
        return mappings({name});
    const Inputs inputs = ofKey(name, {});
    return inputs.empty() ? mappings({name}) : inputs;
}

/// What the last bracket of `text` holds; brackets inside it belong to names.
QString lastBracket(const QString &text)
{
    const qsizetype end = text.lastIndexOf(u']');
    int depth = 0;
    for (qsizetype i = end; i >= 0; --i) {
        if (text[i] == u']')
            ++depth;
        else if (text[i] == u'[' && --depth == 0)
            return text.mid(i + 1, end - i - 1);
    }
    return {};
}

/// Chinese and Japanese texts have brackets and commas of their own.
QString withPlainSigns(QString text)
{
    for (const QChar sign : {u'［', u'【', u'〔', u'「'})
        text.replace(sign, u'[');
    for (const QChar sign : {u'］', u'】', u'〕', u'」'})
        text.replace(sign, u']');
    for (const QChar sign : {u'、', u'，'})
        text.replace(sign, u',');
    return text;
}

/// "… for the layout [Owner, Last_Name]": field names, although it reads like a layout. A text without a bracket can still
/// name a field of the module; one that is mapped is not the one that lacks.
Inputs Search::bracketedFields() const
{
    const QStringList names = splitNames(lastBracket(withPlainSigns(error.message)), knownNames());
    if (!names.isEmpty())
        return mappings(names);
    QStringList unmapped = knownNames();
    unmapped.removeIf([this](const QString &name) { return request.mappingOf(FieldName(name)) != nullptr; });
    return mappings(namesInText(error.message, unmapped));
}

Inputs Search::missingKey() const
{
    static const QRegularExpression key(u"[Rr]equired key (\\w+)(?: for field (.+?))? is not (?:found|available)"_s);
    const auto match = key.match(error.message);
    if (match.hasMatch())
        return ofKey(match.captured(1), match.captured(2));
    // Words of a translated message differ; keys do not. Only those with an underscore are no ordinary words.
    for (const QString &named : namesInText(error.message, placesOfKeys().keys() << u"find_by"_s)) {
        if (named.contains(u'_'))
            return ofKey(named, {});
    }
    return {};
}

Inputs Search::namedField() const
{
    static const QRegularExpression field(u"invalid api_name (.+?)\\.?\\s*$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return mappings({field.match(error.message).captured(1)});
}

Inputs Search::namedColumn() const
{
    static const QRegularExpression number(u"-?\\d+"_s);
    const auto match = number.match(error.message);
    Inputs inputs;
    for (const FieldMapping &mapping : request.mappings) {
        if (match.hasMatch() && mapping.column && mapping.column->value == match.captured().toInt())
            inputs.push_back({Kind::Mapping, mapping.field});
    }
    return inputs;
}

Inputs Search::byPattern() const
{
    const QString &code = error.code;
    if (code == "MANDATORY_FIELDS_NOT_MAPPED"_L1)
        return bracketedFields();
    if (code == "MISSING_REQUIRED_KEY"_L1 || code == "MANDATORY_NOT_FOUND"_L1)
        return missingKey();
    if (code == "INVALID_FIELD_NAME"_L1 || code == "INVALID_FIELD"_L1)
        return namedField();
    if (code == "COLUMN_INDEX_NOT_FOUND"_L1)
        return namedColumn();
    if (source == ErrorSource::Upload && error.message.contains("x-crm-org"_L1, Qt::CaseInsensitive))
        return {{Kind::Account, {}}};
    return fixedPlace();
}

/// Codes that belong to one input whatever the message says: a refused URL may well hold the name of a field.
Inputs Search::fixedPlace() const
{
    const ErrorEntry *entry = findError(error.code, source);
    if (!entry || entry->input == Kind::Mapping || entry->input == Kind::Job)
        return {};
    return byCatalogue();
}

Inputs Search::byNameInMessage() const
{
    if (source != ErrorSource::CreateJob)
        return {};
    if (error.message.contains("character_encoding"_L1))
        return {{Kind::CharacterEncoding, {}}};
    QStringList mapped;
    for (const FieldMapping &mapping : request.mappings)
        mapped << mapping.field.text();
    return mappings(namesInText(error.message, mapped));
}

/// Codes that say little are placed by what the request itself lacks.
Inputs Search::byRequest() const
{
    if (source != ErrorSource::CreateJob)
        return {};
    if (error.code == "INVALID_DATA"_L1 && !request.operation)
        return {{Kind::Operation, {}}};
    Inputs inputs;
    const auto isNamed = [this](const FieldMapping &mapping) {
        return !mapping.format.isEmpty() && !namesInText(error.message, {mapping.format}).isEmpty();
    };
    const bool oneIsNamed = std::any_of(request.mappings.begin(), request.mappings.end(), isNamed);
    for (const FieldMapping &mapping : request.mappings) {
        const bool hasFormat =
            error.code == "INVALID_FORMAT"_L1 && !mapping.format.isEmpty() && (!oneIsNamed || isNamed(mapping));
        const bool negative = error.code == "COLUMN_INDEX_NOT_FOUND"_L1 && mapping.column && mapping.column->value < 0;
        if (hasFormat || negative)
            inputs.push_back({Kind::Mapping, mapping.field});
    }
    return inputs;
}

Inputs Search::byCatalogue() const
{
    if (error.code.isEmpty() || error.shape == ServerError::Shape::Gateway)
        return {};
    const ErrorEntry *entry = findError(error.code, source);
    return entry ? Inputs{{entry->input, {}}} : Inputs{};
}

/// Answers without a code that helps: gateways, proxies, log-in pages.
Inputs Search::byStatus() const
{
    const int status = error.answer.httpStatus;
    if (status == 413 || status == 415)
        return {{Kind::File, {}}};
    if (status == 429 || status >= 500)
        return {{Kind::Job, {}}};
    const bool notFromTheCrm = error.shape == ServerError::Shape::Foreign || error.shape == ServerError::Shape::Gateway
        || error.shape == ServerError::Shape::OAuth;
    if (status == 401 || status == 403 || notFromTheCrm)
        return {{Kind::Account, {}}};
    return {{Kind::Job, {}}};
}

Inputs withoutRepeats(Inputs inputs)
{
    Inputs unique;
    for (InputRef &input : inputs) {
        if (std::find(unique.begin(), unique.end(), input) == unique.end())
            unique.push_back(std::move(input));
    }
    return unique;
}

} // namespace

std::vector<InputRef> locateError(const ServerError &error, ErrorSource source, const BulkWriteRequest &request,
                                  const std::vector<Field> &fields)
{
    const Search search(error, source, request, fields);
    for (const auto step : {&Search::byJsonPath, &Search::byApiName, &Search::byPattern, &Search::byNameInMessage,
                            &Search::byRequest, &Search::byCatalogue}) {
        if (Inputs found = (search.*step)(); !found.empty())
            return withoutRepeats(std::move(found));
    }
    return search.byStatus();
}

} // namespace crm
