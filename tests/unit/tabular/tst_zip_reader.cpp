#include "tests/support/TestMain.h"
class TZipReader final : public QObject {
    Q_OBJECT
};
WIZARD_TEST_MAIN(QCoreApplication, TZipReader)
#include "tst_zip_reader.moc"
