#include "crm/NameScan.h"

namespace crm {

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

bool wordEndsAt(const QString &text, qsizetype position)
{
    return position == text.size() || !isWordCharacter(text[position]);
}

QString unquoted(QString name)
{
    name = name.trimmed();
    const bool quoted =
        name.size() > 1 && name.front() == name.back() && (name.front() == u'\'' || name.front() == u'"');
    return quoted ? name.mid(1, name.size() - 2) : name;
}

qsizetype skipBlanks(const QString &text, qsizetype from)
{
    while (from < text.size() && text[from].isSpace())
        ++from;
    return from;
}

} // namespace

QString longestNameAt(const QString &text, qsizetype from, const QStringList &names,
                      const std::function<bool(qsizetype)> &endsAt)
{
    QString longest;
    for (const QString &name : names) {
        const bool stands = QStringView(text).sliced(from).startsWith(name);
        if (stands && name.size() > longest.size() && endsAt(from + name.size()))
            longest = name;
    }
    return longest;
}

QStringList splitNames(const QString &text, const QStringList &names)
{
    const auto endsAt = [&text](qsizetype position) {
        const qsizetype next = skipBlanks(text, position);
        return next == text.size() || text[next] == u',';
    };
    QStringList found;
    for (qsizetype from = skipBlanks(text, 0); from < text.size(); from = skipBlanks(text, from)) {
        const QString known = longestNameAt(text, from, names, endsAt);
        qsizetype end = text.indexOf(u',', from + known.size());
        end = end < 0 ? text.size() : end;
        const QString name = unquoted(text.mid(from, end - from));
        if (!name.isEmpty() && !found.contains(name))
            found.append(name);
        from = end + 1;
        if (from >= text.size())
            break;
    }
    return found;
}

QStringList namesInText(const QString &text, const QStringList &names)
{
    const auto endsAt = [&text](qsizetype position) { return wordEndsAt(text, position); };
    QStringList found;
    for (qsizetype from = 0; from < text.size();) {
        const bool wordStart = from == 0 || !isWordCharacter(text[from - 1]);
        const QString name = wordStart ? longestNameAt(text, from, names, endsAt) : QString();
        if (!name.isEmpty() && !found.contains(name))
            found.append(name);
        from += qMax(qsizetype(1), name.size());
    }
    return found;
}

} // namespace crm
