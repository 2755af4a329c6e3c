#pragma once

#include <QCoreApplication>

class QLineEdit;

namespace ui {

/// Makes an input that narrows a list: its sign at the front, a button that clears it at the end, with a name to be read.
class SearchInput final {
    Q_DECLARE_TR_FUNCTIONS(SearchInput)
public:
    static void prepare(QLineEdit *input);
};

} // namespace ui
