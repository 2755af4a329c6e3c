#include "practice/PracticeFields.h"

namespace practice {

namespace {

constexpr const char *sources = "-None-|Advertisement|Cold Call|Employee Referral|External Referral|Partner|Trade "
                                "Show|Web Download|Web Research";
constexpr const char *industries = "-None-|Agriculture|Construction|Education|Energy|Finance|Food|Health Care|"
                                   "Hospitality|IT|Logistics|Manufacturing|Public Sector|Retail";

constexpr FieldRow leads[] = {
    {"Owner", "Lead Owner", "ownerlookup", 120, "layout"},
    {"Company", "Company", "text", 200},
    {"First_Name", "First Name", "text", 40},
    {"Last_Name", "Last Name", "text", 80, "system layout"},
    {"Full_Name", "Full Name", "text", 120, "readonly"},
    {"Salutation", "Salutation", "picklist", 120, "", "-None-|Mr.|Mrs.|Ms.|Dr.|Prof."},
    {"Designation", "Title", "text", 100},
    {"Email", "Email", "email", 100},
    {"Secondary_Email", "Secondary Email", "email", 100},
    {"Phone", "Phone", "phone", 30},
    {"Fax", "Fax", "phone", 30},
    {"Mobile", "Mobile", "phone", 30},
    {"Website", "Website", "website", 255},
    {"Lead_Source", "Lead Source", "picklist", 120, "", sources},
    {"Lead_Status", "Lead Status", "picklist", 120, "",
     "-None-|Attempted to Contact|Contact in Future|Contacted|Junk Lead|Lost Lead|Not Contacted|Pre-Qualified"},
    {"Industry", "Industry", "picklist", 120, "", industries},
    {"Rating", "Rating", "picklist", 120, "", "-None-|Acquired|Active|Market Failed|Project Cancelled|Shut Down"},
    {"No_of_Employees", "No. of Employees", "integer", 9},
    {"Annual_Revenue", "Annual Revenue", "currency", 16, "decimals=2"},
    {"Email_Opt_Out", "Email Opt Out", "boolean", 5},
    {"Skype_ID", "Skype ID", "text", 50},
    {"Twitter", "Twitter", "text", 50},
    {"Street", "Street", "text", 250},
    {"City", "City", "text", 100},
    {"State", "State", "text", 100},
    {"Zip_Code", "Zip Code", "text", 30},
    {"Country", "Country", "text", 100},
    {"Description", "Description", "textarea", 32000},
    {"Customer_No", "Customer No", "text", 40, "custom unique"},
    {"First_Contact", "First Contact", "date", 20, "custom"},
    {"Next_Call", "Next Call", "datetime", 120, "custom"},
    {"Seat_Price", "Seat Price", "double", 16, "custom decimals=4"},
    {"Discount", "Discount", "percent", 5, "custom"},
    {"Visits", "Visits", "bigint", 18, "custom"},
    {"Interests", "Interests", "multiselectpicklist", 765, "custom", "Consulting|Hardware|Service|Software|Training"},
    {"Partner", "Partner", "lookup", 120, "custom lookup=Accounts"},
    {"Branch", "Branch", "text", 255, "custom"},
    {"Department", "Department", "text", 255, "custom"},
    {"Region", "Region", "text", 255, "custom"},
    {"Campaign_Code", "Campaign Code", "text", 255, "custom"},
    {"Landing_Page", "Landing Page", "text", 255, "custom"},
    {"Referred_By", "Referred By", "text", 255, "custom"},
    {"Remark", "Remark", "text", 255, "custom"},
    {"Legacy_Key", "Legacy Key", "text", 255, "custom"},
    {"Lead_Number", "Lead Number", "autonumber", 20, "custom readonly"},
    {"Lead_Score", "Lead Score", "formula", 16, "custom readonly decimals=2"},
};

constexpr FieldRow contacts[] = {
    {"Owner", "Contact Owner", "ownerlookup", 120},
    {"First_Name", "First Name", "text", 40},
    {"Last_Name", "Last Name", "text", 80, "system layout"},
    {"Full_Name", "Full Name", "text", 120, "readonly"},
    {"Account_Name", "Account Name", "lookup", 100, "lookup=Accounts"},
    {"Salutation", "Salutation", "picklist", 120, "", "-None-|Mr.|Mrs.|Ms.|Dr.|Prof."},
    {"Email", "Email", "email", 100},
    {"Secondary_Email", "Secondary Email", "email", 100},
    {"Title", "Title", "text", 100},
    {"Department", "Department", "text", 50},
    {"Phone", "Phone", "phone", 50},
    {"Home_Phone", "Home Phone", "phone", 30},
    {"Mobile", "Mobile", "phone", 30},
    {"Fax", "Fax", "phone", 30},
    {"Date_of_Birth", "Date of Birth", "date", 20},
    {"Lead_Source", "Lead Source", "picklist", 120, "", sources},
    {"Reporting_To", "Reporting To", "lookup", 120, "lookup=Contacts"},
    {"Email_Opt_Out", "Email Opt Out", "boolean", 5},
    {"Mailing_Street", "Mailing Street", "text", 250},
    {"Mailing_City", "Mailing City", "text", 30},
    {"Mailing_State", "Mailing State", "text", 30},
    {"Mailing_Zip", "Mailing Zip", "text", 30},
    {"Mailing_Country", "Mailing Country", "text", 30},
    {"Description", "Description", "textarea", 32000},
    {"Membership_No", "Membership No", "text", 40, "custom unique"},
    {"Languages", "Languages", "multiselectpicklist", 765, "custom", "Arabic|English|French|German|Hindi|Spanish"},
    {"Age", "Age", "formula", 9, "custom readonly"},
};

constexpr FieldRow accounts[] = {
    {"Owner", "Account Owner", "ownerlookup", 120},
    {"Account_Name", "Account Name", "text", 200, "system layout"},
    {"Account_Number", "Account Number", "bigint", 18},
    {"Account_Type", "Account Type", "picklist", 120, "",
     "-None-|Analyst|Competitor|Customer|Distributor|Integrator|Investor|Other|Partner|Press|Prospect|Reseller"},
    {"Parent_Account", "Parent Account", "lookup", 120, "lookup=Accounts"},
    {"Industry", "Industry", "picklist", 120, "", industries},
    {"Phone", "Phone", "phone", 30},
    {"Fax", "Fax", "phone", 30},
    {"Website", "Website", "website", 450},
    {"Employees", "Employees", "integer", 9},
    {"Annual_Revenue", "Annual Revenue", "currency", 16, "decimals=2"},
    {"Billing_Street", "Billing Street", "text", 250},
    {"Billing_City", "Billing City", "text", 100},
    {"Billing_Code", "Billing Code", "text", 30},
    {"Billing_Country", "Billing Country", "text", 100},
    {"Description", "Description", "textarea", 32000},
    {"VAT_ID", "VAT ID", "text", 20, "custom unique"},
    {"Customer_Since", "Customer Since", "date", 20, "custom"},
};

constexpr FieldRow deals[] = {
    {"Owner", "Deal Owner", "ownerlookup", 120},
    {"Deal_Name", "Deal Name", "text", 120, "system layout"},
    {"Account_Name", "Account Name", "lookup", 120, "lookup=Accounts"},
    {"Contact_Name", "Contact Name", "lookup", 120, "lookup=Contacts"},
    {"Stage", "Stage", "picklist", 120, "system layout",
     "Qualification|Needs Analysis|Value Proposition|Proposal/Price Quote|Negotiation/Review|Closed Won|Closed Lost"},
    {"Closing_Date", "Closing Date", "date", 20, "layout"},
    {"Amount", "Amount", "currency", 16, "decimals=2"},
    {"Probability", "Probability (%)", "percent", 5},
    {"Expected_Revenue", "Expected Revenue", "formula", 16, "readonly decimals=2"},
    {"Type", "Type", "picklist", 120, "", "-None-|Existing Business|New Business"},
    {"Lead_Source", "Lead Source", "picklist", 120, "", sources},
    {"Next_Step", "Next Step", "text", 100},
    {"Description", "Description", "textarea", 32000},
    {"Offer_No", "Offer No", "text", 30, "custom unique"},
    {"Follow_Up", "Follow-up", "datetime", 120, "custom"},
    {"Framework_Agreement", "Framework Agreement", "boolean", 5, "custom"},
};

constexpr FieldRow machines[] = {
    {"Owner", "Machine Owner", "ownerlookup", 120},
    {"Name", "Machine Name", "text", 120, "system layout"},
    {"Serial_No", "Serial No", "text", 40, "custom unique layout"},
    {"Inventory_No", "Inventory No", "text", 20, "custom unique"},
    {"Account", "Account", "lookup", 120, "custom lookup=Accounts"},
    {"Contact", "Contact", "lookup", 120, "custom lookup=Contacts"},
    {"Model", "Model", "picklist", 120, "custom", "-None-|Compact 200|Compact 400|Heavy 900"},
    {"Installed_On", "Installed On", "date", 20, "custom"},
    {"Last_Service", "Last Service", "datetime", 120, "custom"},
    {"Running_Hours", "Running Hours", "integer", 9, "custom"},
    {"Purchase_Price", "Purchase Price", "currency", 16, "custom decimals=2"},
    {"Weight", "Weight", "double", 16, "custom decimals=3"},
    {"Load", "Load", "percent", 5, "custom"},
    {"Under_Contract", "Under Contract", "boolean", 5, "custom"},
    {"Service_Email", "Service Email", "email", 100, "custom"},
    {"Service_Phone", "Service Phone", "phone", 30, "custom"},
    {"Manual", "Manual", "website", 450, "custom"},
    {"Options", "Options", "multiselectpicklist", 765, "custom", "Cooling|Extraction|Remote Access|Sound Cover"},
    {"Notes", "Notes", "textarea", 32000, "custom"},
    {"Service_Due", "Service Due", "formula", 20, "custom readonly"},
};

constexpr FieldRow systems[] = {
    {"id", "Record Id", "bigint", 20, "readonly unique"},
    {"Layout", "Layout", "layout", 50},
    {"Created_By", "Created By", "ownerlookup", 120, "readonly"},
    {"Modified_By", "Modified By", "ownerlookup", 120, "readonly"},
    {"Created_Time", "Created Time", "datetime", 120, "readonly"},
    {"Modified_Time", "Modified Time", "datetime", 120, "readonly"},
};

} // namespace

std::span<const FieldRow> leadFields()
{
    return leads;
}
std::span<const FieldRow> contactFields()
{
    return contacts;
}
std::span<const FieldRow> accountFields()
{
    return accounts;
}
std::span<const FieldRow> dealFields()
{
    return deals;
}
std::span<const FieldRow> machineFields()
{
    return machines;
}
std::span<const FieldRow> systemFields()
{
    return systems;
}

} // namespace practice
