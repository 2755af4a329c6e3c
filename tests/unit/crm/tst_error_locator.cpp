#include "crm/ErrorLocator.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using Source = crm::ErrorSource;
using Operation = crm::Operation;
Q_DECLARE_METATYPE(crm::ErrorSource)

namespace {

crm::FieldMapping mapping(const QString &field, int column, const QString &format = {})
{
    crm::FieldMapping entry;
    entry.field = crm::FieldName(field);
    entry.column = crm::ColumnIndex{column};
    entry.format = format;
    return entry;
}

/// A complete insert of six columns; "Name" hides inside "Last Name", "Account_Name" is a lookup without a match field.
crm::BulkWriteRequest completeRequest()
{
    crm::BulkWriteRequest request;
    request.operation = Operation::Insert;
    request.module = crm::ModuleRef{crm::ModuleName(u"Leads"_s), {}};
    request.fileId = crm::FileId(u"1"_s);
    request.callback = crm::Callback{u"https://example.org/Email"_s, u"post"_s};
    request.mappings = {mapping(u"Last Name"_s, 0),         mapping(u"Name"_s, 1),         mapping(u"Email"_s, 2),
                        mapping(u"Birthday"_s, 7, u"QQ"_s), mapping(u"Account_Name"_s, 4), mapping(u"Last_Name"_s, 5)};
    return request;
}

std::vector<crm::Field> moduleFields()
{
    std::vector<crm::Field> fields;
    for (const char *name : {"Last_Name", "Email", "Birthday", "Account_Name", "Owner", "Size, inner", "Sum [net]"}) {
        crm::Field field;
        field.name = crm::FieldName(QString::fromUtf8(name));
        field.label = field.name.text();
        field.dataType = field.name.text() == "Account_Name"_L1 ? u"lookup"_s : u"text"_s;
        fields.push_back(field);
    }
    return fields;
}

crm::ServerError refusal(const QString &code, const QString &message, const QByteArray &details = {})
{
    crm::ServerError error;
    error.shape = crm::ServerError::Shape::Crm;
    error.code = code;
    error.message = message;
    error.details = QJsonDocument::fromJson(details).object();
    error.answer.httpStatus = 400;
    return error;
}

QString textOf(const std::vector<crm::InputRef> &inputs)
{
    QStringList texts;
    for (const crm::InputRef &input : inputs)
        texts << input.toText();
    return texts.join(u'|');
}

} // namespace

class TestErrorLocator final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aRefusalOfACompleteRequestFindsItsInput_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QByteArray>("details");
        QTest::addColumn<QString>("inputs");
        addPathsAndNames();
        addMandatoryFields();
        addKeys();
        addMappingCodes();
        addFixedPlaces();
    }
    void aRefusalOfACompleteRequestFindsItsInput()
    {
        QFETCH(QString, code);
        QFETCH(QString, message);
        QFETCH(QByteArray, details);
        const auto inputs =
            crm::locateError(refusal(code, message, details), Source::CreateJob, completeRequest(), moduleFields());
        QTEST(textOf(inputs), "inputs");
    }

    void aMissingMatchFieldComesBeforeTheLookups()
    {
        auto request = completeRequest();
        request.operation = Operation::Update;
        const auto error = refusal(u"MANDATORY_NOT_FOUND"_s, u"Required key find_by is not available"_s);
        QCOMPARE(textOf(crm::locateError(error, Source::CreateJob, request, moduleFields())), u"find_by"_s);
        request.findBy = crm::FieldName(u"Email"_s);
        QCOMPARE(textOf(crm::locateError(error, Source::CreateJob, request, moduleFields())),
                 u"mapping:Account_Name"_s);
    }

    void invalidDataIsTheOperationWhenThatIsAbsent()
    {
        auto request = completeRequest();
        request.operation.reset();
        QCOMPARE(textOf(crm::locateError(refusal(u"INVALID_DATA"_s, u"Ungültige Daten"_s), Source::CreateJob, request)),
                 u"operation"_s);
    }

    void ofSeveralFormatsTheOneInTheMessageIsFound()
    {
        auto request = completeRequest();
        request.mappings[2].format = u"dd/MM/yyyy"_s;
        const auto at = [&request](const char *message) {
            const auto error = refusal(u"INVALID_FORMAT"_s, QString::fromUtf8(message));
            return textOf(crm::locateError(error, Source::CreateJob, request));
        };
        QCOMPARE(at("the format QQ is not supported."), u"mapping:Birthday"_s);
        QCOMPARE(at("dd/MM/yyyy is not supported."), u"mapping:Email"_s);
        QCOMPARE(at("no."), u"mapping:Email|mapping:Birthday"_s);
    }

    void negativeColumnsAreFoundInTheRequest()
    {
        auto request = completeRequest();
        request.mappings[2].column = crm::ColumnIndex{-1};
        QCOMPARE(textOf(crm::locateError(refusal(u"COLUMN_INDEX_NOT_FOUND"_s, {}), Source::CreateJob, request)),
                 u"mapping:Email"_s);
    }

    void withoutARequestTheAnswerAloneIsEnough()
    {
        const auto at = [](const crm::ServerError &error) {
            return textOf(crm::locateError(error, Source::CreateJob, {}));
        };
        QCOMPARE(at(refusal(u"MANDATORY_FIELDS_NOT_MAPPED"_s, u"for the layout [Owner]"_s)), u"mapping:Owner"_s);
        QCOMPARE(at(refusal(u"INVALID_FIELD_NAME"_s, u"invalid mapping. invalid api_name Last Name."_s)),
                 u"mapping:Last Name"_s);
        QCOMPARE(at(refusal(u"NEW_ONE"_s, u"?"_s)), u"job"_s);
    }

    void otherCallsHaveTheirOwnPlaces_data()
    {
        QTest::addColumn<Source>("source");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("inputs");
        const auto row = [](Source source, const char *code, const char *message, const char *inputs) {
            QTest::addRow("%s %s", code, message)
                << source << QString::fromUtf8(code) << QString::fromUtf8(message) << QString::fromUtf8(inputs);
        };
        row(Source::Upload, "INVALID_FILE_FORMAT", "only zip", "file");
        row(Source::Upload, "FILE_TOO_LARGE", "", "file");
        row(Source::Upload, "INVALID_DATA", "Import file size should be less than 25 mb.", "file");
        row(Source::Upload, "INVALID_DATA", "Invalid data - x-crm-org", "account");
        row(Source::Upload, "MANDATORY_NOT_FOUND", "Required key x-crm-org is not available", "account");
        row(Source::Upload, "INVALID_TOKEN", "invalid oauth token", "account");
        row(Source::JobDetails, "RESOURCE_NOT_FOUND", "The requested resource doesn't exist.", "job");
        row(Source::Download, "Forbidden", "Link not valid", "job");
        row(Source::Metadata, "INVALID_MODULE", "the module name given seems to be invalid", "module");
        row(Source::Metadata, "REQUIRED_PARAM_MISSING", "One of the expected parameter is missing", "module");
        row(Source::OAuth, "invalid_code", "", "account");
        row(Source::OAuth, "Access Denied", "You have made too many requests", "account");
    }
    void otherCallsHaveTheirOwnPlaces()
    {
        QFETCH(Source, source);
        QFETCH(QString, code);
        QFETCH(QString, message);
        QTEST(textOf(crm::locateError(refusal(code, message), source, completeRequest())), "inputs");
    }

    void answersWithoutACodeGoByTheirStatus_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("inputs");
        using Shape = crm::ServerError::Shape;
        QTest::newRow("log-in page") << int(Shape::Foreign) << 200 << u"account"_s;
        QTest::newRow("too large") << int(Shape::Foreign) << 413 << u"file"_s;
        QTest::newRow("media type") << int(Shape::Empty) << 415 << u"file"_s;
        QTest::newRow("bad gateway") << int(Shape::Foreign) << 502 << u"job"_s;
        QTest::newRow("not signed in") << int(Shape::Empty) << 401 << u"account"_s;
        QTest::newRow("gateway headers") << int(Shape::Gateway) << 400 << u"account"_s;
        QTest::newRow("empty") << int(Shape::Empty) << 400 << u"job"_s;
    }
    void answersWithoutACodeGoByTheirStatus()
    {
        QFETCH(int, shape);
        QFETCH(int, status);
        crm::ServerError error;
        error.shape = crm::ServerError::Shape(shape);
        error.answer.httpStatus = status;
        QTEST(textOf(crm::locateError(error, Source::CreateJob, completeRequest())), "inputs");
    }

    /// Whatever the code, the message and the request: there is an input, and none twice.
    void everyCodeHasAPlace()
    {
        for (const crm::ErrorEntry &entry : crm::errorCatalogue()) {
            for (const QString &message : {u""_s, u"[["_s, u"]["_s, u"[,,]"_s, u"Name Name"_s, u"Fehler. [Ort]"_s}) {
                const auto error = refusal(QString::fromLatin1(entry.code), message);
                for (const auto &request : {crm::BulkWriteRequest(), completeRequest()}) {
                    auto texts = textOf(crm::locateError(error, entry.source, request)).split(u'|');
                    QVERIFY2(!texts.front().isEmpty(), entry.code);
                    QCOMPARE(texts.removeDuplicates(), 0);
                }
            }
        }
    }

private:
    static void row(const char *name, const char *code, const char *message, const char *inputs,
                    const char *details = "{}")
    {
        QTest::newRow(name) << QString::fromUtf8(code) << QString::fromUtf8(message) << QByteArray(details)
                            << QString::fromUtf8(inputs);
    }

    static void addPathsAndNames()
    {
        row("path of a mapping", "MISSING_REQUIRED_KEY", "required key index is not found", "mapping:Birthday",
            R"({"json_path":"$.resource[0].field_mappings[3].index"})");
        row("path before name", "MISSING_REQUIRED_KEY", "m", "mapping:Email",
            R"({"api_name":"index","json_path":"resource[0].field_mappings[2].index"})");
        row("path beyond the mappings", "INVALID_DATA", "m", "mapping",
            R"({"json_path":"$.resource[0].field_mappings[99].index"})");
        row("path of a child", "INVALID_DATA", "m", "mapping",
            R"({"json_path":"$.resource[1].field_mappings[0].index"})");
        row("path of the module", "INVALID_DATA", "m", "module", R"({"json_path":"$.resource[0].module.api_name"})");
        row("path of the file", "INVALID_DATA", "m", "file", R"({"json_path":"$.resource[0].file_id"})");
        row("path of the match field", "MANDATORY_NOT_FOUND", "m", "find_by",
            R"({"json_path":"$.resource[0].find_by"})");
        row("path of the operation", "INVALID_DATA", "m", "operation", R"({"json_path":"$.operation"})");
        row("path of the url", "INVALID_DATA", "m", "callback.url", R"({"json_path":"$.callback.url"})");
        row("path of the method", "INVALID_DATA", "m", "callback.method", R"({"json_path":"$.callback.method"})");
        row("path of the encoding", "INVALID_DATA", "m", "character_encoding",
            R"({"json_path":"$.character_encoding"})");
        row("path of a key without an input", "INVALID_DATA", "m", "job",
            R"({"api_name":"type","json_path":"$.resource[0].type"})");
        row("key without an input", "INVALID_DATA", "m", "job", R"({"api_name":"ignore_empty"})");
        row("path of the resources", "INVALID_DATA", "m", "job", R"({"json_path":"$.resource"})");
        row("field in details", "INVALID_FIELD", "m", "mapping:Email", R"({"api_name":"Email"})");
        row("key in details", "INVALID_DATA", "m", "operation", R"({"api_name":"operation"})");
        row("unknown code names a field", "NEW_ONE", "Trouble with Email here", "mapping:Email");
        row("the longer name wins", "NEW_ONE", "Trouble with 'Last Name'.", "mapping:Last Name");
        row("parts of words do not count", "NEW_ONE", "Emails and Name_2 and Prename", "job");
        row("unknown code", "NEW_ONE", "Something else", "job");
    }

    static void addMandatoryFields()
    {
        const char *code = "MANDATORY_FIELDS_NOT_MAPPED";
        row("one name", code, "All mandatory fields are not mapped for the layout [Owner]", "mapping:Owner");
        row("several names", code, "... for the layout [Owner, Last_Name,Email]",
            "mapping:Owner|mapping:Last_Name|mapping:Email");
        row("a repeated name", code, "... [Owner, Owner]", "mapping:Owner");
        row("a full stop behind", code, "... [Owner].", "mapping:Owner");
        row("localised", code, "Nicht alle Pflichtfelder für das Layout zugeordnet: [Owner]", "mapping:Owner");
        row("two brackets", code, "Layout [Standard]: [Owner]", "mapping:Owner");
        row("a name with a comma", code, "... [Size, inner, Owner]", "mapping:Size, inner|mapping:Owner");
        row("a name with brackets", code, "... [Owner, Sum [net]]", "mapping:Owner|mapping:Sum [net]");
        row("a name in quotes", code, "... ['Owner']", "mapping:Owner");
        row("a Japanese bracket", code, "レイアウト【Owner、Last_Name】の必須項目", "mapping:Owner|mapping:Last_Name");
        row("a wide bracket", code, "布局［Owner，Email］", "mapping:Owner|mapping:Email");
        row("no bracket but an unmapped field", code, "Das Pflichtfeld Owner fehlt neben Email.", "mapping:Owner");
        row("no bracket", code, "All mandatory fields are not mapped", "mapping");
        row("empty bracket", code, "All mandatory fields are not mapped []", "mapping");
    }

    static void addKeys()
    {
        const char *code = "MISSING_REQUIRED_KEY";
        row("module", code, "required key module is not found in request body.", "module");
        row("operation", code, "required key operation is not found in request body.", "operation");
        row("file_id", code, "required key file_id is not found in request body.", "file");
        row("url", code, "required key url is not found in request body.", "callback.url");
        row("method", code, "required key method is not found in request body.", "callback.method");
        row("callback", code, "required key callback is not found in request body.", "callback.url");
        row("resource", code, "required key resource is not found in request body.", "job");
        row("api_name", code, "required key api_name is not found in request body.", "mapping");
        row("index for a field", code, "required key index for field Email is not found in request body.",
            "mapping:Email");
        row("index for a name with a blank", code,
            "required key index for field Last Name is not found in request body.", "mapping:Last Name");
        row("a localised key", code, "Der erforderliche Schlüssel file_id fehlt.", "file");
        row("an unknown key", code, "required key colour is not found in request body.", "job");
        row("find_by of a lookup", "MANDATORY_NOT_FOUND", "Required key find_by is not available",
            "mapping:Account_Name");
        row("parent column", "MANDATORY_NOT_FOUND", "Required key parent_column_index is not available", "mapping");
    }

    static void addMappingCodes()
    {
        row("invalid name", "INVALID_FIELD_NAME", "invalid mapping. invalid api_name Last Name.", "mapping:Last Name");
        row("invalid name, no full stop", "INVALID_FIELD_NAME", "invalid mapping. invalid api_name Email",
            "mapping:Email");
        row("invalid name, localised", "INVALID_FIELD_NAME", "Ungültige Zuordnung: Last Name.", "mapping:Last Name");
        row("invalid name, no name", "INVALID_FIELD_NAME", "?", "mapping");
        row("invalid field", "INVALID_FIELD", "The field Birthday is invalid", "mapping:Birthday");
        row("format", "INVALID_FORMAT", "", "mapping:Birthday");
        row("index with its number", "COLUMN_INDEX_NOT_FOUND", "column 7 is not in the file", "mapping:Birthday");
        row("index without a number", "COLUMN_INDEX_NOT_FOUND", "", "mapping");
        row("too many", "HEADER_LIMIT_EXCEEDED", "", "mapping");
        row("duplicate", "DUPLICATE_DATA", "Email is mapped twice", "mapping:Email");
        row("coexistence", "COEXISTENCE_NOT_ALLOWED", "", "mapping:Account_Name",
            R"({"api_name":"find_by","json_path":"$.resource[0].field_mappings[4].find_by"})");
        row("encoding", "INVALID_DATA", "character_encoding is not supported", "character_encoding");
        row("invalid data", "INVALID_DATA", "Invalid data", "job");
    }

    static void addFixedPlaces()
    {
        row("callback url", "INVALID_CALLBACK_URL", "Invalid URL 'https://example.org/Email' for callback.",
            "callback.url");
        row("callback method", "INVALID_CALLBACK_METHOD", "", "callback.method",
            R"({"supported_callback_methods":["post"]})");
        row("module not available", "MODULE_NOT_AVAILABLE", "Requested module 'Email' is not available.", "module");
        row("file not supported", "FILE_NOT_SUPPORTED", "File not supported for bulk write", "file");
        row("file id", "INVALID_FILE_ID", "improper file id", "file");
        row("file not found", "FILE_NOT_FOUND", "", "file");
        row("file used", "ALREADY_USED", "", "file");
        row("token", "INVALID_TOKEN", "invalid oauth token", "account");
        row("permission", "NO_PERMISSION", "Permission denied to create", "account");
        row("throttled", "TOO_MANY_REQUESTS", "", "job");
        row("fault", "INTERNAL_ERROR", "Internal Server Error", "job");
        row("limit", "LIMIT_REACHED", "", "job");
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestErrorLocator)
#include "tst_error_locator.moc"
