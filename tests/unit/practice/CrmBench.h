#pragma once

#include "practice/PracticeCrm.h"
#include "practice/ResultZip.h"
#include "tabular/CsvReader.h"
#include "tabular/ZipReader.h"
#include "tests/support/FakeClock.h"

namespace support {

/// A practice CRM without a network, whose time a test moves.
class CrmBench final {
public:
    using Json = practice::Json;

    static practice::PracticeRequest request(const QByteArray &body, const QString &version = QStringLiteral("v2.1"))
    {
        practice::PracticeRequest request;
        request.method = "POST";
        request.version = version;
        request.body = body;
        return request;
    }

    /// The answer to an upload of `zip`.
    practice::Answer uploadZip(const QByteArray &zip, const QString &version = QStringLiteral("v2.1"))
    {
        auto sent = request("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n\r\n" + zip
                                + "\r\n--b--\r\n",
                            version);
        sent.headers = {{"content-type", "multipart/form-data; boundary=\"b\""},
                        {"feature", "bulk-write"},
                        {"x-crm-org", practice::practiceOrgId().toLatin1()}};
        return crm.upload(sent);
    }

    std::string upload(const QByteArray &csv)
    {
        return Json::parse(
            uploadZip(practice::zipOf(QStringLiteral("people.csv"), csv)).body.toStdString())["details"]["file_id"];
    }

    /// Runs a job over `csv`, whose header row names the fields ("Account_Name.Account_Name" for lookups), with
    /// `extra` merged into the body; gives the lines of the result file.
    std::vector<QStringList> import(const char *module, const QByteArray &csv, const Json &extra = Json::object())
    {
        Json body{{"operation", "insert"},
                  {"resource",
                   Json::array({{{"type", "data"}, {"module", {{"api_name", module}}}, {"file_id", upload(csv)}}})}};
        if (extra.contains("resource"))
            body["resource"][0].merge_patch(extra["resource"]);
        Json rest = extra;
        rest.erase("resource");
        body.merge_patch(rest);
        answer = crm.createJob(request(QByteArray::fromStdString(body.dump())));
        if (answer.status != 201)
            return {};
        const Json created = Json::parse(answer.body.toStdString());
        jobId = QString::fromStdString(created["details"]["id"]);
        finish();
        return resultLines();
    }

    void finish() { clock.advance(std::chrono::milliseconds(1500)); }

    /// The job's details.
    [[nodiscard]] Json job(const QString &version = QStringLiteral("v2.1")) const
    {
        const auto said = crm.job(jobId, request({}, version), QStringLiteral("http://127.0.0.1:1"));
        return Json::parse(said.body.toStdString());
    }

    [[nodiscard]] std::vector<QStringList> resultLines() const
    {
        const auto entries = tabular::readZip(crm.result(jobId).body, {});
        if (!entries || entries->size() != 1)
            return {};
        resultName = entries->front().name;
        const auto reader = tabular::readCsvText(entries->front().content, {});
        std::vector<QStringList> lines;
        tabular::Row row;
        for (auto more = reader->next(row); more && *more; more = reader->next(row))
            lines.push_back(row.cells);
        return lines;
    }

    [[nodiscard]] Json records(const char *module, const QString &query = {}) const
    {
        auto asked = request({});
        asked.query = QUrlQuery(query);
        const auto said = crm.records(QLatin1String(module), asked);
        return said.status == 200 ? Json::parse(said.body.toStdString()) : Json();
    }

    support::FakeClock clock;
    practice::PracticeCrm crm{clock};
    practice::Answer answer; ///< of the last create call
    QString jobId;
    mutable QString resultName;
};

} // namespace support
