#include "ui/accounts/TokenForm.h"

#include "ui/text/ErrorText.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/SideBySide.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {
namespace {

using base::ErrorCode;

template <class Input>
Input *named(const char *objectName, QWidget *parent)
{
    auto *input = new Input(parent);
    input->setObjectName(QLatin1String(objectName));
    return input;
}

QUrl hostOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QUrl url(trimmed.contains(QLatin1String("://")) ? trimmed : QStringLiteral("https://") + trimmed,
                   QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty()
        ? url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
        : QUrl();
}

} // namespace

TokenForm::TokenForm(QWidget *parent)
    : QWidget(parent)
    , m_name(named<QLineEdit>("accountName", this))
    , m_centre(named<QComboBox>("dataCentre", this))
    , m_apiDomain(named<QLineEdit>("apiDomain", this))
    , m_uploadDomain(named<QLineEdit>("uploadDomain", this))
    , m_version(named<QComboBox>("apiVersion", this))
    , m_token(named<QLineEdit>("accessToken", this))
    , m_keep(new QCheckBox(tr("Keep the Token in This Computer's Keychain"), this))
    , m_signIn(named<QPushButton>("signInButton", this))
{
    build();
    layOut();
    fillHosts();
    connect(m_centre, &QComboBox::currentIndexChanged, this, &TokenForm::fillHosts);
    connect(m_version, &QComboBox::currentIndexChanged, this, &TokenForm::keepHosts);
    connect(m_token, &QLineEdit::returnPressed, this, &TokenForm::submit);
    connect(m_signIn, &QPushButton::clicked, this, &TokenForm::submit);
}

void TokenForm::build()
{
    for (const auth::DataCentre &centre : auth::dataCentres())
        m_centre->addItem(QCoreApplication::translate("DataCentre", centre.name), QString::fromLatin1(centre.id));
    for (const crm::ApiVersion &version : crm::apiVersions())
        m_version->addItem(QString::fromLatin1(version.name));
    m_version->setCurrentText(QString::fromLatin1(crm::defaultApiVersion().name));
    m_name->setPlaceholderText(tr("For example: Main Office"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_keep->setObjectName(QStringLiteral("keepToken"));
    m_keep->setAccessibleName(m_keep->text());
    m_keep->setChecked(true);
    m_signIn->setText(tr("Sign In"));
    m_signIn->setIcon(icon(QStringLiteral("key")));
    m_nameBlock = new FieldBlock(tr("Account Name"), m_name, tr("How this account is called in the list. Optional."));
    m_centreBlock = new FieldBlock(tr("Data Centre"), m_centre, tr("Where the organisation's data is kept."));
    m_apiBlock = new FieldBlock(tr("API Domain"), m_apiDomain, tr("Where the CRM's programming interface answers."));
    m_uploadBlock = new FieldBlock(tr("Upload Domain"), m_uploadDomain, tr("Where files are uploaded to."));
    m_versionBlock = new FieldBlock(tr("API Version"), m_version);
    m_tokenBlock =
        new FieldBlock(tr("Access Token"), m_token,
                       tr("From the API console of Zoho; good for one hour. Needs the scopes ZohoCRM.bulk, "
                          "ZohoCRM.modules, ZohoCRM.settings, ZohoCRM.org, ZohoCRM.users and ZohoFiles.files."));
}

void TokenForm::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    const std::array pairs{std::pair(m_nameBlock, m_centreBlock), std::pair(m_apiBlock, m_uploadBlock)};
    for (const auto &[first, second] : pairs) {
        auto *pair = new SideBySide(space::m, 16, this);
        pair->add(first);
        pair->add(second);
        column->addWidget(pair);
    }
    column->addWidget(m_versionBlock);
    column->addWidget(m_tokenBlock);
    column->addWidget(m_keep);
    column->addWidget(m_signIn, 0, Qt::AlignLeading);
}

session::SignInDraft TokenForm::draft() const
{
    session::SignInDraft draft;
    draft.name = m_name->text().trimmed();
    draft.dataCentre = m_centre->currentData().toString();
    draft.hosts = {hostOf(m_apiDomain->text()), hostOf(m_uploadDomain->text())};
    draft.apiVersion = m_version->currentText();
    draft.token = base::Secret(m_token->text().trimmed().toUtf8());
    draft.keep = m_keep->isChecked();
    return draft;
}

void TokenForm::setBusy(bool busy)
{
    m_signIn->setEnabled(!busy);
}

bool TokenForm::showFailure(const crm::CallFailure &failure)
{
    FieldBlock *block = blockOf(failure);
    if (!block)
        return false;
    block->showTrouble(ErrorText::of(failure), ErrorText::details(failure));
    block->input()->setFocus(Qt::OtherFocusReason);
    return true;
}

FieldBlock *TokenForm::blockOf(const crm::CallFailure &failure) const
{
    const QString code = failure.refusal ? failure.refusal->code : QString();
    if (code == QLatin1String("INVALID_HOST"))
        return m_apiBlock;
    if (code == QLatin1String("INVALID_URL_PATTERN") || code == QLatin1String("API_NOT_SUPPORTED"))
        return m_versionBlock;
    switch (failure.error.code) {
    case ErrorCode::SignInNeeded:
    case ErrorCode::RefusedByServer:
        return m_tokenBlock;
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectTimedOut:
    case ErrorCode::TlsFailed:
    case ErrorCode::RedirectRefused:
    case ErrorCode::HostNotAllowed:
    case ErrorCode::AnswerNotUnderstood:
        return m_apiBlock;
    default:
        return nullptr;
    }
}

void TokenForm::showFaults(const std::vector<session::Fault> &faults)
{
    m_tokenBlock->showFaults(faults);
}

void TokenForm::clearTroubles()
{
    for (FieldBlock *block : {m_nameBlock, m_centreBlock, m_apiBlock, m_uploadBlock, m_versionBlock, m_tokenBlock})
        block->showTrouble({});
}

void TokenForm::forgetToken()
{
    m_token->clear();
}

void TokenForm::propose(const QString &apiVersion)
{
    const int index = m_version->findText(apiVersion);
    if (index >= 0)
        m_version->setCurrentIndex(index);
}

void TokenForm::submit()
{
    clearTroubles();
    if (check())
        Q_EMIT submitted();
}

bool TokenForm::check()
{
    FieldBlock *first = nullptr;
    const auto complain = [&first](FieldBlock *block, const QString &sentence) {
        block->showTrouble(sentence);
        first = first ? first : block;
    };
    if (hostOf(m_apiDomain->text()).isEmpty())
        complain(m_apiBlock, tr("Enter the address of the API, like https://www.zohoapis.com."));
    // May be left empty: an ID of a file that is uploaded already needs none.
    if (!m_uploadDomain->text().trimmed().isEmpty() && hostOf(m_uploadDomain->text()).isEmpty())
        complain(m_uploadBlock, tr("Enter the address for uploads, like https://content.zohoapis.com."));
    if (m_token->text().trimmed().isEmpty())
        complain(m_tokenBlock, tr("Enter an access token."));
    if (first)
        first->input()->setFocus(Qt::OtherFocusReason);
    return !first;
}

auth::ServiceHosts TokenForm::proposedHosts() const
{
    const auth::DataCentre *centre = auth::findDataCentre(m_centre->currentData().toString());
    const crm::ApiVersion *version = crm::findApiVersion(m_version->currentText());
    return centre ? auth::defaultHosts(*centre, version && version->uploadsToUploadHost) : auth::ServiceHosts{};
}

void TokenForm::fillHosts()
{
    m_proposed = proposedHosts();
    m_apiDomain->setText(m_proposed.api.toString());
    m_uploadDomain->setText(m_proposed.upload.toString());
}

void TokenForm::keepHosts()
{
    // Another version may upload elsewhere; an address that the user wrote stays.
    const auth::ServiceHosts hosts = proposedHosts();
    if (m_uploadDomain->text() == m_proposed.upload.toString())
        m_uploadDomain->setText(hosts.upload.toString());
    m_proposed = hosts;
}

} // namespace ui
