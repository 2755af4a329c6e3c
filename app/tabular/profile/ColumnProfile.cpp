#include "tabular/profile/ColumnProfile.h"

namespace tabular {

QString name(Shape shape)
{
    switch (shape) {
    case Shape::Empty:
        return QStringLiteral("empty");
    case Shape::Integer:
        return QStringLiteral("integer");
    case Shape::Decimal:
        return QStringLiteral("decimal");
    case Shape::Date:
        return QStringLiteral("date");
    case Shape::DateTime:
        return QStringLiteral("date-time");
    case Shape::Email:
        return QStringLiteral("e-mail");
    case Shape::Phone:
        return QStringLiteral("phone");
    case Shape::Url:
        return QStringLiteral("url");
    case Shape::Boolean:
        return QStringLiteral("boolean");
    case Shape::Text:
        break;
    }
    return QStringLiteral("text");
}

} // namespace tabular
