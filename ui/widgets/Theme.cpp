#include "ui/widgets/Theme.h"

#include "ui/widgets/ControlStyle.h"
#include "ui/widgets/StyleSheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QStyle>

namespace ui {
namespace {

struct Inks final {
    QRgb neutral, accent, info, success, warning, error, practice;
    [[nodiscard]] QColor of(Tone tone) const
    {
        switch (tone) {
        case Tone::Neutral:
            return neutral;
        case Tone::Accent:
            return accent;
        case Tone::Info:
            return info;
        case Tone::Success:
            return success;
        case Tone::Warning:
            return warning;
        case Tone::Error:
            return error;
        case Tone::Practice:
            return practice;
        }
        return neutral;
    }
};

constexpr Inks lightInks{0xff3c4655, 0xff3448c5, 0xff1a5a9e, 0xff1a673a, 0xff855000, 0xffb3261e, 0xff6a3d9f};
constexpr Inks lightWashes{0xffeef0f4, 0xffe9edfd, 0xffe6f0fa, 0xffe5f4ea, 0xfffdf2df, 0xfffdebe9, 0xfff2ecfb};
constexpr Inks darkInks{0xffc3cad6, 0xffa6b5ff, 0xff8cc2f5, 0xff7fd3a0, 0xfff0be6a, 0xffff9f97, 0xffcfb0ff};
constexpr Inks darkWashes{0xff282d36, 0xff262d4b, 0xff1b2f42, 0xff1b3526, 0xff3a2f1a, 0xff43221f, 0xff33274a};

Colours lightColours()
{
    Colours c;
    c.window = 0xfff4f5f8;
    c.surface = 0xffffffff;
    c.raised = 0xfffafbfc;
    c.border = 0xff848ea0;
    c.text = 0xff1a222e;
    c.mutedText = 0xff535d6d;
    c.accent = 0xff3d55d6;
    c.onAccent = 0xffffffff;
    c.selection = 0xffdfe5fc;
    c.separator = 0xffdde1e8;
    c.hover = 0xffeff1f6;
    c.pressed = 0xffe2e6ee;
    c.disabledText = 0xff7f8898;
    return c;
}

Colours darkColours()
{
    Colours c;
    c.dark = true;
    c.window = 0xff14171c;
    c.surface = 0xff1c2027;
    c.raised = 0xff191c22;
    c.border = 0xff727d8f;
    c.text = 0xffe9ecf1;
    c.mutedText = 0xffa8b1bf;
    c.accent = 0xff6e86ff;
    c.onAccent = 0xff0b1020;
    c.selection = 0xff303b6d;
    c.separator = 0xff30363f;
    c.hover = 0xff262b34;
    c.pressed = 0xff313742;
    c.disabledText = 0xff727b89;
    return c;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QPalette paletteOf(const Colours &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.raised);
    p.setColor(QPalette::ToolTipBase, c.surface);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::PlaceholderText, c.mutedText);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.onAccent);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.ink(Tone::Accent));
    p.setColor(QPalette::LinkVisited, c.ink(Tone::Practice));
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.separator);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.border);
    p.setColor(QPalette::Shadow, c.dark ? QColor(Qt::black) : c.mutedText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.disabledText);
    return p;
}

/// What the desktop asked for, remembered before our first palette covers it.
bool systemIsDark(QApplication &application)
{
    const QVariant known = application.property("systemIsDark");
    if (known.isValid())
        return known.toBool();
    const bool dark = isDark(QApplication::palette());
    application.setProperty("systemIsDark", dark);
    return dark;
}

QFont scaled(QFont font, qreal factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

const char *toneName(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return "neutral";
    case Tone::Accent:
        return "accent";
    case Tone::Info:
        return "info";
    case Tone::Success:
        return "success";
    case Tone::Warning:
        return "warning";
    case Tone::Error:
        return "error";
    case Tone::Practice:
        return "practice";
    }
    return "neutral";
}

void mark(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace

QColor Colours::ink(Tone tone) const
{
    return (dark ? darkInks : lightInks).of(tone);
}

QColor Colours::wash(Tone tone) const
{
    return (dark ? darkWashes : lightWashes).of(tone);
}

Colours coloursOf(const QPalette &palette)
{
    // A style sheet writes its own colours over grounds and texts of a widget's palette, but never over links.
    return palette.color(QPalette::Active, QPalette::Link).lightness() > 160 ? darkColours() : lightColours();
}

Colours coloursOf(Scheme scheme)
{
    if (scheme == Scheme::FollowSystem)
        return coloursOf(QApplication::palette());
    return scheme == Scheme::Dark ? darkColours() : lightColours();
}

void applyTheme(QApplication &application, Scheme scheme)
{
    const bool dark = scheme == Scheme::FollowSystem ? systemIsDark(application) : scheme == Scheme::Dark;
    static_cast<void>(systemIsDark(application));
    const Colours colours = dark ? darkColours() : lightColours();
    if (application.property("themed").isNull()) {
        QApplication::setStyle(new ControlStyle);
        application.setProperty("themed", true);
    }
    QApplication::setPalette(paletteOf(colours));
    application.setStyleSheet(styleSheetOf(colours, lineHeight()));
}

void setTone(QWidget *widget, Tone tone)
{
    mark(widget, "tone", QString::fromLatin1(toneName(tone)));
}

void setMark(QWidget *widget, const char *property, bool on)
{
    mark(widget, property, on);
}

void makeQuiet(QPushButton *button)
{
    setMark(button, "quiet", true);
}

void makeBadge(QLabel *label, Tone tone)
{
    setTextRole(label, TextRole::Caption);
    setMark(label, "badge", true);
    setTone(label, tone);
}

QFont fontOf(TextRole role)
{
    const QFont body = QApplication::font();
    switch (role) {
    case TextRole::Title: {
        QFont title = scaled(body, 1.55);
        title.setWeight(QFont::DemiBold);
        return title;
    }
    case TextRole::Heading: {
        QFont heading = scaled(body, 1.15);
        heading.setWeight(QFont::DemiBold);
        return heading;
    }
    case TextRole::Caption:
        return scaled(body, 0.92);
    case TextRole::Code: {
        QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        if (body.pointSizeF() > 0)
            code.setPointSizeF(body.pointSizeF() * 0.95);
        return code;
    }
    case TextRole::Body:
        break;
    }
    return body;
}

int lineHeight()
{
    return QFontMetrics(QApplication::font()).height();
}

void setTextRole(QLabel *label, TextRole role)
{
    label->setFont(fontOf(role));
    mark(label, "textRole", role == TextRole::Caption ? QStringLiteral("caption") : QStringLiteral("plain"));
}

} // namespace ui
