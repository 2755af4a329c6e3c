#include "ui/wizard/RequestPanel.h"

#include "importing/RequestExport.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/SideBySide.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/SaveWithWords.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {
namespace {

constexpr int wideLines = 13; ///< what the format wants, and what the buttons do, in heights of a line

} // namespace

RequestPanel::RequestPanel(Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_dialogs(dialogs)
    , m_format(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(icon(QStringLiteral("copy")), tr("Copy"), this))
    , m_save(new QPushButton(icon(QStringLiteral("save")), tr("Save…"), this))
    , m_done(new TextLabel({}, TextRole::Caption, TextLabel::Use::Inert, this))
{
    m_text->setObjectName(QStringLiteral("requestText"));
    m_text->setAccessibleName(tr("Request"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(fontOf(TextRole::Code));
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setMinimumHeight(lineHeight() * 14);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(makeButtons());
    column->addWidget(m_text);
    column->addWidget(m_done);
    m_done->hide();
}

QWidget *RequestPanel::makeButtons()
{
    m_format->setObjectName(QStringLiteral("requestFormat"));
    m_format->addItem(tr("JSON body"));
    m_format->addItem(tr("cURL command"));
    m_format->addItem(tr("Postman item"));
    m_copy->setObjectName(QStringLiteral("copyRequestButton"));
    m_save->setObjectName(QStringLiteral("saveRequestButton"));
    auto *row = new SideBySide(space::s, wideLines, this);
    row->add(new FieldBlock(tr("Format"), m_format, {}, this));
    auto *buttons = new QWidget(this);
    auto *line = new QHBoxLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    line->addStretch(1);
    line->addWidget(m_copy, 0, Qt::AlignBottom);
    line->addWidget(m_save, 0, Qt::AlignBottom);
    row->add(buttons);
    connect(m_format, &QComboBox::currentIndexChanged, this, &RequestPanel::refresh);
    connect(m_copy, &QPushButton::clicked, this, &RequestPanel::copy);
    connect(m_save, &QPushButton::clicked, this, &RequestPanel::save);
    return row;
}

void RequestPanel::setRequest(const QByteArray &body, const QUrl &url)
{
    m_body = body;
    m_url = url;
    refresh();
}

QByteArray RequestPanel::bytes() const
{
    switch (m_format->currentIndex()) {
    case Curl:
        return importing::requestAsCurl(m_body, m_url);
    case Postman:
        return importing::requestAsPostmanItem(m_body, m_url);
    default:
        return m_body;
    }
}

void RequestPanel::refresh()
{
    m_text->setPlainText(QString::fromUtf8(bytes()));
    m_done->hide();
    m_copy->setText(tr("Copy"));
}

void RequestPanel::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(bytes()));
    m_copy->setText(tr("Copied"));
    m_done->setText(tr("The request is on the clipboard. It holds no token."));
    m_done->show();
}

void RequestPanel::save()
{
    const QStringList names{QStringLiteral("request.json"), QStringLiteral("request.sh"),
                            QStringLiteral("request.postman-item.json")};
    const QString path =
        m_dialogs.saveFile(this, tr("Save the Request"), names.value(m_format->currentIndex()), tr("All files (*)"));
    saveWithWords(path, bytes(), m_done);
}

} // namespace ui
