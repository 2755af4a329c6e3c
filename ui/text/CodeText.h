#pragma once

#include "base/Error.h"

#include <QCoreApplication>

namespace ui {

/// A sentence for each way in which work of the program fails, with what its context holds put in.
class CodeText final {
    Q_DECLARE_TR_FUNCTIONS(CodeText)
public:
    [[nodiscard]] static QString of(const base::Error &error);

private:
    [[nodiscard]] static QString ofFile(const base::Error &error);
    [[nodiscard]] static QString ofSavedWork(const base::Error &error); ///< plans and mapping templates
    [[nodiscard]] static QString ofTable(const base::Error &error);
    [[nodiscard]] static QString ofWorkbook(const base::Error &error);
    [[nodiscard]] static QString ofConnection(const base::Error &error);
    [[nodiscard]] static QString ofAnswer(const base::Error &error);
    [[nodiscard]] static QString ofKeychain(const base::Error &error);
};

} // namespace ui
