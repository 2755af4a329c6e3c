#include "checking/Finding.h"

#include <array>

namespace checking {

QString ruleName(Rule rule)
{
    static constexpr std::array names{"AccountMissing",        "ModuleMissing",       "ModuleUnknown",
                                      "OperationMissing",      "OperationNotAllowed", "FindByMissing",
                                      "FindByNotMapped",       "FindByNotUnique",     "FileMissing",
                                      "FileHasNoRows",         "FileUndecided",       "FileTooManyRows",
                                      "FileTooManyColumns",    "FileTooLarge",        "FileIdUsed",
                                      "FileIdMalformed",       "MappingEmpty",        "MandatoryFieldMissing",
                                      "MandatoryCellsBlank",   "FieldUnknown",        "FieldNotWritable",
                                      "ColumnOutOfRange",      "FieldMappedTwice",    "ColumnMissing",
                                      "LookupNeedsFindBy",     "LayoutUnknown",       "TooManyMappings",
                                      "FormatUndecided",       "FormatMissing",       "ValuesAdded",
                                      "ValuesRefused",         "ValuesUnconverted",   "ValuesTooLong",
                                      "ValuesOfWrongType",     "CellsNotChanged",     "CallbackNotAUrl",
                                      "CallbackSchemeNotHttp", "CallbackHasNoHost",   "CallbackIsThisComputer",
                                      "CallbackIsPrivate",     "CallbackHostIsBare",  "CallbackHasUserInfo",
                                      "CallbackMethodNotPost"};
    static_assert(names.size() == static_cast<size_t>(Rule::CallbackMethodNotPost) + 1);
    return QLatin1String(names.at(static_cast<size_t>(rule)));
}

} // namespace checking
