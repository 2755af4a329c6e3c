#pragma once

#include <array>

/// Invented people, firms and notes. The accented names exist in Windows-1252; the far ones do not.
namespace bench::words {

inline constexpr auto firstNames = std::to_array<const char *>(
    {"Adele",   "Bruno",  "Celia",   "Derek",  "Edith",   "Frank",  "Gloria", "Harald", "Iris",   "Julian", "Kirsten",
     "Leonard", "Monica", "Neil",    "Odette", "Patrick", "Quincy", "Rhea",   "Stefan", "Tamara", "Ulrich", "Valerie",
     "Walter",  "Yvonne", "Zachary", "Amina",  "Bashir",  "Chidi",  "Divya",  "Emeka",  "Fatima", "Gopal"});
inline constexpr auto lastNames = std::to_array<const char *>(
    {"Abbott",  "Barton",    "Carver",   "Dalton",   "Eastman",   "Fletcher", "Granger",  "Holloway",
     "Irving",  "Jennings",  "Keller",   "Lambert",  "Mercer",    "Norwood",  "Osborne",  "Preston",
     "Quigley", "Radcliffe", "Sutton",   "Thornton", "Underwood", "Vaughan",  "Whitaker", "Yardley",
     "Zimmer",  "Okafor",    "Banerjee", "Castillo", "Moretti",   "Lindqvist"});
inline constexpr auto mailNames = std::to_array<const char *>(
    {"adele",   "bruno",    "celia",   "derek",    "edith",     "frank",    "gloria",   "harald",
     "iris",    "julian",   "kirsten", "leonard",  "abbott",    "barton",   "carver",   "dalton",
     "eastman", "fletcher", "granger", "holloway", "irving",    "jennings", "keller",   "lambert",
     "mercer",  "norwood",  "osborne", "preston",  "radcliffe", "sutton",   "thornton", "underwood"});
inline constexpr auto accentedFirstNames = std::to_array<const char *>(
    {"André", "Bérénice", "Célia", "Desirée", "Eugène", "Gøran", "Hélène", "Jörg", "Léa", "Ólafur", "Úrsula"});
inline constexpr auto accentedLastNames =
    std::to_array<const char *>({"Bäcker", "Château", "D’Arcy", "Fernández", "Groß", "Håkansson", "Jiménez", "Köhler",
                                 "Lübeck", "Þórsson", "Žižka"});
inline constexpr auto farFirstNames =
    std::to_array<const char *>({"直樹", "恵子", "大輔", "彩", "建国", "秀英", "Сергей", "Ольга", "Νίκος", "Ελένη",
                                 "Łucja", "Ştefan", "อรทัย", "지훈"});
inline constexpr auto farLastNames =
    std::to_array<const char *>({"松本", "井上", "木村", "林", "孫", "馬", "Волков", "Орлова", "Παππάς", "Ševčík",
                                 "Wójcik", "Őri", "สุขใจ", "𠮷田"});
inline constexpr auto designations = std::to_array<const char *>(
    {"Managing Director", "Purchasing Manager", "Owner", "Head of Sales, EMEA", "Technician", "Accountant", "Team Lead",
     "Trainee", "Clerk", "Chief \"Everything\" Officer", "Plant Manager", "Secretary", "Key Account Manager"});
inline constexpr auto departments = std::to_array<const char *>(
    {"Purchasing", "Sales", "Service", "Accounts", "R&D", "Personnel", "Logistics", "Quality", "Administration"});
inline constexpr auto firms =
    std::to_array<const char *>({"Bluewater", "Cedar Hill", "Drumlin", "Evergreen", "Foxglove", "Greystone", "Harbour",
                                 "Ironbridge", "Juniper", "Kestrel"});
inline constexpr auto firmEndings = std::to_array<const char *>(
    {"Ltd", "GmbH", "Trading, Inc.", "S.p.A.", "& Daughters, Ltd.", "Works", "Partners", "AB", "Logistics", "Holding"});
inline constexpr auto streets =
    std::to_array<const char *>({"Orchard Road", "Quay Street", "Bridge Lane", "Market Square", "Foundry Way",
                                 "Castle Street", "Linden Avenue", "Mill Close"});
inline constexpr auto cities =
    std::to_array<const char *>({"Leeds", "Lyon", "Hamburg", "Valencia", "Turin", "Boston", "Denver", "Osaka",
                                 "Chengdu", "Perth", "Montreal", "Accra"});
inline constexpr auto states =
    std::to_array<const char *>({"CO", "MA", "OR", "NV", "GA", "", "", "HH", "WA", "QC", "Victoria"});
inline constexpr auto countries =
    std::to_array<const char *>({"United Kingdom", "France", "Germany", "Spain", "Italy", "United States", "Japan",
                                 "China", "Australia", "Canada", "Ghana"});
inline constexpr auto sources = std::to_array<const char *>(
    {"Trade Show", "Cold Call", "Web Download", "Partner", "Advertisement", "Employee Referral", "Other"});
inline constexpr auto notes = std::to_array<const char *>(
    {"asked",    "for",      "a",     "quote",    "on",        "forty",      "units",     "and",     "wants",
     "delivery", "to",       "the",   "northern", "site",      "before",     "summer",    "prefers", "invoices",
     "by",       "post",     "met",   "our",      "engineer",  "at",         "fair",      "in",      "autumn",
     "needs",    "approval", "from",  "board",    "will",      "decide",     "next",      "month",   "price",
     "was",      "too",      "high",  "last",     "time",      "competitor", "offered",   "ten",     "percent",
     "less",     "please",   "send",  "samples",  "of",        "new",        "catalogue", "moved",   "office",
     "recently", "contract", "ends",  "march",    "renewal",   "likely",     "training",  "booked",  "two",
     "days",     "spare",    "parts", "missing",  "complaint", "settled",    "happy",     "with",    "service",
     "call",     "back",     "after", "holidays"});

} // namespace bench::words
