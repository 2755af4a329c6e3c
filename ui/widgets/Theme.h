#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>

class QApplication;
class QLabel;
class QPalette;
class QPushButton;
class QWidget;

namespace ui {

/// One spacing scale for every layout, in device-independent pixels.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int xxl = 32;
} // namespace space

/// One type scale, relative to the user's own font size (so that 200 % text scales everything).
enum class TextRole { Title, Heading, Body, Caption, Code };

/// What a colour means. Never the only sign: an icon or a word always stands beside it.
enum class Tone { Neutral, Accent, Info, Success, Warning, Error, Practice };

enum class Scheme { Light, Dark, FollowSystem };

/// The colours of the scheme that `palette` belongs to, for delegates and painting by hand.
struct Colours final {
    bool dark = false;
    QColor window, surface, raised, border, text, mutedText, accent, onAccent, selection;
    QColor separator, hover, pressed, disabledText; ///< quiet lines and states; no text needs them to be read
    [[nodiscard]] QColor ink(Tone tone) const;      ///< text and icons, at least 4.5:1 on `surface` and on wash(tone)
    [[nodiscard]] QColor wash(Tone tone) const;     ///< quiet background of a banner or badge
};
[[nodiscard]] Colours coloursOf(const QPalette &palette);

/// Fusion with our palette and style sheet. May be called again to change the scheme.
void applyTheme(QApplication &application, Scheme scheme);

/// The colours in use. FollowSystem keeps what the platform's own palette looked like when the program started.
[[nodiscard]] Colours coloursOf(Scheme scheme);

/// Marks for the style sheet: `setTone(button, Tone::Accent)` makes a primary button.
void setTone(QWidget *widget, Tone tone);
void setTextRole(QLabel *label, TextRole role);
/// Sets a property that the style sheet looks at, and has the widget styled anew.
void setMark(QWidget *widget, const char *property, bool on);
/// A button that looks like a link: for what is seldom needed.
void makeQuiet(QPushButton *button);
/// A short coloured word ("Insert", "Mandatory"): quiet background in `tone`.
void makeBadge(QLabel *label, Tone tone);
/// The user's font in a role, for delegates; and the height of one line of body text, the measure of icons and rows.
[[nodiscard]] QFont fontOf(TextRole role);
[[nodiscard]] int lineHeight();

/// An icon of our family (resources/icons/NAME.svg, drawn with currentColor), in the palette's text colour or a tone's; it
/// follows a change of scheme. Names: account, module, file, mapping, callback, check, run, results, practice, upload,
/// search, info, success, warning, error, copy, save, undo, redo, more, close, drag, link, lock, clock, stop, open, mandatory,
/// key, add, edit, match, chevron-down, chevron-up, chevron-right; "app" is the program's own, in colours.
[[nodiscard]] QIcon icon(const QString &name, Tone tone = Tone::Neutral);

} // namespace ui
