#pragma once

class QCoreApplication;

namespace ui {

/// Loads our texts in the user's language (English is one too: it holds the plurals), and Qt's own. Both live as long as
/// `application`.
void installTranslations(QCoreApplication &application);

} // namespace ui
