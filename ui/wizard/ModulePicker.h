#pragma once

#include "crm/Module.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStackedLayout;
class QStandardItemModel;

namespace ui {

class EmptyState;

/// A searchable list of the CRM's modules, or a sentence on why there is none.
class ModulePicker final : public QWidget {
    Q_OBJECT
public:
    explicit ModulePicker(QWidget *parent = nullptr);

    void showModules(const std::vector<crm::Module> &modules);
    /// Instead of the list; `action` empty: no button.
    void showNothing(const QString &sentence, const QString &action);
    void choose(const std::optional<crm::ModuleRef> &module); ///< emits nothing
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void chosen(const crm::ModuleRef &module);
    void actionRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void takeChoice();
    void filter(const QString &text);

    QLineEdit *m_search;
    QListView *m_list;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_shown;
    EmptyState *m_nothing;
    EmptyState *m_noMatch;
    QStackedLayout *m_places;
    bool m_quiet = false;
};

} // namespace ui
