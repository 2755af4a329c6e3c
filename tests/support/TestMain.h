#pragma once

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QtTest>

/// main() of a test: settings and caches go to folders of their own, and each unexpected warning fails the test that
/// caused it. In init() of a test class call failOnWarnings().
#define WIZARD_TEST_MAIN(Application, TestClass)                                                                       \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        QStandardPaths::setTestModeEnabled(true);                                                                      \
        Application application(argc, argv);                                                                           \
        application.setApplicationName(QStringLiteral("crm-import-wizard-test"));                                      \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }

namespace support {

/// Any warning fails the running test; the offscreen platform's one harmless remark is no warning of ours.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints).*")));
}

} // namespace support
