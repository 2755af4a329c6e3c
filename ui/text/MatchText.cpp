#include "ui/text/MatchText.h"

#include "ui/text/Wording.h"

#include <QLocale>

namespace ui {

using mapping::MatchReason;
using mapping::ValueFit;
using tabular::Shape;

QString MatchText::ofName(const MatchReason &reason)
{
    const QString words = Wording::apart(reason.words);
    switch (reason.name) {
    case MatchReason::Name::None:
        return {};
    case MatchReason::Name::History:
        return tr("You chose this before.");
    case MatchReason::Name::ApiName:
        return tr("Has the field's API name.");
    case MatchReason::Name::Label:
        return tr("Has the field's label.");
    case MatchReason::Name::Meaning:
        return tr("Means the same.");
    case MatchReason::Name::Part:
        return words.isEmpty() ? tr("The name is much the same.") : tr("“%1” says part of it.").arg(words);
    case MatchReason::Name::Values:
        return tr("The name says nothing, the values do.");
    }
    return {};
}

QString MatchText::ofValues(const ValueFit &values)
{
    switch (values.reason) {
    case ValueFit::Reason::None:
        return {};
    case ValueFit::Reason::Shape:
        return tr("%1 % of the values look right.").arg(QLocale().toString(values.percent));
    case ValueFit::Reason::Picklist:
        return tr("%1 % of the values are in its list.").arg(QLocale().toString(values.percent));
    case ValueFit::Reason::WrongShape:
        return tr("But only %1 % of the values look right.").arg(QLocale().toString(values.percent));
    case ValueFit::Reason::NotInPicklist:
        return tr("But only %1 % of the values are in its list.").arg(QLocale().toString(values.percent));
    case ValueFit::Reason::TooLong:
        return tr("But some values are too long for it.");
    }
    return {};
}

QString MatchText::of(const MatchReason &reason)
{
    const QString name = ofName(reason);
    const QString values = ofValues(reason.values);
    return name.isEmpty() || values.isEmpty() ? name + values : QStringLiteral("%1 %2").arg(name, values);
}

QString MatchText::of(Shape shape)
{
    switch (shape) {
    case Shape::Empty:
        return tr("No values");
    case Shape::Integer:
        return tr("Whole number");
    case Shape::Decimal:
        return tr("Number");
    case Shape::Date:
        return tr("Date");
    case Shape::DateTime:
        return tr("Date and time");
    case Shape::Email:
        return tr("E-mail");
    case Shape::Phone:
        return tr("Phone number");
    case Shape::Url:
        return tr("Web address");
    case Shape::Boolean:
        return tr("Yes or no");
    case Shape::Text:
        return tr("Text");
    }
    return {};
}

QString MatchText::facts(const tabular::ColumnProfile &profile, qint64 rows)
{
    const QLocale locale;
    if (profile.filled == 0)
        return of(Shape::Empty);
    if (profile.filled == rows)
        return tr("%1 · %2 different").arg(of(profile.shape), locale.toString(profile.distinct));
    return tr("%1 · %2 of %3 filled · %4 different")
        .arg(of(profile.shape), locale.toString(profile.filled), locale.toString(rows),
             locale.toString(profile.distinct));
}

} // namespace ui
