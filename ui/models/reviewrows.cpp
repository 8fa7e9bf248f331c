#include "ui/models/reviewrows.h"

#include "ui/models/comparisonwords.h"
#include "ui/models/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::ui {

namespace {

struct ReviewRows
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::ReviewRows)
};
using Group = ReviewTableRow::Group;
using Fields = QList<const ComparedField *>;

constexpr qsizetype longestUnknown = 2000;

/// Fields that are read together when there is nothing to see in them.
struct Cluster
{
    Group group;
    QList<ReviewField> fields;
    bool warningsTogether; ///< warnings do not split it
};

const QList<Cluster> &clusters()
{
    static const QList<Cluster> all = {
        {Group::recipient, {ReviewField::recipientAccount}, false},
        {Group::recipient, {ReviewField::recipientName}, false},
        {Group::recipient, {ReviewField::recipientBik, ReviewField::recipientBank}, false},
        {Group::recipient, {ReviewField::recipientCorrAccount}, false},
        {Group::recipient, {ReviewField::recipientInn, ReviewField::recipientKpp}, true},
        {Group::sender, {ReviewField::senderAccount}, false},
        {Group::sender, {ReviewField::senderName, ReviewField::senderInn, ReviewField::senderKpp}, false},
        {Group::sender, {ReviewField::senderBank, ReviewField::senderBik, ReviewField::senderCorrAccount}, false},
        {Group::payment, {ReviewField::amount}, false},
        {Group::payment, {ReviewField::currency}, false},
        {Group::payment, {ReviewField::purpose}, false},
        {Group::payment, {ReviewField::urgency}, false},
        {Group::payment, {ReviewField::payoutCount}, false},
        {Group::payment, {ReviewField::sessionId}, false},
    };
    return all;
}

bool isDigits(ReviewField field)
{
    switch (field) {
    case ReviewField::recipientAccount:
    case ReviewField::recipientBik:
    case ReviewField::recipientCorrAccount:
    case ReviewField::recipientInn:
    case ReviewField::recipientKpp:
    case ReviewField::senderAccount:
    case ReviewField::senderInn:
    case ReviewField::senderKpp:
    case ReviewField::senderBik:
    case ReviewField::senderCorrAccount:
    case ReviewField::unknownMember:
        return true;
    case ReviewField::amount:
    case ReviewField::currency:
    case ReviewField::recipientName:
    case ReviewField::recipientBank:
    case ReviewField::senderName:
    case ReviewField::senderBank:
    case ReviewField::purpose:
    case ReviewField::urgency:
    case ReviewField::payoutCount:
    case ReviewField::sessionId:
        return false;
    }
    return false;
}

/// Where the "asked" text of a row comes from when it was not asked for; empty: it was.
QString origin(ReviewField field)
{
    if (!isDerived(field)) return {};
    return field == ReviewField::recipientBank || field == ReviewField::recipientCorrAccount
               ? ReviewRows::tr("from the BIK directory")
               : ReviewRows::tr("from your company profile");
}

bool isSaidByTheHead(ReviewField field)
{
    return field == ReviewField::amount || field == ReviewField::currency || field == ReviewField::payoutCount ||
           field == ReviewField::sessionId;
}

bool isQuiet(const ComparedField &field)
{
    return field.grade != Grade::changed && field.grade != Grade::added && warningsOf(field).isEmpty() &&
           field.tickWord.isEmpty();
}

bool standsAlone(const ComparedField &field, bool warningsTogether)
{
    return field.grade == Grade::changed || field.grade == Grade::sameNormalised || !field.tickWord.isEmpty() ||
           (!warningsTogether && !warningsOf(field).isEmpty());
}

QString verdictOf(const ComparedField &field)
{
    QStringList words;
    for (const FieldWarning warning : warningsOf(field))
        words += warningWords(warning);
    const QString grade = gradeWords(field);
    if (words.isEmpty()) return grade;
    const QString warned = words.join(QStringLiteral("; "));
    const bool gradeSaysMore =
        field.grade == Grade::added || (field.grade == Grade::changed && !isDerived(field.field));
    return gradeSaysMore ? grade + QStringLiteral("; ") + warned : QStringLiteral("! ") + warned;
}

QString clusterVerdict(const Fields &fields)
{
    const auto sameGrade = [&](const ComparedField *field) { return field->grade == fields.front()->grade; };
    QStringList verdicts;
    if (std::all_of(fields.cbegin(), fields.cend(), sameGrade)) {
        verdicts += gradeWords(*fields.front());
        for (const ComparedField *field : fields) {
            for (const FieldWarning warning : warningsOf(*field))
                verdicts += warningWords(warning);
        }
        return verdicts.join(QStringLiteral("; "));
    }
    for (const ComparedField *field : fields) {
        if (field->grade == Grade::added)
            verdicts += ReviewRows::tr("+ %1 added by the bank").arg(fieldName(field->field));
        for (const FieldWarning warning : warningsOf(*field))
            verdicts += QStringLiteral("! ") + warningWords(warning);
    }
    if (!verdicts.isEmpty()) return verdicts.join(QStringLiteral("; "));
    const ComparedField *same = nullptr;
    for (const ComparedField *field : fields) {
        if (field->grade == Grade::same && !same) same = field;
        if (field->grade == Grade::notComparable && !field->answered.isEmpty())
            verdicts += ReviewRows::tr("%1 not compared").arg(fieldName(field->field));
    }
    verdicts.prepend(same ? gradeWords(*same) : ReviewRows::tr("· not compared"));
    return verdicts.join(QStringLiteral("; "));
}

QString separator(const Fields &fields)
{
    const bool taxNumbers = fields.front()->field == ReviewField::recipientInn;
    return taxNumbers ? QStringLiteral(" / ") : QStringLiteral(" · ");
}

ReviewCell joined(const Fields &fields, QString ComparedField::*side)
{
    ReviewCell cell;
    QStringList texts;
    bool any = false;
    for (const ComparedField *field : fields) {
        const QString text = field->*side;
        const bool account = isDigits(field->field) && text.size() == 20;
        if (text.isEmpty() && !isDigits(field->field)) continue;
        any = any || !text.isEmpty();
        texts += text.isEmpty() ? ReviewRows::tr("not given") : account ? groupedDigits(text) : text;
    }
    if (any) cell.text = texts.join(separator(fields));
    // Fixed width is for numbers; beside a name it only takes room.
    cell.digits =
        std::all_of(fields.cbegin(), fields.cend(), [](const ComparedField *field) { return isDigits(field->field); });
    return cell;
}

QString saidYesOrNo(const ComparedField &field, const QString &text)
{
    if (field.field != ReviewField::urgency) return text;
    if (text == QLatin1String("true")) return ReviewRows::tr("yes");
    if (text == QLatin1String("false")) return ReviewRows::tr("no");
    return text;
}

void addNotes(const Fields &fields, ReviewTableRow &row)
{
    const QString from = origin(fields.front()->field);
    if (row.asked.text.isEmpty())
        row.asked.note = from.isEmpty() ? ReviewRows::tr("not given") : ReviewRows::tr("nothing to compare with");
    else if (row.look != ReviewTableRow::Look::quiet)
        row.asked.note = from; // a quiet row says it in its verdict
    if (row.answered.text.isEmpty()) row.answered.note = ReviewRows::tr("not given");
}

ReviewTableRow rowOf(Group group, const Fields &fields)
{
    ReviewTableRow row;
    row.group = group;
    QStringList heads;
    for (const ComparedField *field : fields) {
        row.fields += field->field;
        heads += fieldName(field->field);
        const bool differs = field->grade == Grade::changed && (!isDerived(field->field) || field->isHardDifference());
        if (differs)
            row.look = ReviewTableRow::Look::differs;
        else if (!isQuiet(*field) && row.look == ReviewTableRow::Look::quiet)
            row.look = ReviewTableRow::Look::look;
    }
    row.head =
        heads.join(fields.front()->field == ReviewField::recipientInn ? QStringLiteral(" / ") : QStringLiteral(", "));
    row.asked = joined(fields, &ComparedField::asked);
    row.answered = joined(fields, &ComparedField::answered);
    row.verdict = fields.size() == 1 ? verdictOf(*fields.front()) : clusterVerdict(fields);
    row.partlyCompared = std::any_of(fields.cbegin(), fields.cend(), [](const ComparedField *field) {
        return field->grade == Grade::notComparable && !field->answered.isEmpty();
    });
    row.explanation = gradeExplanation(*fields.front());
    if (fields.size() == 1) {
        const ComparedField &field = *fields.front();
        row.asked.text = saidYesOrNo(field, field.asked);
        row.answered.text = saidYesOrNo(field, field.answered);
        if (row.answered.text == field.answered && row.look == ReviewTableRow::Look::differs)
            row.answered.marks = field.changed;
    }
    addNotes(fields, row);
    if (fields.size() == 1 && fields.front()->has(FieldWarning::echoDisagrees))
        row.answered.note = ReviewRows::tr("the bank's session says: %1").arg(visibleText(fields.front()->echoed));
    return row;
}

ReviewTableRow unknownRow(const ComparedField &field)
{
    ReviewTableRow row = rowOf(Group::payment, {&field});
    row.head = visibleText(field.path);
    row.verdict = ReviewRows::tr("+ not known to this program");
    row.look = ReviewTableRow::Look::look;
    row.answered.marks.clear();
    if (row.answered.text.size() > longestUnknown) {
        row.answered.note =
            ReviewRows::tr("%1 more characters, see “As received”").arg(row.answered.text.size() - longestUnknown);
        row.answered.text.truncate(longestUnknown);
    }
    return row;
}

} // namespace

QList<ReviewTableRow> reviewRows(const Comparison &comparison)
{
    QList<ReviewTableRow> rows;
    for (const Cluster &cluster : clusters()) {
        Fields together;
        qsizetype place = rows.size(); // of the fields that are read together: where the first of them stood
        for (const ReviewField wanted : cluster.fields) {
            const ComparedField *field = comparison.find(wanted);
            if (!field || (isSaidByTheHead(wanted) && field->grade == Grade::same && isQuiet(*field))) continue;
            if (standsAlone(*field, cluster.warningsTogether)) {
                rows += rowOf(cluster.group, {field});
            } else {
                if (together.isEmpty()) place = rows.size();
                together += field;
            }
        }
        if (!together.isEmpty()) rows.insert(place, rowOf(cluster.group, together));
    }
    int unknown = 0;
    for (const ComparedField &field : comparison.fields) {
        if (field.field == ReviewField::unknownMember && ++unknown <= unknownMembersShown) rows += unknownRow(field);
    }
    return rows;
}

} // namespace countersign::ui
