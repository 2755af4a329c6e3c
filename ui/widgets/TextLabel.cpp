#include "ui/widgets/TextLabel.h"

#include <QEvent>

namespace ui {

TextLabel::TextLabel(const QString &text, TextRole role, Use use, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextRole(this, role);
    if (use == Use::Selectable) {
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setFocusPolicy(Qt::StrongFocus);
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    alignWithLayout();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignWithLayout();
}

/// QLabel goes by the direction of its text: a name in Latin letters would stand at the far end of an Arabic page.
void TextLabel::alignWithLayout()
{
    if (alignment() & Qt::AlignHCenter)
        return;
    const Qt::Alignment side = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    setAlignment((alignment() & Qt::AlignVertical_Mask) | side | Qt::AlignAbsolute);
}

QSize TextLabel::minimumSizeHint() const
{
    if (!wordWrap())
        return QLabel::minimumSizeHint();
    const QFontMetrics metrics(font());
    const QMargins margins = contentsMargins();
    return {std::min(metrics.averageCharWidth() * 14 + margins.left() + margins.right(), sizeHint().width()),
            metrics.height() + margins.top() + margins.bottom()};
}

} // namespace ui
