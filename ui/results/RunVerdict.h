#pragma once

#include "importing/ImportRun.h"
#include "ui/widgets/Theme.h"

#include <QFrame>

class QPushButton;
class QVBoxLayout;

namespace ui {

class DetailsBox;
class IconLabel;
class TextLabel;

/// How a run ended, or that it cannot be told: heading, what it means, what to do, the raw answer, what can be pressed.
/// Hidden while a run goes its way.
class RunVerdict final : public QFrame {
    Q_OBJECT
public:
    explicit RunVerdict(QWidget *parent = nullptr);

    void show(const importing::ImportRun *run, bool stepKnown, const QString &stepName);
    void focusWords(); ///< so that they are heard

Q_SIGNALS:
    void resumeRequested();
    void stepRequested();

private:
    void makeButtons(QVBoxLayout *column);
    void say(Tone tone, const QString &iconName, const QString &heading, const QStringList &sentences);
    void showStopped(const importing::ImportRun &run);
    void showFailed(const importing::ImportRun &run);
    void showUnknown(const importing::ImportRun &run);
    [[nodiscard]] QStringList ofParts(const importing::ImportRun &run) const;

    IconLabel *m_icon;
    TextLabel *m_heading;
    TextLabel *m_text;
    DetailsBox *m_details;
    QPushButton *m_resume;
    QPushButton *m_toStep;
};

} // namespace ui
