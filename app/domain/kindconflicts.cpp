#include "domain/kindconflicts.h"

#include "domain/purpose.h"

#include <QRegularExpression>

namespace countersign {

namespace {

/// The words of a name, in capitals and without quotes.
QStringList wordsOf(const QString &name)
{
    static const QRegularExpression separators(QStringLiteral("[\\s\"'«»“”„]+"));
    return name.toUpper().split(separators, Qt::SkipEmptyParts);
}

QString legalFormIn(const QStringList &words)
{
    static const QStringList forms{
        QStringLiteral("ООО"),       QStringLiteral("АО"),          QStringLiteral("ПАО"),
        QStringLiteral("НАО"),       QStringLiteral("ЗАО"),         QStringLiteral("ОАО"),
        QStringLiteral("НКО"),       QStringLiteral("АНО"),         QStringLiteral("ФГУП"),
        QStringLiteral("МУП"),       QStringLiteral("ГУП"),         QStringLiteral("LLC"),
        QStringLiteral("JSC"),       QStringLiteral("PJSC"),        QStringLiteral("LTD"),
        QStringLiteral("ОБЩЕСТВО"),  QStringLiteral("ПРЕДПРИЯТИЕ"), QStringLiteral("УЧРЕЖДЕНИЕ"),
        QStringLiteral("КООПЕРАТИВ")};
    for (const QString &word : words) {
        if (forms.contains(word)) return word;
    }
    return {};
}

bool namesProprietor(const QStringList &words)
{
    static const QStringList marks{QStringLiteral("ИП"),  QStringLiteral("ИНДИВИДУАЛЬНЫЙ"), QStringLiteral("ГЛАВА"),
                                   QStringLiteral("КФХ"), QStringLiteral("НОТАРИУС"),       QStringLiteral("АДВОКАТ")};
    return !words.isEmpty() && marks.contains(words.first());
}

} // namespace

std::optional<NameAgainstKind> nameConflict(const QString &name, RecipientKind kind)
{
    const QStringList words = wordsOf(name);
    const QString form = legalFormIn(words);
    if (kind == RecipientKind::legalEntity) {
        const bool ofPerson = form.isEmpty() && words.size() >= 2 && words.size() <= 3;
        return ofPerson ? std::optional(NameAgainstKind{NameConflict::withoutLegalForm, {}}) : std::nullopt;
    }
    if (!form.isEmpty()) return NameAgainstKind{NameConflict::companyOnPersonAccount, form};
    if (kind == RecipientKind::soleProprietor && !namesProprietor(words))
        return NameAgainstKind{NameConflict::withoutIp, {}};
    return std::nullopt;
}

std::optional<VoCodeConflict> voCodeConflict(const QString &purpose, bool nonResidentTakesPart)
{
    switch (voCodeOf(purpose)) {
    case VoCode::malformed:
        return VoCodeConflict::malformed;
    case VoCode::wellFormed:
        return nonResidentTakesPart ? std::nullopt : std::optional(VoCodeConflict::unneeded);
    case VoCode::none:
        return nonResidentTakesPart ? std::optional(VoCodeConflict::needed) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace countersign
