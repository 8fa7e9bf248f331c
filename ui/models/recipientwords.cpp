#include "ui/models/recipientwords.h"

#include "domain/workingdays.h"
#include "ui/models/datewords.h"
#include "ui/models/importwords.h"
#include "ui/models/payoutwords.h"
#include "ui/models/visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct RecipientWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::RecipientWords)
};

QString dayText(Instant moment)
{
    return dayWords(bankDay(moment));
}

QString paidTimes(qint64 payments)
{
    return payments == 1 ? RecipientWords::tr("Paid once")
                         : RecipientWords::tr("Paid %n times", nullptr, static_cast<int>(payments));
}

/// "…0256 at BIK 044525593, last on 12.10.2026"
QString placeText(const PaidRecipient &paid)
{
    return RecipientWords::tr("…%1 at BIK %2, last on %3")
        .arg(paid.who.account.right(4), paid.who.bik, dayText(paid.lastPaidAt));
}

QString lookAlikeText(const RecipientStanding &standing)
{
    if (standing.lookAlikeOf.isEmpty()) return {};
    return u' ' + RecipientWords::tr("The name only looks like “%1”, which was paid: it is written with letters of "
                                     "another alphabet.")
                      .arg(visibleText(standing.lookAlikeOf));
}

QString callThem()
{
    return RecipientWords::tr("Call the recipient before you send, on a number that you had before.");
}

QString changedText(const RecipientStanding &standing)
{
    const QString inn = standing.lastInn.isEmpty() ? RecipientWords::tr("without an INN")
                                                   : RecipientWords::tr("with INN %1").arg(standing.lastInn);
    return RecipientWords::tr("This account was last paid on %1 under the name “%2”, %3.")
        .arg(dayText(standing.lastPaidAt.value_or(Instant{})), visibleText(standing.lastName), inn);
}

QString newAccountText(const RecipientStanding &standing)
{
    QStringList places;
    for (const PaidRecipient &paid : standing.earlier)
        places += placeText(paid);
    const QString elsewhere = places.join(u"; "_s);
    if (standing.wasLeftSince())
        return RecipientWords::tr(
                   "This account was last paid on %1. Since then you have paid this recipient to another "
                   "account: %2.")
            .arg(dayText(standing.lastPaidAt.value_or(Instant{})), elsewhere);
    return RecipientWords::tr("You paid this recipient before, but to another account: %1.").arg(elsewhere);
}

/// What the address book says against it; empty: nothing.
QString bookText(const RecipientStanding &standing)
{
    QStringList said;
    if (standing.leftInBook) said += RecipientWords::tr("The address book had this account and no longer has it.");
    QStringList places;
    for (const RecipientIdentity &entry : standing.inBook)
        places +=
            RecipientWords::tr("…%1 at BIK %2 (%3)").arg(entry.account.right(4), entry.bik, visibleText(entry.name));
    if (!places.isEmpty())
        said += RecipientWords::tr("The address book has another account for this recipient: %1.")
                    .arg(places.join(u"; "_s));
    return said.join(u' ');
}

QString timesText(const RecipientStanding &standing)
{
    const QString times = paidTimes(standing.payments);
    return standing.lastPaidAt ? RecipientWords::tr("%1, last on %2").arg(times, dayText(*standing.lastPaidAt)) : times;
}

/// Paid or not: what the book says comes first.
QString disagreementText(const RecipientStanding &standing)
{
    const QString paid = standing.payments > 0
                             ? timesText(standing) + u'.'
                             : RecipientWords::tr("Nobody with this account, INN or name was paid yet.");
    return bookText(standing) + u' ' + paid;
}

QString reasonText(DuplicateReason reason)
{
    switch (reason) {
    case DuplicateReason::sameContent:
        return RecipientWords::tr("the same account, amount and purpose");
    case DuplicateReason::sameDocument:
        return RecipientWords::tr("the same document number and date");
    case DuplicateReason::sameNumberAndAccount:
        return RecipientWords::tr("the same document number and account");
    case DuplicateReason::sameNumberAndAmount:
        return RecipientWords::tr("the same document number and amount");
    case DuplicateReason::sameRow:
        return RecipientWords::tr("the same row of the same file");
    }
    return {};
}

QString fieldText(Field field)
{
    switch (field) {
    case Field::senderAccount:
        return RecipientWords::tr("sender");
    case Field::recipientName:
        return RecipientWords::tr("name");
    case Field::inn:
        return RecipientWords::tr("INN");
    case Field::kpp:
        return RecipientWords::tr("KPP");
    case Field::bik:
        return RecipientWords::tr("BIK");
    case Field::account:
        return RecipientWords::tr("account");
    case Field::amount:
        return RecipientWords::tr("amount");
    case Field::purpose:
        return RecipientWords::tr("purpose");
    case Field::urgency:
        return RecipientWords::tr("urgency");
    case Field::whole:
        return RecipientWords::tr("all");
    }
    return {};
}

QStringList fieldsOf(const DraftSource &source, Origin origin)
{
    QStringList fields;
    for (auto field = source.fields.cbegin(); field != source.fields.cend(); ++field) {
        if (field->origin == origin) fields += fieldText(field.key());
    }
    return fields;
}

/// "account typed; it came as 4070…0256"
QStringList changesByHand(const DraftSource &source)
{
    QStringList lines;
    for (auto field = source.fields.cbegin(); field != source.fields.cend(); ++field) {
        if (!field->before || field.key() == Field::whole) continue;
        lines += RecipientWords::tr("Changed by hand: %1; it came as “%2”")
                     .arg(fieldText(field.key()), visibleText(*field->before));
    }
    return lines;
}

ReviewTableRow rowFor(const QString &head, const QString &said, const QString &note, const QString &verdict)
{
    ReviewTableRow row;
    row.group = ReviewTableRow::Group::recipient;
    row.look = ReviewTableRow::Look::look;
    row.head = head;
    row.asked.text = said;
    row.asked.note = note;
    row.answered.note = RecipientWords::tr("the bank does not know that");
    row.verdict = verdict;
    return row;
}

} // namespace

QString standingText(StandingKind kind)
{
    switch (kind) {
    case StandingKind::newAccount:
        return RecipientWords::tr("Another account than before");
    case StandingKind::recipientChanged:
        return RecipientWords::tr("Another name or INN than before");
    case StandingKind::bookDisagrees:
        return RecipientWords::tr("Not the account in the address book");
    case StandingKind::incomplete:
    case StandingKind::paidBefore:
    case StandingKind::neverPaid:
        return RecipientWords::tr("Never paid before");
    }
    return {};
}

namespace {

/// What speaks for or against the account, without what to do about it.
RecipientSentence factsOf(const RecipientStanding &standing)
{
    const QString book = bookText(standing);
    const QString after = lookAlikeText(standing) + (book.isEmpty() ? QString() : u' ' + book);
    switch (standing.kind) {
    case StandingKind::incomplete:
        return {};
    case StandingKind::paidBefore:
        return {true, timesText(standing), {}};
    case StandingKind::newAccount:
        return {false,
                standing.wasLeftSince() ? RecipientWords::tr("No longer the latest account")
                                        : RecipientWords::tr("New account"),
                newAccountText(standing) + after};
    case StandingKind::recipientChanged:
        return {false, RecipientWords::tr("Known account, other recipient"), changedText(standing) + after};
    case StandingKind::neverPaid:
        return {false, RecipientWords::tr("Never paid before"),
                RecipientWords::tr("Nobody with this account, INN or name was paid yet.") + after};
    case StandingKind::bookDisagrees:
        return {false, standingText(standing.kind), disagreementText(standing) + lookAlikeText(standing)};
    }
    return {};
}

} // namespace

RecipientSentence recipientSentence(const RecipientStanding &standing)
{
    RecipientSentence sentence = factsOf(standing);
    if (!standing.needsAct()) return sentence;
    if (standing.kind == StandingKind::bookDisagrees)
        sentence.text += u' ' + RecipientWords::tr("If the account is right, correct the address book.");
    sentence.text += u' ' + callThem();
    return sentence;
}

QString duplicateSentence(const Duplicate &duplicate)
{
    QStringList reasons;
    for (const DuplicateReason reason : duplicate.reasons)
        reasons += reasonText(reason);
    const EarlierPayout &earlier = duplicate.earlier;
    return RecipientWords::tr("No. %1 of %2 (%3): %4")
        .arg(QString::number(earlier.number), dayText(earlier.createdAt), stateWords(earlier.state),
             reasons.join(u", "_s));
}

QList<ReviewTableRow> acknowledgedRows(const ReviewSheet &sheet)
{
    QList<ReviewTableRow> rows;
    if (sheet.recipientAct) {
        const RecipientActRecord &act = *sheet.recipientAct;
        rows += rowFor(RecipientWords::tr("Paid before"), standingText(act.standing),
                       RecipientWords::tr("when it was sent; %1 had read the account from the paper").arg(act.user),
                       RecipientWords::tr("! new recipient"));
    }
    if (sheet.standingSince) {
        const RecipientSentence now = factsOf(*sheet.standingSince);
        rows += sheet.retypingNeeded ? rowFor(RecipientWords::tr("Paid before"), now.headline, now.text,
                                              RecipientWords::tr("! not compared with the paper"))
                                     : rowFor(RecipientWords::tr("Since it was sent"), now.headline, now.text,
                                              RecipientWords::tr("! changed since it was sent"));
    }
    if (!sheet.duplicateActs.isEmpty()) {
        QStringList numbers;
        for (const DuplicateActRecord &act : sheet.duplicateActs)
            numbers += RecipientWords::tr("No. %1").arg(act.earlierNumber);
        rows += rowFor(RecipientWords::tr("Looks like"), numbers.join(u", "_s),
                       RecipientWords::tr("%1 said that it is another payout").arg(sheet.duplicateActs.first().user),
                       RecipientWords::tr("! looks like an earlier payout"));
    }
    QStringList since;
    for (const Duplicate &repeat : sheet.repeatsSince)
        since += duplicateSentence(repeat);
    if (!since.isEmpty()) {
        rows += rowFor(RecipientWords::tr("Looks like"), since.join(u'\n'),
                       RecipientWords::tr("nobody was asked about that when this payout was sent"),
                       RecipientWords::tr("! looks like another payout"));
    }
    const QStringList origin = sourceSentences(sheet.source);
    if (!origin.isEmpty()) {
        ReviewTableRow row;
        row.group = ReviewTableRow::Group::recipient;
        row.head = RecipientWords::tr("Origin");
        row.asked.text = origin.join(u"; "_s);
        row.answered.note = RecipientWords::tr("the bank does not know that");
        if (!rowWarnings(sheet.source).isEmpty()) {
            row.look = ReviewTableRow::Look::look;
            row.verdict = RecipientWords::tr("! the import warned");
        }
        rows += row;
    }
    return rows;
}

QStringList sourceSentences(const DraftSource &source)
{
    QStringList lines;
    if (source.file)
        lines += RecipientWords::tr("Imported from %1, row %2")
                     .arg(visibleText(source.file->fileName), QString::number(source.file->row));
    for (const Remark &remark : unsentRemarks(source))
        lines += remark.text;
    for (const RowWarning &warning : rowWarnings(source))
        lines += RecipientWords::tr("The import warned: %1").arg(visibleText(rowWarningSentence(warning)));
    if (source.copy) lines += RecipientWords::tr("Copied from No. %1").arg(source.copy->number);
    if (source.pattern) lines += RecipientWords::tr("From the template “%1”").arg(visibleText(source.pattern->name));
    if (source.book) lines += RecipientWords::tr("Recipient from the address book");
    const QStringList pasted = fieldsOf(source, Origin::pasted);
    if (!pasted.isEmpty()) lines += RecipientWords::tr("Pasted: %1").arg(pasted.join(u", "_s));
    return lines + changesByHand(source);
}

QList<Remark> unsentRemarks(const DraftSource &source)
{
    if (!source.file) return {};
    const ImportedFrom &file = *source.file;
    QList<Remark> remarks;
    if (!file.incomeCode.isEmpty())
        remarks += {Severity::warn,
                    RecipientWords::tr("Income code %1: the bank is not told").arg(visibleText(file.incomeCode))};
    if (!isUsualPriority(file.priority))
        remarks +=
            {Severity::warn, RecipientWords::tr("Priority %1: the bank is not told").arg(visibleText(file.priority))};
    if (isUin(file.uin))
        remarks +=
            {Severity::hint, RecipientWords::tr("Code (UIN) %1: the bank is not told").arg(visibleText(file.uin))};
    return remarks;
}

} // namespace countersign::ui
