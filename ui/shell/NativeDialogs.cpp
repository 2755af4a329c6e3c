#include "ui/shell/NativeDialogs.h"

#include "ui/widgets/Theme.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

QString NativeDialogs::openFile(QWidget *parent, const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QString NativeDialogs::saveFile(QWidget *parent, const QString &title, const QString &proposed, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, title, proposed, filter);
}

bool NativeDialogs::confirm(QWidget *parent, const QString &title, const QString &question, const QString &action)
{
    QMessageBox box(parent);
    box.setObjectName(QStringLiteral("confirmation"));
    box.setWindowTitle(title);
    box.setTextFormat(Qt::PlainText);
    box.setText(question);
    box.setIconPixmap(icon(QStringLiteral("warning"), Tone::Warning).pixmap(lineHeight() * 2));
    const QPushButton *agreed = box.addButton(action, QMessageBox::AcceptRole);
    QPushButton *stay = box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == agreed;
}

} // namespace ui
