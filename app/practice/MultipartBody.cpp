#include "practice/MultipartBody.h"

namespace practice {

namespace {

/// The value of `key=` or `key="…"` in a header's parameters.
QByteArray parameter(const QByteArray &header, const QByteArray &key)
{
    const QByteArray lower = header.toLower();
    qsizetype at = lower.indexOf("; " + key + '=');
    at = at < 0 ? lower.indexOf(';' + key + '=') : at + 1;
    if (at < 0)
        return {};
    const QByteArray value = header.mid(at + key.size() + 2).trimmed();
    if (value.startsWith('"'))
        return value.mid(1, value.indexOf('"', 1) - 1);
    const qsizetype end = value.indexOf(';');
    return (end < 0 ? value : value.left(end)).trimmed();
}

QByteArray disposition(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.trimmed().toLower().startsWith("content-disposition:"))
            return line.trimmed();
    }
    return {};
}

} // namespace

std::optional<FormFile> formFile(const QByteArray &contentType, const QByteArray &body, const QByteArray &name)
{
    const QByteArray boundary = parameter(contentType, "boundary");
    if (!contentType.toLower().startsWith("multipart/form-data") || boundary.isEmpty())
        return std::nullopt;
    const QByteArray mark = "--" + boundary;
    qsizetype at = body.indexOf(mark);
    while (at >= 0) {
        const qsizetype headStart = at + mark.size() + 2;
        const qsizetype headEnd = body.indexOf("\r\n\r\n", headStart);
        const qsizetype next = body.indexOf("\r\n" + mark, headStart);
        if (headEnd < 0 || next < 0 || next < headEnd)
            return std::nullopt;
        const QByteArray head = disposition(body.mid(headStart, headEnd - headStart));
        if (parameter(head, "name") == name)
            return FormFile{parameter(head, "filename"), body.mid(headEnd + 4, next - headEnd - 4)};
        at = next + 2;
    }
    return std::nullopt;
}

} // namespace practice
