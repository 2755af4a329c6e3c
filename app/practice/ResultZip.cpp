#include "practice/ResultZip.h"

#include <QBuffer>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace practice {

QByteArray zipOf(const QString &name, const QByteArray &content)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QuaZip zip(&buffer);
    zip.setUtf8Enabled(true);
    if (!zip.open(QuaZip::mdCreate))
        return {};
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::WriteOnly, QuaZipNewInfo(name)))
        return {};
    file.write(content);
    file.close();
    zip.close();
    return bytes;
}

} // namespace practice
