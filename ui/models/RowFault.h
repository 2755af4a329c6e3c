#pragma once

#include "ui/models/Repair.h"

#include <QCoreApplication>

#include <vector>

namespace ui {

/// A fault in words, ready to show.
struct RowFault final {
    Q_DECLARE_TR_FUNCTIONS(RowFault)
public:
    QString text;
    bool fromServer = false;
    bool warning = false;
    QString details;               ///< the server's raw answer; empty for what was found here
    std::vector<Repair> repairs{}; ///< each a button on the card

    /// With the word that tells the CRM's verdicts from what was found here.
    [[nodiscard]] QString words() const { return fromServer ? tr("Zoho CRM says: %1").arg(text) : text; }
    friend bool operator==(const RowFault &a, const RowFault &b) = default;
};

/// The first repair of any of them; null: none.
[[nodiscard]] inline const Repair *firstRepair(const std::vector<RowFault> &faults)
{
    for (const RowFault &fault : faults) {
        if (!fault.repairs.empty())
            return &fault.repairs.front();
    }
    return nullptr;
}

/// What letting go of something would do, in words; where it cannot be let go the words say why.
struct DropHint final {
    bool fits = false;
    QString sentence; ///< empty for what is none of ours
};

} // namespace ui
