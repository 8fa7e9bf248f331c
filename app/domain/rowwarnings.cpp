#include "domain/rowwarnings.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace countersign {

void noteRowWarnings(DraftSource &source, const QList<RowWarning> &warnings)
{
    if (warnings.isEmpty()) {
        source.fields.remove(Field::whole);
        return;
    }
    QJsonArray written;
    for (const RowWarning &warning : warnings)
        written.append(QJsonArray::fromStringList(QStringList{warning.kind} + warning.arguments));
    const QByteArray json = QJsonDocument(written).toJson(QJsonDocument::Compact);
    source.fields.insert(Field::whole, {Origin::imported, QString::fromUtf8(json)});
}

QList<RowWarning> rowWarnings(const DraftSource &source)
{
    const QByteArray json = source.fields.value(Field::whole).before.value_or(QString()).toUtf8();
    QList<RowWarning> warnings;
    for (const QJsonValue &written : QJsonDocument::fromJson(json).array()) {
        QStringList words;
        for (const QJsonValue &word : written.toArray())
            words.append(word.toString());
        if (!words.isEmpty()) warnings.append({words.first(), words.mid(1)});
    }
    return warnings;
}

QString rowWarningsTick()
{
    return QStringLiteral("importWarnings");
}

} // namespace countersign
