#include "tabular/parts/PartPacker.h"

#include "tabular/parts/PartArchive.h"
#include "tabular/parts/Sha256.h"
#include "tabular/parts/StoppableArchive.h"

namespace tabular {

namespace {

/// Rows `from`…`from + count` - 1 with the header row.
RawPart sliceOf(const RawPart &part, size_t from, size_t count)
{
    const auto begin = static_cast<qsizetype>(part.rowStarts[from]);
    const bool last = from + count == part.rowStarts.size();
    const qsizetype end = last ? part.csv.size() : static_cast<qsizetype>(part.rowStarts[from + count]);
    const auto header = static_cast<qsizetype>(part.rowStarts.front());
    RawPart slice{part.csv.left(header) + part.csv.mid(begin, end - begin), {}, {}};
    for (size_t row = from; row < from + count; ++row)
        slice.rowStarts.push_back(static_cast<quint32>(part.rowStarts[row] - begin + header));
    slice.source = part.source.slice(static_cast<qint64>(from), static_cast<qint64>(count));
    return slice;
}

class Packer final {
public:
    Packer(const PartPlan &plan, QString place, const base::StopFlag &stop)
        : m_plan(plan)
        , m_place(std::move(place))
        , m_stop(stop)
    { }

    base::Status pack(RawPart part)
    {
        if (m_stop.raised())
            return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
        const QString csvName = partEntryName(m_plan.sourceName);
        QByteArray zip;
        if (m_plan.zip) {
            auto made = makePartArchive(csvName, part.csv, m_stop);
            if (!made.ok())
                return made.error();
            zip = std::move(made).value();
        }
        if (zip.size() > m_plan.limits.bytes)
            return packHalves(part);
        const QByteArray &content = m_plan.zip ? zip : part.csv;
        PackedPart packed{PartFile(m_place + QString::number(m_packed.size())), {}};
        if (auto written = packed.file.write(content); !written.ok())
            return written;
        packed.facts = {{},
                        csvName,
                        static_cast<qint64>(part.rowStarts.size()),
                        part.csv.size(),
                        content.size(),
                        m_plan.hashed ? sha256(content) : QString(),
                        std::move(part.source)};
        if (m_stop.raised()) // writing and hashing took their time too
            return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
        m_packed.push_back(std::move(packed));
        return base::Done{};
    }

    std::vector<PackedPart> take() { return std::move(m_packed); }

private:
    base::Status packHalves(const RawPart &part)
    {
        const size_t rows = part.rowStarts.size();
        if (rows < 2)
            return base::Error{base::ErrorCode::TableCellTooLong,
                               {},
                               {{QStringLiteral("row"), part.source.rowOf(0)},
                                {QStringLiteral("line"), part.source.lineOf(0)},
                                {QStringLiteral("limit"), m_plan.limits.bytes}},
                               {}};
        if (auto first = pack(sliceOf(part, 0, rows / 2)); !first.ok())
            return first;
        return pack(sliceOf(part, rows / 2, rows - rows / 2));
    }

    const PartPlan &m_plan;
    QString m_place;
    const base::StopFlag &m_stop;
    std::vector<PackedPart> m_packed;
};

} // namespace

base::Result<std::vector<PackedPart>> packPart(const PartPlan &plan, RawPart part, const QString &place,
                                               const base::StopFlag &stop)
{
    Packer packer(plan, place, stop);
    if (const auto packed = packer.pack(std::move(part)); !packed.ok())
        return packed.error();
    return packer.take();
}

} // namespace tabular
