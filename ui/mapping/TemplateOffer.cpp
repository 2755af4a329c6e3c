#include "ui/mapping/TemplateOffer.h"

#include "mapping/TemplateUse.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace ui {

using Area = session::ImportSession::Area;

TemplateOffer::TemplateOffer(session::ImportSession &session, session::TemplateStore &store, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_store(store)
    , m_text(new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, this))
    , m_apply(new QPushButton(tr("Apply"), this))
    , m_differences(new QPushButton(this))
    , m_notNow(new QPushButton(tr("Not Now"), this))
{
    layOut();
    connect(&session, &session::ImportSession::changed, this, &TemplateOffer::sessionChanged);
    connect(&store, &session::TemplateStore::changed, this, &TemplateOffer::look);
    connect(m_apply, &QPushButton::clicked, this, [this] { Q_EMIT applyWanted(m_id); });
    connect(m_differences, &QPushButton::clicked, this, [this] { Q_EMIT differencesWanted(m_id); });
    connect(m_notNow, &QPushButton::clicked, this, &TemplateOffer::settle);
    look();
}

void TemplateOffer::layOut()
{
    setObjectName(QStringLiteral("templateOffer"));
    setMark(this, "banner", true);
    setTone(this, Tone::Info);
    m_text->setObjectName(QStringLiteral("templateOfferText"));
    m_apply->setObjectName(QStringLiteral("applyOfferButton"));
    m_differences->setObjectName(QStringLiteral("showDifferencesButton"));
    m_notNow->setObjectName(QStringLiteral("notNowButton"));
    makeQuiet(m_notNow);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::xs, space::s, space::xs);
    row->setSpacing(space::s);
    row->addWidget(new IconLabel(QStringLiteral("info"), Tone::Info, 1.25, this));
    row->addWidget(m_text, 1);
    row->addWidget(m_apply);
    row->addWidget(m_differences);
    row->addWidget(m_notNow);
    hide();
}

void TemplateOffer::sessionChanged(Area area)
{
    if (area == Area::File || area == Area::Module || area == Area::Metadata)
        look();
}

QString TemplateOffer::placeOf(const mapping::TemplateScene &scene) const
{
    const auto &table = m_session.file().table;
    return QStringList{scene.module.text(), QString::fromLatin1(mapping::headerFingerprint(scene.headers)),
                       table ? table->source.path : QString()}
        .join(QLatin1Char(' '));
}

void TemplateOffer::look()
{
    const int now = ++m_looks;
    const mapping::TemplateScene scene = session::templateScene(m_session);
    const session::StoredTemplate *best = m_store.bestFor(scene.module, scene.headers);
    const bool ready = best && !scene.fields.empty() && m_session.metadata().module == scene.module;
    if (!ready || m_settled.contains(placeOf(scene)))
        return hide();
    const auto drifts = base::runInPool([saved = *best->content, scene] { return templateDrift(saved, scene); });
    base::observe(drifts, this, [this, now, scene, offered = *best](const std::vector<mapping::Drift> &found) {
        const bool isNews =
            !found.empty() || applyTemplate(*offered.content, scene, found).mapping != m_session.mapping();
        if (now == m_looks && isNews)
            show(offered, scene, found.size());
        else if (now == m_looks)
            hide();
    });
}

void TemplateOffer::show(const session::StoredTemplate &best, const mapping::TemplateScene &scene, size_t differences)
{
    m_id = best.id;
    const bool isSame = mapping::sharedHeaders(best.content->headers, scene.headers) == 1.0;
    const QString text = isSame ? tr("You mapped a file with these columns before: “%1”.").arg(best.name())
                                : tr("You mapped a file with most of these columns before: “%1”.").arg(best.name());
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_differences->setText(tr("Show %Ln Difference(s)", nullptr, static_cast<int>(differences)));
    m_differences->setVisible(differences > 0);
    const bool wasHidden = isHidden();
    setVisible(true);
    if (!wasHidden)
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void TemplateOffer::settle()
{
    ++m_looks;
    m_settled.insert(placeOf(session::templateScene(m_session)));
    hide();
}

} // namespace ui
