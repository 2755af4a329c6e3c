#pragma once

#include "tabular/workbook/WorkbookPackage.h"

#include <QString>

#include <vector>

namespace tabular {

/// A link from one part of an OOXML package to another.
struct Relationship final {
    QString id;
    QString type;   ///< the last word of its URI, such as "worksheet": the words before differ in strict files
    QString target; ///< a part's name, without a leading slash
};

/// The links of `part`, or of the package when `part` is empty; none when nothing says so. Links out of the package are
/// left out. Errors: those of readXmlPart().
base::Result<std::vector<Relationship>> relationshipsOf(WorkbookPackage &package, const QString &part);

/// The part that `target` means when `part` says so: absolute, or relative to the folder of `part`.
[[nodiscard]] QString resolvedTarget(const QString &part, const QString &target);

} // namespace tabular
