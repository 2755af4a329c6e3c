#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ui {
namespace {

/// Draws an SVG of the family in the colour that the palette has at the moment of painting, so that a change of scheme
/// needs no new icons.
class FamilyIcon final : public QIconEngine {
public:
    FamilyIcon(QString name, Tone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `size` is in pixels of the device.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QColor ink = inkFor(mode);
        const QString key = QStringLiteral("family-%1-%2-%3x%4")
                                .arg(m_name, ink.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap drawn;
        if (!QPixmapCache::find(key, &drawn)) {
            drawn = draw(size, ink);
            QPixmapCache::insert(key, drawn);
        }
        return drawn;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new FamilyIcon(m_name, m_tone); }

private:
    [[nodiscard]] QColor inkFor(QIcon::Mode mode) const
    {
        const Colours colours = coloursOf(QApplication::palette());
        if (mode == QIcon::Disabled)
            return colours.disabledText;
        return m_tone == Tone::Neutral ? colours.text : colours.ink(m_tone);
    }

    [[nodiscard]] QPixmap draw(const QSize &size, const QColor &ink) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return pixmap;
        QByteArray drawing = file.readAll();
        drawing.replace("currentColor", ink.name().toLatin1());
        QSvgRenderer renderer(drawing);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        return pixmap;
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

QIcon icon(const QString &name, Tone tone)
{
    return QIcon(new FamilyIcon(name, tone));
}

} // namespace ui
