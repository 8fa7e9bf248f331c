#include "domain/comparison.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

constexpr std::array<QLatin1String, 21> reviewFieldWords{QLatin1String("amount"),
                                                         QLatin1String("currency"),
                                                         QLatin1String("recipientAccount"),
                                                         QLatin1String("recipientName"),
                                                         QLatin1String("recipientBik"),
                                                         QLatin1String("recipientBank"),
                                                         QLatin1String("recipientCorrAccount"),
                                                         QLatin1String("recipientInn"),
                                                         QLatin1String("recipientKpp"),
                                                         QLatin1String("senderAccount"),
                                                         QLatin1String("senderName"),
                                                         QLatin1String("senderInn"),
                                                         QLatin1String("senderKpp"),
                                                         QLatin1String("senderBank"),
                                                         QLatin1String("senderBik"),
                                                         QLatin1String("senderCorrAccount"),
                                                         QLatin1String("purpose"),
                                                         QLatin1String("urgency"),
                                                         QLatin1String("payoutCount"),
                                                         QLatin1String("sessionId"),
                                                         QLatin1String("unknownMember")};

static_assert(reviewFieldWords.size() == static_cast<size_t>(ReviewField::unknownMember) + 1);

constexpr std::array<QLatin1String, 5> gradeWords{QLatin1String("same"), QLatin1String("sameNormalised"),
                                                  QLatin1String("added"), QLatin1String("changed"),
                                                  QLatin1String("notComparable")};

constexpr std::array<QLatin1String, 3> weightWords{QLatin1String("hard"), QLatin1String("soft"),
                                                   QLatin1String("information")};

constexpr std::array<QLatin1String, 27> warningWords{QLatin1String("missingInAnswer"),
                                                     QLatin1String("echoDisagrees"),
                                                     QLatin1String("echoMissing"),
                                                     QLatin1String("bikNotInDirectory"),
                                                     QLatin1String("bikOfAnotherBank"),
                                                     QLatin1String("corrAccountNotInDirectory"),
                                                     QLatin1String("corrAccountKey"),
                                                     QLatin1String("accountKey"),
                                                     QLatin1String("innCheckDigit"),
                                                     QLatin1String("mixedScripts"),
                                                     QLatin1String("invisibleCharacters"),
                                                     QLatin1String("bankLicenceWithdrawn"),
                                                     QLatin1String("bankInLiquidation"),
                                                     QLatin1String("bankMoratorium"),
                                                     QLatin1String("bankAccountClosing"),
                                                     QLatin1String("bankAccountLimited"),
                                                     QLatin1String("bankUrgentLimited"),
                                                     QLatin1String("bankTakesNoPayouts"),
                                                     QLatin1String("nameOfCompanyOnPersonAccount"),
                                                     QLatin1String("nameWithoutLegalForm"),
                                                     QLatin1String("nameWithoutIp"),
                                                     QLatin1String("innOfOtherKind"),
                                                     QLatin1String("kppOfPerson"),
                                                     QLatin1String("accountOfNonResident"),
                                                     QLatin1String("voCodeMalformed"),
                                                     QLatin1String("voCodeNeeded"),
                                                     QLatin1String("voCodeUnneeded")};

} // namespace

QString fieldWord(ReviewField field)
{
    return reviewFieldWords[static_cast<size_t>(field)];
}

const ComparedField *Comparison::find(ReviewField field) const
{
    const auto found = std::ranges::find(fields, field, &ComparedField::field);
    return found == fields.end() ? nullptr : &*found;
}

bool Comparison::hasHardDifference() const
{
    return std::ranges::any_of(fields, &ComparedField::isHardDifference);
}

bool Comparison::sameEverywhere() const
{
    return std::ranges::none_of(
        fields, [](const ComparedField &row) { return row.grade == Grade::changed || !row.tickWord.isEmpty(); });
}

bool Comparison::needsSecondPerson() const
{
    return std::ranges::any_of(
        fields, [](const ComparedField &row) { return row.has(FieldWarning::corrAccountNotInDirectory); });
}

QStringList Comparison::requiredTicks() const
{
    QStringList ticks;
    for (const ComparedField &row : fields) {
        if (!row.tickWord.isEmpty()) ticks.append(row.tickWord);
    }
    return ticks;
}

QList<ReviewField> Comparison::echoContradictions() const
{
    QList<ReviewField> found;
    for (const ComparedField &row : fields) {
        if (row.has(FieldWarning::echoDisagrees)) found.append(row.field);
    }
    return found;
}

QByteArray viewBytes(const Comparison &comparison, const QByteArray &contentSha256, const QByteArray &confirmInfoSha256,
                     const QJsonObject &acts)
{
    QJsonArray rows;
    for (const ComparedField &row : comparison.fields) {
        QJsonArray warnings;
        for (const FieldWarning warning : row.warnings) {
            warnings.append(QString(warningWords[static_cast<size_t>(warning)]));
        }
        // In the order in which Qt keeps them: so each is put at the end.
        rows.append(QJsonObject{{QStringLiteral("answered"), row.answered},
                                {QStringLiteral("asked"), row.asked},
                                {QStringLiteral("echoed"), row.echoed},
                                {QStringLiteral("field"), fieldWord(row.field)},
                                {QStringLiteral("grade"), QString(gradeWords[static_cast<size_t>(row.grade)])},
                                {QStringLiteral("path"), row.path},
                                {QStringLiteral("tick"), row.tickWord},
                                {QStringLiteral("warnings"), warnings},
                                {QStringLiteral("weight"), QString(weightWords[static_cast<size_t>(row.weight)])}});
    }
    QJsonObject view{{QStringLiteral("content_sha256"), QString::fromLatin1(contentSha256)},
                     {QStringLiteral("confirm_information_sha256"), QString::fromLatin1(confirmInfoSha256)},
                     {QStringLiteral("rows"), rows}};
    if (!acts.isEmpty()) view.insert(QLatin1String("acts"), acts);
    return QJsonDocument(view).toJson(QJsonDocument::Compact);
}

} // namespace countersign
