#pragma once

#include "ui/models/MappingEditor.h"

namespace ui {

/// A field for a column.
struct ColumnChoice final {
    crm::ColumnIndex column;
    crm::FieldName field;
};

/// What can be done to columns, several at once, each as one command of the editor.
class ColumnVerbs final : public QObject {
    Q_OBJECT
public:
    explicit ColumnVerbs(MappingEditor &editor, QObject *parent = nullptr);

    /// The column feeds this field and no other; an empty name: none.
    void chooseField(crm::ColumnIndex column, const crm::FieldName &field);
    /// The field goes from one column to another, which keeps what it feeds.
    void moveField(const crm::FieldName &field, crm::ColumnIndex from, crm::ColumnIndex to);
    void map(const std::vector<ColumnChoice> &choices);
    void accept(const std::vector<ColumnChoice> &proposals);
    void setIgnored(const std::vector<crm::ColumnIndex> &columns, bool ignored);
    void clear(const std::vector<crm::ColumnIndex> &columns);
    void swap(crm::ColumnIndex a, crm::ColumnIndex b); ///< each feeds what the other fed, and is ignored where it was
    void clearAll();                                   ///< nothing is mapped or ignored any more

private:
    void clear(const std::vector<crm::ColumnIndex> &columns, const QString &text, const QString &sentence);

    MappingEditor &m_editor;
};

} // namespace ui
