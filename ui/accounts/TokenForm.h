#pragma once

#include "session/CrmConnection.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace ui {

class FieldBlock;

/// Signing in with an access token: where, in which API version, and whether the token is kept. Fills in the hosts of the
/// chosen data centre as long as the user has not written others. Faults of a sign-in go under the input they concern.
class TokenForm final : public QWidget {
    Q_OBJECT
public:
    explicit TokenForm(QWidget *parent = nullptr);

    [[nodiscard]] session::SignInDraft draft() const;
    void setBusy(bool busy);
    /// Under the input that can cure it. False: it concerns none of them (a banner then says it).
    bool showFailure(const crm::CallFailure &failure);
    void showFaults(const std::vector<session::Fault> &faults); ///< of the session's account
    void clearTroubles();
    void forgetToken(); ///< once it was accepted, it need not stand in the form
    void propose(const QString &apiVersion);
    [[nodiscard]] QLineEdit *token() const { return m_token; }

Q_SIGNALS:
    void submitted(); ///< complete and well-formed: draft() can be used

private:
    void build();
    void layOut();
    void submit();
    void fillHosts();
    void keepHosts();
    [[nodiscard]] bool check();
    [[nodiscard]] auth::ServiceHosts proposedHosts() const;
    [[nodiscard]] FieldBlock *blockOf(const crm::CallFailure &failure) const;

    QLineEdit *m_name;
    QComboBox *m_centre;
    QLineEdit *m_apiDomain;
    QLineEdit *m_uploadDomain;
    QComboBox *m_version;
    QLineEdit *m_token;
    QCheckBox *m_keep;
    QPushButton *m_signIn;
    FieldBlock *m_nameBlock = nullptr;
    FieldBlock *m_centreBlock = nullptr;
    FieldBlock *m_apiBlock = nullptr;
    FieldBlock *m_uploadBlock = nullptr;
    FieldBlock *m_versionBlock = nullptr;
    FieldBlock *m_tokenBlock = nullptr;
    auth::ServiceHosts m_proposed; ///< what the hosts were filled with last
};

} // namespace ui
