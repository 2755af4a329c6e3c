#pragma once

#include "session/ImportSession.h"
#include "ui/widgets/MessageBanner.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ui {

/// One step of the wizard: title, one sentence on what it is for, a message area, and the content below (in a scroll area,
/// so that nothing is ever clipped; a page whose content scrolls by itself asks for no outer one). Pages show the session
/// and change it; they never read each other.
class Page : public QWidget {
    Q_OBJECT
public:
    enum class Scrolling { Outer, ByItself };

    Page(session::WizardStep step, const QString &title, const QString &purpose, Scrolling scrolling = Scrolling::Outer,
         QWidget *parent = nullptr);

    [[nodiscard]] session::WizardStep step() const { return m_step; }
    [[nodiscard]] MessageBanner *messages() const { return m_messages; }
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// There is little room: a small window, or large text. What a page could do without gives way then.
    [[nodiscard]] bool isTight() const { return m_tight; }
    void setRoom(int height); ///< what is seen of the page at once; without this, all of it
    [[nodiscard]] Scrolling scrolling() const { return m_scroll ? Scrolling::Outer : Scrolling::ByItself; }

    /// Why Next does not go on yet, as a sentence for the footer; empty when it does. Next stays pressable: pressing it then
    /// says this sentence and moves the focus to firstProblem().
    [[nodiscard]] virtual QString whatIsMissing() const;
    [[nodiscard]] virtual QWidget *firstProblem();
    /// The widget of an input, to focus it; nullptr when it is not on this page.
    [[nodiscard]] virtual QWidget *widgetOf(const crm::InputRef &input);
    /// The page comes into view.
    virtual void entered();
    /// What Next is called here, when not "Next".
    [[nodiscard]] virtual QString nextText() const;
    /// Next was pressed and nothing is missing. True: go on. False: the page acts by itself (Run starts the import).
    [[nodiscard]] virtual bool goingOn();

    void focusInput(const crm::InputRef &input); ///< scrolls there and focuses it
    void focusWidget(QWidget *widget);           ///< the same for a widget of this page
    /// Focuses the title, under a name that says more than itself ("Step 2 of 8: Module"); the next Tab enters the content.
    void focusTitle(const QString &spoken);

Q_SIGNALS:
    void tightChanged();
    void completeChanged(); ///< whatIsMissing() or nextText() may have changed
    void goTo(session::WizardStep step);

protected:
    void resizeEvent(QResizeEvent *event) override;
    /// A page whose heart is a table takes the width that there is, however long the lines of its sentences get.
    void takeAllWidth();

private:
    void build(const QString &title, const QString &purpose, Scrolling scrolling);

    session::WizardStep m_step;
    QLabel *m_title = nullptr;
    QLabel *m_purpose = nullptr;
    MessageBanner *m_messages = nullptr;
    QVBoxLayout *m_content = nullptr;
    QScrollArea *m_scroll = nullptr; ///< null when the page scrolls by itself
    bool m_tight = false;
};

} // namespace ui
