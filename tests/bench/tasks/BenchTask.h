#pragma once

#include "base/Result.h"

#include <nlohmann/json.hpp>

#include <QString>

namespace bench {

/// What one call of wizard_bench is asked to do.
struct Job final {
    QString file;
    QString out;        ///< folder for what the task writes; exists
    int threads = 1;    ///< 1 or more
    bool check = false; ///< reckon the checksum of all cells too, which takes longer than reading them
    int rounds = 200;   ///< preview and cancel: how often
    int afterMs = 50;   ///< cancel: so much longer in each round may the work run before it is stopped
    int level = 6;      ///< split-zip: of deflate
};

/// The line that wizard_bench prints, without "seconds"; or {"missing": why} where the engine cannot do it yet.
using Answer = base::Result<nlohmann::ordered_json>;

/// Each task stands in a file of its own and is the only place that knows which part of the engine does the work.
Answer countRecords(const Job &job);
Answer readCells(const Job &job);
Answer profileColumns(const Job &job);
Answer splitParts(const Job &job);
Answer splitAndZip(const Job &job);
Answer readWorkbook(const Job &job);
Answer preview(const Job &job);
Answer cancel(const Job &job);

} // namespace bench
