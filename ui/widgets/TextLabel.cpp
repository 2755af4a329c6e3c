#include "ui/widgets/TextLabel.h"

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
