#pragma once

#include "tabular/workbook/Workbook.h"
#include "tabular/workbook/WorkbookPackage.h"
#include "tabular/workbook/XmlStream.h"

namespace tabular {

/// Unpacks a part and parses it as it comes, until its end or until `handler` ends it. Errors: those of
/// WorkbookPackage::openPart(), PartStream and XmlStream, Cancelled.
base::Status readXmlPart(WorkbookPackage &package, const QString &part, XmlHandler &handler, const base::StopFlag &stop,
                         const WorkbookProgress &progress = {});

} // namespace tabular
