#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QApplication;
class QLabel;
class QPalette;
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
    [[nodiscard]] QColor ink(Tone tone) const;  ///< text and icons, at least 4.5:1 on `surface` and on wash(tone)
    [[nodiscard]] QColor wash(Tone tone) const; ///< quiet background of a banner or badge
};
[[nodiscard]] Colours coloursOf(const QPalette &palette);

/// Fusion with our palette and style sheet. May be called again to change the scheme.
void applyTheme(QApplication &application, Scheme scheme);

/// Marks for the style sheet: `setTone(button, Tone::Accent)` makes a primary button.
void setTone(QWidget *widget, Tone tone);
void setTextRole(QLabel *label, TextRole role);

/// An icon of our family (resources/icons/NAME.svg, drawn with currentColor), in the palette's text colour or a tone's; it
/// follows a change of scheme. Names: account, module, file, mapping, callback, check, run, results, practice, upload,
/// search, info, success, warning, error, copy, save, undo, redo, more, close, drag, link, lock, clock, stop, open, mandatory.
[[nodiscard]] QIcon icon(const QString &name, Tone tone = Tone::Neutral);

} // namespace ui
