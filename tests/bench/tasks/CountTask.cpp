#include "bench/tasks/BenchTask.h"
#include "tabular/TableReader.h"

namespace bench {

Answer countRecords(const Job &job)
{
    auto reader = tabular::openTable({job.file, {}});
    if (!reader)
        return reader.error();
    tabular::Row row;
    for (;;) {
        const auto more = (*reader)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            return nlohmann::ordered_json{{"records", row.number}};
    }
}

} // namespace bench
