#include "tests/support/TestMain.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/StyleSheet.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QListView>
#include <QtMath>

using namespace ui;

namespace {

constexpr std::array allTones{Tone::Neutral, Tone::Accent, Tone::Info,    Tone::Success,
                              Tone::Warning, Tone::Error,  Tone::Practice};

qreal channel(int value)
{
    const qreal c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : qPow((c + 0.055) / 1.055, 2.4);
}

qreal luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.red()) + 0.7152 * channel(colour.green()) + 0.0722 * channel(colour.blue());
}

/// As WCAG 2 defines it, 1 … 21.
qreal contrast(const QColor &a, const QColor &b)
{
    const qreal high = std::max(luminance(a), luminance(b));
    const qreal low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class tst_theme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }
    void schemes_data();
    void wordsAreReadOnEveryGround_data() { schemes_data(); }
    void wordsAreReadOnEveryGround();
    void edgesAndFocusAreSeen_data() { schemes_data(); }
    void edgesAndFocusAreSeen();
    void everyTokenOfTheSheetIsKnown_data() { schemes_data(); }
    void everyTokenOfTheSheetIsKnown();
    void aStyledViewStillTellsItsScheme_data() { schemes_data(); }
    void aStyledViewStillTellsItsScheme();
    void rolesFollowTheUsersFont();
    void everyIconDraws_data();
    void everyIconDraws();
    void anIconFollowsTheScheme();
};

void tst_theme::schemes_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void tst_theme::wordsAreReadOnEveryGround()
{
    QFETCH(Scheme, scheme);
    const Colours c = coloursOf(scheme);
    const auto check = [](const QColor &ink, const QColor &ground, const QString &what) {
        const qreal found = contrast(ink, ground);
        QVERIFY2(found >= 4.5,
                 qPrintable(QStringLiteral("%1: %2 on %3 is %4:1").arg(what, ink.name(), ground.name()).arg(found)));
    };
    for (const Tone tone : allTones) {
        const QString name = QStringLiteral("tone %1").arg(static_cast<int>(tone));
        for (const QColor &ground : {c.window, c.surface, c.raised, c.wash(tone), c.selection, c.hover})
            check(c.ink(tone), ground, name);
        check(c.text, c.wash(tone), name + QStringLiteral(", text on its wash"));
    }
    for (const QColor &ground : {c.window, c.surface, c.raised, c.selection, c.hover, c.pressed})
        check(c.text, ground, QStringLiteral("text"));
    for (const QColor &ground : {c.window, c.surface, c.raised, c.hover, c.wash(Tone::Accent), c.selection})
        check(c.mutedText, ground, QStringLiteral("muted text"));
    check(c.onAccent, c.accent, QStringLiteral("primary button"));
}

void tst_theme::edgesAndFocusAreSeen()
{
    QFETCH(Scheme, scheme);
    const Colours c = coloursOf(scheme);
    for (const QColor &ground : {c.window, c.surface, c.raised}) {
        QVERIFY2(contrast(c.border, ground) >= 3.0, qPrintable(QString::number(contrast(c.border, ground))));
        QVERIFY2(contrast(c.accent, ground) >= 3.0, qPrintable(QString::number(contrast(c.accent, ground))));
    }
    const QColor ring = c.dark ? QColor(Qt::white) : QColor(Qt::black);
    QVERIFY(contrast(ring, c.accent) >= 3.0);
}

void tst_theme::everyTokenOfTheSheetIsKnown()
{
    QFETCH(Scheme, scheme);
    const QString sheet = styleSheetOf(coloursOf(scheme), 18);
    QVERIFY(sheet.contains(coloursOf(scheme).accent.name()));
    QVERIFY(!sheet.contains(QLatin1Char('@')));
    // A token without a value leaves an empty place behind its colon.
    QVERIFY(!QRegularExpression(QStringLiteral(":\\s*;")).match(sheet).hasMatch());
    QVERIFY(!sheet.contains(QLatin1String("font-size")));
}

void tst_theme::aStyledViewStillTellsItsScheme()
{
    QFETCH(Scheme, scheme);
    applyTheme(*qApp, scheme);
    QListView list;
    list.setObjectName(QStringLiteral("stepList"));
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    QCOMPARE(coloursOf(list.palette()).dark, scheme == Scheme::Dark);
    QCOMPARE(coloursOf(QApplication::palette()).dark, scheme == Scheme::Dark);
}

void tst_theme::rolesFollowTheUsersFont()
{
    const QFont before = QApplication::font();
    const qreal title = fontOf(TextRole::Title).pointSizeF();
    const int line = lineHeight();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    QVERIFY(qAbs(fontOf(TextRole::Title).pointSizeF() - 2 * title) < 0.1);
    QVERIFY(fontOf(TextRole::Code).pointSizeF() > before.pointSizeF() * 1.5);
    QVERIFY(lineHeight() > line * 3 / 2);
    QApplication::setFont(before);
}

void tst_theme::everyIconDraws_data()
{
    QTest::addColumn<QString>("name");
    const QString names =
        QStringLiteral("account module file mapping callback check run results practice upload search "
                       "info success warning error copy save undo redo more close drag link lock clock "
                       "stop open mandatory key add edit match template chevron-down chevron-up chevron-right app");
    for (const QString &name : names.split(QLatin1Char(' ')))
        QTest::newRow(qPrintable(name)) << name;
    const QStringList drawn = QDir(QStringLiteral(":/icons")).entryList();
    QCOMPARE(drawn.size(), names.split(QLatin1Char(' ')).size());
}

void tst_theme::everyIconDraws()
{
    QFETCH(QString, name);
    const QImage image = icon(name).pixmap(24, 24).toImage();
    int inked = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            inked += image.pixelColor(x, y).alpha() > 128;
    QVERIFY2(inked > 12, qPrintable(QString::number(inked)));
}

void tst_theme::anIconFollowsTheScheme()
{
    const QIcon stop = icon(QStringLiteral("close"), Tone::Error);
    const auto inkOf = [&stop] {
        const QImage image = stop.pixmap(48, 48).toImage();
        return image.pixelColor(24, 24);
    };
    applyTheme(*qApp, Scheme::Light);
    QCOMPARE(inkOf().name(), coloursOf(Scheme::Light).ink(Tone::Error).name());
    applyTheme(*qApp, Scheme::Dark);
    QCOMPARE(inkOf().name(), coloursOf(Scheme::Dark).ink(Tone::Error).name());
}

WIZARD_TEST_MAIN(QApplication, tst_theme)
#include "tst_theme.moc"
