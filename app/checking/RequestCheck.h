#pragma once

#include "checking/Finding.h"
#include "crm/Field.h"
#include "tabular/TableSummary.h"

namespace checking {

/// Everything the checks look at. What is not known yet (no fields loaded, no file opened) is absent and not checked.
struct RequestFacts final {
    const crm::BulkWriteRequest *request = nullptr; ///< never null
    std::vector<crm::Module> modules;
    std::vector<crm::Field> fields;
    std::vector<crm::Layout> layouts;
    std::optional<tabular::TableSummary> table;
    bool splitsTable = false; ///< `table` is what goes up, in as many jobs as it takes, with its mapped columns only
    bool changesCells = true; ///< the run makes the file that goes up, so that something can become of its cells
    bool hasFile = false;     ///< a local file or a file ID is chosen
    std::optional<crm::JobId> fileUsedBy; ///< the job that has used up the file ID
};

constexpr qint64 creditsPerJob = 500; ///< API credits, whatever the size

/// Into how many jobs a table goes. By rows it is exact unless bytes rule; by bytes it is a guess, for only the mapped
/// columns are sent.
struct JobCount final {
    qint64 byRows = 1;
    qint64 byBytes = 1;

    [[nodiscard]] qint64 most() const { return qMax(byRows, byBytes); }
};
[[nodiscard]] JobCount jobsFor(const tabular::TableSummary &table);

/// All findings, in the order of the wizard's steps: module, operation, match field, file, mapping, callback. Rule
/// AccountMissing is not among them; who is signed in is not a matter of the request.
[[nodiscard]] std::vector<Finding> checkRequest(const RequestFacts &facts);

/// What the CRM refuses in a callback ("possible ssrf attempt", as it words it): anything that is no http or https URL
/// with the method post, or whose host is not on the public internet. Found without any name look-up. An http URL is a
/// warning-free case: the CRM takes it.
[[nodiscard]] std::vector<Finding> checkCallback(const crm::Callback &callback);

} // namespace checking
