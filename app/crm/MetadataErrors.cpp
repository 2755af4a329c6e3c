#include "crm/ErrorTables.h"

#include <array>

namespace crm {

namespace {

constexpr std::array metadataEntries{
    ErrorEntry{"INVALID_DATA", ErrorSource::Metadata, 400, InputRef::Kind::Module,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server does not accept the way the list was asked for."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "A filter of the call is not known in this API version."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose another API version, then load the list again.")},
    ErrorEntry{"REQUIRED_PARAM_MISSING", ErrorSource::Metadata, 400, InputRef::Kind::Module,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The call does not say which module it is about."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "No module was chosen."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose a module.")},
    ErrorEntry{"INVALID_MODULE", ErrorSource::Metadata, 400, InputRef::Kind::Module,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM has no module with this API name."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The name is misspelt, or the module is not open to the API."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Reload the list of modules and choose another one.")},
    ErrorEntry{
        "PATTERN_NOT_MATCHED", ErrorSource::Metadata, 400, InputRef::Kind::Module,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The name of the module is not in the form that the server expects."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The API name holds characters that no module name has."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose a module from the list instead of typing its name.")},
    ErrorEntry{"NOT_SUPPORTED", ErrorSource::Metadata, 400, InputRef::Kind::Module,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM gives no layouts or fields for this module."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The module is not one that the API describes."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose another module.")},
};

} // namespace

std::span<const ErrorEntry> metadataErrors()
{
    return metadataEntries;
}

} // namespace crm
