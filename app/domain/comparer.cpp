#include "domain/comparison.h"
#include "domain/controldigits.h"
#include "domain/kindconflicts.h"
#include "domain/likeness.h"
#include "domain/purpose.h"
#include "domain/recipientkinds.h"

#include <algorithm>
#include <array>
#include <utility>

namespace countersign {

namespace {

using Text = std::optional<QString>;

/// Absent, null and empty are all "the bank gave nothing".
bool given(const Text &text)
{
    return text && !text->isEmpty();
}

bool isNumber(ReviewField field)
{
    switch (field) {
    case ReviewField::recipientName:
    case ReviewField::recipientBank:
    case ReviewField::senderName:
    case ReviewField::senderBank:
    case ReviewField::purpose:
    case ReviewField::unknownMember:
        return false;
    case ReviewField::amount:
    case ReviewField::currency:
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
    case ReviewField::urgency:
    case ReviewField::payoutCount:
    case ReviewField::sessionId:
        return true;
    }
    return false;
}

void warn(ComparedField &row, FieldWarning warning)
{
    if (!row.has(warning)) row.warnings.append(warning);
}

void warnAboutCharacters(ComparedField &row)
{
    if (invisibleCharacter(row.answered)) warn(row, FieldWarning::invisibleCharacters);
    if (!isNumber(row.field) && mixedScriptWord(row.answered)) warn(row, FieldWarning::mixedScripts);
}

/// Puts the answer beside what was asked; the weight says how strictly.
ComparedField sideBySide(ReviewField field, Weight weight, const QString &path, const QString &asked,
                         const Text &answered)
{
    ComparedField row{.field = field,
                      .path = path,
                      .asked = asked,
                      .answered = answered.value_or(QString()),
                      .echoed = {},
                      .grade = Grade::changed,
                      .weight = weight,
                      .changed = {},
                      .warnings = {},
                      .tickWord = {}};
    if (!given(answered)) {
        warn(row, FieldWarning::missingInAnswer);
        return row;
    }
    if (row.answered == asked) {
        row.grade = Grade::same;
    } else if (weight != Weight::hard && isAlike(row.answered, asked)) {
        row.grade = Grade::sameNormalised;
    } else {
        row.changed = isNumber(field) ? positionDiff(asked, row.answered) : wordDiff(asked, row.answered);
    }
    warnAboutCharacters(row);
    return row;
}

/// A value that we asked for only perhaps: not asked and given is added, neither is nothing to compare.
ComparedField optionalRow(ReviewField field, const QString &path, const QString &asked, const Text &answered)
{
    ComparedField compared = sideBySide(field, Weight::soft, path, asked, answered);
    if (asked.isEmpty()) {
        compared.grade = given(answered) ? Grade::added : Grade::notComparable;
        compared.changed.clear();
        if (!given(answered)) compared.warnings.clear();
    }
    return compared;
}

/// A value that profile or directory may know; where they do not, it is only shown.
ComparedField knownRow(ReviewField field, const QString &path, const QString &known, const Text &answered)
{
    ComparedField compared = sideBySide(field, Weight::soft, path, known, answered);
    if (known.isEmpty()) {
        compared.grade = Grade::notComparable;
        compared.weight = Weight::information;
        compared.changed.clear();
        compared.warnings.removeAll(FieldWarning::missingInAnswer);
    }
    return compared;
}

/// A contradiction inside the bank's own message is as hard as one with the instruction.
void contradict(ComparedField &row, const QString &echoed)
{
    row.grade = Grade::changed;
    row.weight = Weight::hard;
    row.echoed = echoed;
    warn(row, FieldWarning::echoDisagrees);
}

/// Every real difference has its tick, hard ones too, for profiles where they may be tried; and every warning that is
/// not a difference itself.
void demandTick(ComparedField &row)
{
    const bool difference = row.grade == Grade::changed && row.weight != Weight::information;
    const bool warned = std::ranges::any_of(
        row.warnings, [](FieldWarning warning) { return warning != FieldWarning::missingInAnswer; });
    if (difference || warned) row.tickWord = fieldWord(row.field);
}

/// What the directory holds against the bank that would get the money.
void warnAboutLimits(ComparedField &bik, const BankEntry &bank, bool urgent)
{
    using Warned = std::pair<BankLimit, FieldWarning>;
    constexpr std::array<Warned, 6> warned{{{BankLimit::licenceWithdrawn, FieldWarning::bankLicenceWithdrawn},
                                            {BankLimit::liquidation, FieldWarning::bankInLiquidation},
                                            {BankLimit::moratorium, FieldWarning::bankMoratorium},
                                            {BankLimit::accountClosing, FieldWarning::bankAccountClosing},
                                            {BankLimit::accountLimited, FieldWarning::bankAccountLimited},
                                            {BankLimit::urgentLimited, FieldWarning::bankUrgentLimited}}};
    const qsizetype before = bik.warnings.size();
    for (const auto &[limit, warning] : warned) {
        const bool concerned = urgent || limit != BankLimit::urgentLimited;
        if (concerned && bank.limits.testFlag(limit)) warn(bik, warning);
    }
    if (bik.warnings.size() == before && !bank.takesPayouts()) warn(bik, FieldWarning::bankTakesNoPayouts);
}

QString path(QLatin1String side, QLatin1String member)
{
    return QStringLiteral("account_details.%1.%2").arg(side, member);
}

/// What the name says of its bearer and the account of its owner.
void warnAboutName(ComparedField &name, RecipientKind kind)
{
    const auto found = nameConflict(normalisedName(name.answered), kind);
    if (!found || name.answered.isEmpty()) return;
    switch (found->conflict) {
    case NameConflict::companyOnPersonAccount:
        return warn(name, FieldWarning::nameOfCompanyOnPersonAccount);
    case NameConflict::withoutLegalForm:
        return warn(name, FieldWarning::nameWithoutLegalForm);
    case NameConflict::withoutIp:
        return warn(name, FieldWarning::nameWithoutIp);
    }
}

void warnAboutVoCode(ComparedField &purpose, bool nonResidentTakesPart)
{
    const auto found = voCodeConflict(purpose.answered, nonResidentTakesPart);
    if (!found || purpose.answered.isEmpty()) return;
    switch (*found) {
    case VoCodeConflict::malformed:
        return warn(purpose, FieldWarning::voCodeMalformed);
    case VoCodeConflict::needed:
        return warn(purpose, FieldWarning::voCodeNeeded);
    case VoCodeConflict::unneeded:
        return warn(purpose, FieldWarning::voCodeUnneeded);
    }
}

/// Programs write "0" where there is none (ru-payments.md 2.2, 2.3).
bool isNumberOfNone(const QString &answered)
{
    return answered.isEmpty() || answered == u"0";
}

constexpr QLatin1String recipientSide("recipient");
constexpr QLatin1String senderSide("sender");

/// One comparison being made; lives for one call.
class Comparer
{
public:
    Comparer(const PayoutContent &asked, const QString &sessionId, const SessionReading &message,
             const ConfirmInformation &info, const CompanyDetails &own, const BankDirectory *directory)
        : m_asked(asked), m_sessionId(sessionId), m_message(message), m_own(own), m_directory(directory),
          m_unknown(info.unknown), m_payee(asked.account), m_kind(asked.kind)
    {
        if (info.hasAccountDetails) {
            m_recipient = info.recipient;
            m_sender = info.sender;
        }
        if (!message.payouts.isEmpty()) m_echo = message.payouts.first();
        if (const auto payee = AccountNumber::parse(m_recipient.accountNumber.value_or(QString()))) m_payee = *payee;
        m_kind = recipientKindOf(m_payee).value_or(asked.kind);
    }

    Comparison run()
    {
        addAmount();
        addRecipient();
        addSender();
        addPayment();
        addUnknown();
        return {std::move(m_fields)};
    }

private:
    void add(ComparedField row)
    {
        demandTick(row);
        m_fields.append(std::move(row));
    }

    [[nodiscard]] Text echoText(QString PayoutEcho::*member) const
    {
        return m_echo ? Text((*m_echo).*member) : std::nullopt;
    }

    /// The echo must name the same value; what it leaves out is not taken as the same.
    void holdAgainstEcho(ComparedField &row, QString PayoutEcho::*member) const
    {
        if (m_echo && (*m_echo).*member != row.answered) contradict(row, (*m_echo).*member);
    }

    /// The echo of INN and KPP, which it may leave out.
    void holdAgainstOptionalEcho(ComparedField &row, const Text &echoed) const
    {
        if (given(echoed) && !row.answered.isEmpty() && *echoed != row.answered) contradict(row, *echoed);
    }

    [[nodiscard]] std::optional<BankEntry> bankOf(const QString &bik) const
    {
        const auto parsed = Bik::parse(bik);
        if (m_directory == nullptr || !parsed || parsed->text() != bik) return std::nullopt;
        return m_directory->find(*parsed);
    }

    void addAmount()
    {
        const auto kopecks = m_echo ? m_echo->amountKopecks : std::nullopt;
        const Text answered = kopecks ? Text(Money::fromKopecks(*kopecks).grouped()) : std::nullopt;
        add(sideBySide(ReviewField::amount, Weight::hard, QStringLiteral("payout.amount_details.amount"),
                       m_asked.amount.grouped(), answered));

        ComparedField currency =
            sideBySide(ReviewField::currency, Weight::hard, QStringLiteral("payout.amount_details.currency"),
                       QStringLiteral("rub"), echoText(&PayoutEcho::currency));
        if (currency.answered.compare(u"rub", Qt::CaseInsensitive) == 0) {
            currency.grade = Grade::same;
            currency.changed.clear();
        }
        add(std::move(currency));
    }

    void addAccount(ReviewField field, QLatin1String side, const AccountNumber &asked, const TransferParty &party,
                    QString PayoutEcho::*echoed)
    {
        ComparedField account = sideBySide(field, Weight::hard, path(side, QLatin1String("account_number")),
                                           asked.text(), party.accountNumber);
        holdAgainstEcho(account, echoed);
        if (checkAccountKey(account.answered, party.bik.value_or(QString()), m_directory) == CheckResult::wrong) {
            warn(account, FieldWarning::accountKey);
        }
        const bool paid = field == ReviewField::recipientAccount;
        if (paid && payabilityOf(m_payee) == Payability::nonResident) warn(account, FieldWarning::accountOfNonResident);
        add(std::move(account));
    }

    void addRecipient()
    {
        addAccount(ReviewField::recipientAccount, recipientSide, m_asked.account, m_recipient, &PayoutEcho::account);

        ComparedField name =
            sideBySide(ReviewField::recipientName, Weight::soft, path(recipientSide, QLatin1String("name")),
                       m_asked.recipientName, m_recipient.name);
        const QString echoed = m_echo ? m_echo->fullName : QString();
        if (!echoed.isEmpty() && !name.answered.isEmpty() && !isAlike(echoed, name.answered)) {
            contradict(name, echoed);
        }
        warnAboutName(name, m_kind);
        add(std::move(name));

        ComparedField bik = sideBySide(ReviewField::recipientBik, Weight::hard,
                                       path(recipientSide, QLatin1String("bik")), m_asked.bik.text(), m_recipient.bik);
        holdAgainstEcho(bik, &PayoutEcho::bik);
        warnAboutBik(bik);
        if (const auto bank = bankOf(bik.answered)) warnAboutLimits(bik, *bank, m_asked.urgent);
        add(std::move(bik));

        add(bankName(ReviewField::recipientBank, recipientSide, m_asked.bik.text(), m_recipient));
        add(correspondentAccount(ReviewField::recipientCorrAccount, recipientSide, m_asked.bik.text(), m_recipient));
        addRecipientInn();
        addRecipientKpp();
    }

    void addRecipientInn()
    {
        const Text echoed = m_echo ? m_echo->inn : std::nullopt;
        const QString where = path(recipientSide, QLatin1String("inn"));
        ComparedField inn = m_asked.inn ? sideBySide(ReviewField::recipientInn, Weight::hard, where,
                                                     m_asked.inn->text(), m_recipient.inn)
                                        : addedOrEchoed(ReviewField::recipientInn, where, m_recipient.inn, echoed);
        holdAgainstOptionalEcho(inn, echoed);
        if (m_asked.inn && m_echo && !given(echoed)) warn(inn, FieldWarning::echoMissing);
        if (checkInn(inn.answered) == CheckResult::wrong) warn(inn, FieldWarning::innCheckDigit);
        const auto parsed = Inn::parse(inn.answered);
        if (parsed && parsed->isPerson() == (m_kind == RecipientKind::legalEntity))
            warn(inn, FieldWarning::innOfOtherKind);
        add(std::move(inn));
    }

    void addRecipientKpp()
    {
        const Text echoed = m_echo ? m_echo->kpp : std::nullopt;
        const QString where = path(recipientSide, QLatin1String("kpp"));
        ComparedField kpp = m_asked.kpp ? sideBySide(ReviewField::recipientKpp, Weight::soft, where,
                                                     m_asked.kpp->text(), m_recipient.kpp)
                                        : addedOrEchoed(ReviewField::recipientKpp, where, m_recipient.kpp, echoed);
        holdAgainstOptionalEcho(kpp, echoed);
        if (m_kind != RecipientKind::legalEntity && !isNumberOfNone(kpp.answered)) warn(kpp, FieldWarning::kppOfPerson);
        add(std::move(kpp));
    }

    /// What we did not ask for stands in account_details or, where it is not there, in the echo.
    [[nodiscard]] static ComparedField addedOrEchoed(ReviewField field, const QString &where, const Text &answered,
                                                     const Text &echoed)
    {
        if (given(answered) || !given(echoed)) return optionalRow(field, where, {}, answered);
        return optionalRow(field, QStringLiteral("payout.") + where.section(u'.', -1), {}, echoed);
    }

    void warnAboutBik(ComparedField &bik) const
    {
        if (m_directory != nullptr && !bik.answered.isEmpty() && !bankOf(bik.answered)) {
            warn(bik, FieldWarning::bikNotInDirectory);
        }
    }

    [[nodiscard]] ComparedField bankName(ReviewField field, QLatin1String side, const QString &bik,
                                         const TransferParty &party) const
    {
        const auto entry = bankOf(bik);
        ComparedField name =
            knownRow(field, path(side, QLatin1String("bank_name")), entry ? entry->name : QString(), party.bankName);
        if (name.grade == Grade::changed && !name.answered.isEmpty() && !isSameBankName(name.asked, name.answered)) {
            warn(name, FieldWarning::bikOfAnotherBank);
        }
        return name;
    }

    [[nodiscard]] ComparedField correspondentAccount(ReviewField field, QLatin1String side, const QString &bik,
                                                     const TransferParty &party) const
    {
        const auto entry = bankOf(bik);
        const QStringList known = entry ? entry->correspondentAccounts : QStringList();
        const QString answered = party.correspondentAccount.value_or(QString());
        ComparedField account =
            knownRow(field, path(side, QLatin1String("correspondent_account_number")),
                     known.contains(answered) ? answered : known.value(0), party.correspondentAccount);
        if (entry && !answered.isEmpty() && account.grade != Grade::same) {
            account.grade = Grade::changed;
            account.weight = Weight::soft;
            warn(account, FieldWarning::corrAccountNotInDirectory);
        }
        if (checkCorrespondentAccount(answered, party.bik.value_or(bik), m_directory) == CheckResult::wrong) {
            warn(account, FieldWarning::corrAccountKey);
        }
        return account;
    }

    void addSender()
    {
        addAccount(ReviewField::senderAccount, senderSide, m_asked.senderAccount, m_sender, &PayoutEcho::senderAccount);
        add(knownRow(ReviewField::senderName, path(senderSide, QLatin1String("name")), m_own.name, m_sender.name));
        ComparedField inn =
            knownRow(ReviewField::senderInn, path(senderSide, QLatin1String("inn")), m_own.inn, m_sender.inn);
        if (checkInn(inn.answered) == CheckResult::wrong) warn(inn, FieldWarning::innCheckDigit);
        add(std::move(inn));
        add(knownRow(ReviewField::senderKpp, path(senderSide, QLatin1String("kpp")), m_own.kpp, m_sender.kpp));
        add(bankName(ReviewField::senderBank, senderSide, m_own.bik, m_sender));
        ComparedField bik =
            knownRow(ReviewField::senderBik, path(senderSide, QLatin1String("bik")), m_own.bik, m_sender.bik);
        warnAboutBik(bik);
        add(std::move(bik));
        add(correspondentAccount(ReviewField::senderCorrAccount, senderSide, m_own.bik, m_sender));
    }

    void addPayment()
    {
        ComparedField purpose = sideBySide(ReviewField::purpose, Weight::hard, QStringLiteral("payout.description"),
                                           m_asked.purpose, echoText(&PayoutEcho::description));
        warnAboutVoCode(purpose, isOfNonResident(m_payee) || isOfNonResident(m_asked.senderAccount));
        add(std::move(purpose));
        addUrgency();
        add(sideBySide(ReviewField::payoutCount, Weight::hard, QStringLiteral("session.payouts"), QStringLiteral("1"),
                       QString::number(m_message.payouts.size())));
        add(sideBySide(ReviewField::sessionId, Weight::hard, QStringLiteral("session.id"), m_sessionId,
                       m_message.sessionId));
    }

    void addUrgency()
    {
        const auto word = [](bool urgent) { return urgent ? QStringLiteral("true") : QStringLiteral("false"); };
        const auto isFast = m_echo ? m_echo->isFast : std::nullopt;
        ComparedField urgency = sideBySide(ReviewField::urgency, Weight::soft, QStringLiteral("payout.is_fast"),
                                           word(m_asked.urgent), isFast ? Text(word(*isFast)) : std::nullopt);
        if (!isFast && !m_asked.urgent) {
            // Not urgent is the bank's default, so an answer that does not speak of it is no difference.
            urgency.grade = Grade::notComparable;
            urgency.weight = Weight::information;
        }
        add(std::move(urgency));
    }

    void addUnknown()
    {
        QStringList ticks;
        for (const UnknownMember &member : m_unknown) {
            ComparedField unknown = optionalRow(ReviewField::unknownMember, member.path, {}, member.value);
            unknown.grade = Grade::added;
            QString tick = fieldWord(ReviewField::unknownMember) + u':' + member.path;
            while (ticks.contains(tick))
                tick += u'+';
            ticks.append(tick);
            unknown.tickWord = tick;
            m_fields.append(std::move(unknown));
        }
    }

    const PayoutContent &m_asked;
    const QString &m_sessionId;
    const SessionReading &m_message;
    const CompanyDetails &m_own;
    const BankDirectory *m_directory;
    const QList<UnknownMember> &m_unknown;
    TransferParty m_recipient;
    TransferParty m_sender;
    std::optional<PayoutEcho> m_echo;
    AccountNumber m_payee; ///< as answered, as far as it is one
    RecipientKind m_kind;  ///< of its owner
    QList<ComparedField> m_fields;
};

} // namespace

Comparison compare(const PayoutContent &asked, const QString &sessionId, const SessionReading &message,
                   const ConfirmInformation &info, const CompanyDetails &own, const BankDirectory *directory)
{
    return Comparer(asked, sessionId, message, info, own, directory).run();
}

} // namespace countersign
