#pragma once

#include "base/Observe.h"
#include "tabular/workbook/WorkbookPackage.h"
#include "tabular/workbook/XmlStream.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tabular {

/// The texts that cells of an XLSX share, read from their part only as far as somebody asks. Kept in blocks, so that a
/// view of one stays good as long as this lives. At most 512 MiB of them. One thread.
class SharedTexts final : private XmlHandler {
public:
    /// `package` must outlive it. An empty `part`: the workbook has none.
    SharedTexts(WorkbookPackage &package, const QString &part);
    ~SharedTexts() override;

    /// Nothing where there is no such text. Errors: those of unpacking and parsing, TableTooLarge ("limit"), Cancelled
    /// (and then goes on when asked again).
    base::Result<std::optional<std::string_view>> at(quint32 index);
    /// What stops the reading from now on.
    void stopBy(const base::StopFlag &stop) { m_stop = stop; }

private:
    bool open(const XmlName &name, const XmlAttributes &attributes) override;
    bool close() override;
    bool text(std::string_view piece) override;
    base::Status start();
    base::Status readOn();
    bool keep();

    WorkbookPackage &m_package;
    QString m_part;
    std::unique_ptr<PartStream> m_stream;
    std::unique_ptr<XmlStream> m_xml;
    bool m_atEnd = false;
    base::StopFlag m_stop;
    std::optional<base::Error> m_error;

    int m_depth = 0;
    int m_skippedAbove = 0; ///< the depth of the phonetic run that we are in; 0: in none
    bool m_inItem = false;
    bool m_inText = false;
    std::string m_current;

    std::vector<std::unique_ptr<char[]>> m_blocks;
    size_t m_room = 0;             ///< left in the last block
    std::vector<quint32> m_places; ///< of each text's length, in bytes from the first block's start
};

} // namespace tabular
