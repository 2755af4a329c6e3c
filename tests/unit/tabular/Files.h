#pragma once

#include "tabular/CsvDialect.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

/// Files of a test in a folder of their own.
class Files final {
public:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write its file");
        return path(name);
    }
    [[nodiscard]] tabular::SourceFile source(const QByteArray &content, int headerRow = 1, char delimiter = ',') const
    {
        const tabular::CsvDialect dialect{.delimiter = QByteArray(1, delimiter), .headerRow = headerRow};
        return {write(QStringLiteral("people.csv"), content), dialect};
    }

private:
    QTemporaryDir m_folder;
};
