#include "tabular/workbook/XmlPart.h"

namespace tabular {

base::Status readXmlPart(WorkbookPackage &package, const QString &part, XmlHandler &handler, const base::StopFlag &stop,
                         const WorkbookProgress &progress)
{
    auto stream = package.openPart(part);
    if (!stream.ok())
        return stream.error();
    XmlStream xml(handler);
    for (;;) {
        if (stop.raised())
            return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
        const auto bytes = (*stream)->next();
        if (!bytes.ok())
            return bytes.error();
        if (bytes->empty())
            return xml.finish();
        const auto more = xml.feed(*bytes);
        if (!more.ok())
            return more.error();
        if (!*more)
            return base::Done{};
        if (progress)
            progress((*stream)->bytesRead(), (*stream)->bytesTotal());
    }
}

} // namespace tabular
