#include "tests/support/TestMain.h"
class TOpenTable final : public QObject {
    Q_OBJECT
};
WIZARD_TEST_MAIN(QCoreApplication, TOpenTable)
#include "tst_open_table.moc"
