#include "practice/PracticeScript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace practice {

namespace {

std::optional<PracticeFault::Kind> kindOf(const QString &word)
{
    using Kind = PracticeFault::Kind;
    constexpr std::pair<const char *, Kind> words[] = {
        {"status", Kind::Status},          {"expired_token", Kind::ExpiredToken}, {"hang", Kind::Hang},
        {"drop_before", Kind::DropBefore}, {"drop_after", Kind::DropAfter},       {"cut_body", Kind::CutBody},
        {"slow_drip", Kind::SlowDrip}};
    for (const auto &[name, kind] : words) {
        if (word == QLatin1String(name))
            return kind;
    }
    return std::nullopt;
}

QByteArray bodyOf(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return value.toString().toUtf8();
}

/// A whole number from 0 that is not there is `fallback`; anything else is a problem.
int number(const QJsonObject &json, const char *key, int fallback, QString &problem)
{
    const QJsonValue value = json.value(QLatin1String(key));
    if (value.isUndefined())
        return fallback;
    if (value.toInt(-1) < 0)
        problem = QStringLiteral("\"%1\" must be a whole number from 0").arg(QLatin1String(key));
    return qMax(0, value.toInt());
}

/// A key that is not one of `known`: a misspelt one would leave its fault out without a word.
QString strangeKey(const QJsonObject &json, std::initializer_list<QLatin1String> known)
{
    for (const QString &key : json.keys()) {
        if (std::find(known.begin(), known.end(), key) == known.end())
            return key;
    }
    return {};
}

QString notKnown(const QString &key)
{
    return QStringLiteral("\"%1\" is not known").arg(key);
}

PracticeFault readFault(const QJsonObject &json, QString &problem)
{
    PracticeFault fault;
    const QString word = json.value(QLatin1String("kind")).toString();
    if (const auto kind = kindOf(word))
        fault.kind = *kind;
    else
        problem = QStringLiteral("\"%1\" is no kind of fault").arg(word);
    fault.match = json.value(QLatin1String("match")).toString();
    fault.times = number(json, "times", 1, problem);
    fault.status = number(json, "status", 500, problem);
    fault.retryAfter = number(json, "retry_after", 0, problem);
    fault.body = bodyOf(json.value(QLatin1String("body")));
    if (fault.kind == PracticeFault::Kind::Status && (fault.status < 200 || fault.status > 599))
        problem = QStringLiteral("\"status\" must be from 200 to 599");
    const QString key = strangeKey(json,
                                   {QLatin1String("kind"), QLatin1String("match"), QLatin1String("times"),
                                    QLatin1String("status"), QLatin1String("retry_after"), QLatin1String("body")});
    if (!key.isEmpty())
        problem = notKnown(key);
    return fault;
}

} // namespace

PracticeScript readScript(const QByteArray &text, QString *problem)
{
    PracticeScript script;
    QString wrong;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    const QJsonObject json = document.object();
    const QJsonValue listed = json.value(QLatin1String("faults"));
    if (error.error != QJsonParseError::NoError)
        wrong = error.errorString();
    else if (!document.isObject())
        wrong = QStringLiteral("a script is a JSON object");
    else if (!listed.isUndefined() && !listed.isArray())
        wrong = QStringLiteral("\"faults\" must be a list");
    else if (const QString key = strangeKey(json,
                                            {QLatin1String("added_ms"), QLatin1String("in_progress_ms"),
                                             QLatin1String("latency_ms"), QLatin1String("faults")});
             !key.isEmpty())
        wrong = notKnown(key);
    script.added = std::chrono::milliseconds(number(json, "added_ms", 600, wrong));
    script.inProgress = std::chrono::milliseconds(number(json, "in_progress_ms", 900, wrong));
    script.latency = std::chrono::milliseconds(number(json, "latency_ms", 0, wrong));
    const QJsonArray faults = listed.toArray();
    for (const QJsonValue &fault : faults)
        script.faults.push_back(readFault(fault.toObject(), wrong));
    if (problem)
        *problem = wrong;
    return script;
}

} // namespace practice
