#include "importing/RunParts.h"

#include <algorithm>

namespace importing {

size_t RunParts::next() const
{
    const auto open = std::find_if(parts.begin(), parts.end(), [](const RunPart &part) { return !part.settled(); });
    return static_cast<size_t>(open - parts.begin());
}

qint64 RunParts::rowsIn() const
{
    qint64 rows = 0;
    for (const RunPart &part : parts) {
        if (part.fate != RunPart::Fate::In)
            continue;
        if (!part.file)
            return -1;
        rows += part.file->rows;
    }
    return rows;
}

std::shared_ptr<RunParts> partsFrom(MadeParts made)
{
    auto all = std::make_shared<RunParts>();
    all->folder = std::move(made.folder);
    all->source = made.source;
    all->columns = std::move(made.columns);
    const auto columns = static_cast<int>(all->columns.size());
    for (tabular::SplitPart &part : made.parts) {
        RunPart one;
        one.file =
            tabular::Part{part.path, part.csvName, part.rows, columns, part.csvBytes, part.fileBytes, part.sha256};
        one.rows = std::move(part.source);
        all->parts.push_back(std::move(one));
    }
    return all;
}

std::shared_ptr<RunParts> oneUploadedPart(const tabular::SourceRows &rows)
{
    auto all = std::make_shared<RunParts>();
    all->parts.resize(1);
    all->parts.front().rows = rows;
    return all;
}

} // namespace importing
