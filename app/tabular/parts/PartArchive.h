#pragma once

#include <QByteArray>
#include <QString>

namespace tabular {

/// A zip with one deflated entry, readable by its owner only, its time always 1980-01-01: the same content gives the same
/// bytes on every machine. Content and zip are below 4 GiB, so no Zip64 is needed. Usable from any thread.
[[nodiscard]] QByteArray makePartArchive(const QString &entryName, QByteArrayView content);

/// The name of the CSV for a source of that name: "people.csv". Control characters and what separates folders would make
/// trouble on the other side, so they become "_", and names of Windows devices begin with one; at most 100 characters and
/// 200 bytes.
[[nodiscard]] QString partEntryName(const QString &sourceName);

} // namespace tabular
