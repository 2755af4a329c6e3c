#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace ui {

/// A white sheet with a heading, for what belongs together on a page. Put widgets into body().
class Card final : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString &heading = {}, const QString &sentence = {}, const QString &iconName = {},
                  QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *body();
    void setHeading(const QString &heading);
    void setSentence(const QString &sentence); ///< below the heading; empty: none

private:
    QLabel *m_heading;
    QLabel *m_sentence;
    QVBoxLayout *m_body = nullptr; ///< made when first asked for
};

} // namespace ui
