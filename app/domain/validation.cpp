#include "domain/validation.h"

#include "domain/controldigits.h"
#include "domain/kindconflicts.h"
#include "domain/purpose.h"
#include "domain/recipientkinds.h"
#include "domain/vat.h"
#include "domain/workingdays.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace countersign {

namespace {

/// The kinds of finding that a text's own check can end in.
struct ParseKinds
{
    FindingKind missing;
    FindingKind character;
    FindingKind length;
    FindingKind format;
};

constexpr ParseKinds senderKinds{FindingKind::senderMissing, FindingKind::senderWrongCharacter,
                                 FindingKind::senderWrongLength, FindingKind::senderWrongLength};
constexpr ParseKinds innKinds{FindingKind::innMissing, FindingKind::innWrongCharacter, FindingKind::innWrongLength,
                              FindingKind::innWrongFormat};
constexpr ParseKinds kppKinds{FindingKind::kppMissing, FindingKind::kppWrongCharacter, FindingKind::kppWrongLength,
                              FindingKind::kppWrongFormat};
constexpr ParseKinds bikKinds{FindingKind::bikMissing, FindingKind::bikWrongCharacter, FindingKind::bikWrongLength,
                              FindingKind::bikWrongLength};
constexpr ParseKinds accountKinds{FindingKind::accountMissing, FindingKind::accountWrongCharacter,
                                  FindingKind::accountWrongLength, FindingKind::accountWrongLength};

/// How people and programs write "there is none" (ru-payments.md 2.2, 2.3).
bool isNone(QStringView typed)
{
    const QStringView text = typed.trimmed();
    return text.isEmpty() || text == u"0";
}

/// One draft being checked; lives for one call.
class Validator
{
public:
    Validator(const PayoutDraft &draft, const ValidationRules &rules) : m_draft(draft), m_rules(rules) {}

    ValidationReport run()
    {
        // The account's kind decides about name, INN and KPP, so it is read first; findings keep the form's order.
        m_account = parsed<AccountNumber>(m_draft.account);
        m_bik = parsed<Bik>(m_draft.bik);
        if (m_account) m_report.kind = recipientKindOf(*m_account);
        if (m_rules.today.isValid()) m_report.vatRates = vatRatesOn(m_rules.today);
        if (m_rules.directory != nullptr) m_report.directoryDay = m_rules.directory->businessDay();
        if (m_bik && m_rules.directory != nullptr) m_report.bank = m_rules.directory->find(*m_bik);

        checkSender();
        checkName();
        checkInn();
        checkKpp();
        checkBik();
        checkAccount();
        checkAmount();
        checkPurpose();
        checkDirectory();
        complete();
        return std::move(m_report);
    }

private:
    template <class T>
    static std::optional<T> parsed(const QString &typed)
    {
        auto value = T::parse(typed);
        return value ? std::optional<T>(*std::move(value)) : std::nullopt;
    }

    void add(Field field, Severity severity, FindingKind kind, const QStringList &arguments = {})
    {
        m_report.findings.append({field, severity, kind, arguments});
    }

    void block(Field field, FindingKind kind, const QStringList &arguments = {})
    {
        add(field, Severity::block, kind, arguments);
    }

    void warn(Field field, FindingKind kind, const QStringList &arguments = {})
    {
        add(field, Severity::warn, kind, arguments);
    }

    void hint(Field field, FindingKind kind) { add(field, Severity::hint, kind); }

    void addParseError(Field field, const ParseKinds &kinds, const Error &error)
    {
        switch (error.code) {
        case ErrorCode::emptyValue:
            return block(field, kinds.missing);
        case ErrorCode::wrongCharacter:
            return block(field, kinds.character, {error.detail});
        case ErrorCode::wrongLength:
            return block(field, kinds.length, {error.detail.section(u'/', 1)});
        default:
            return block(field, kinds.format);
        }
    }

    [[nodiscard]] Severity checkDigitSeverity() const
    {
        return m_rules.checkDigitsBlock ? Severity::block : Severity::warn;
    }

    [[nodiscard]] bool isOrganisation() const { return m_report.kind == RecipientKind::legalEntity; }

    void checkSender()
    {
        const auto sender = AccountNumber::parse(m_draft.senderAccount);
        if (!sender) return addParseError(Field::senderAccount, senderKinds, sender.error());
        m_sender = *sender;
        if (!m_rules.senderAccounts.contains(*sender)) {
            block(Field::senderAccount, FindingKind::senderNotOurs, {sender->text()});
        }
    }

    void checkName()
    {
        m_report.recipientName = normalisedName(m_draft.recipientName);
        const QString &name = m_report.recipientName;
        constexpr Field field = Field::recipientName;
        if (name.isEmpty()) return block(field, FindingKind::nameMissing);
        if (const qsizetype length = codePoints(name); length > nameLimit) {
            block(field, FindingKind::nameTooLong, {QString::number(length), QString::number(nameLimit)});
        }
        if (const auto hidden = invisibleCharacter(name)) {
            const bool control = hidden->startsWith(u"U+00") && *hidden != u"U+00AD"; // the soft hyphen
            block(field, control ? FindingKind::nameControlCharacter : FindingKind::nameInvisibleCharacter, {*hidden});
        }
        if (const auto foreign = foreignCharacter(name)) warn(field, FindingKind::nameForeignCharacter, {*foreign});
        if (const auto word = mixedScriptWord(name)) warn(field, FindingKind::nameMixedScripts, {*word});
        checkNameAgainstKind(name);
    }

    void checkNameAgainstKind(const QString &name)
    {
        const auto found = m_report.kind ? nameConflict(name, *m_report.kind) : std::nullopt;
        if (!found) return;
        switch (found->conflict) {
        case NameConflict::companyOnPersonAccount:
            return warn(Field::recipientName, FindingKind::nameOfCompanyOnPersonAccount, {found->legalForm});
        case NameConflict::withoutLegalForm:
            return warn(Field::recipientName, FindingKind::nameWithoutLegalForm);
        case NameConflict::withoutIp:
            return warn(Field::recipientName, FindingKind::nameWithoutIp);
        }
    }

    void checkInn()
    {
        const bool needed = isOrganisation() || m_report.kind == RecipientKind::soleProprietor;
        if (isNone(m_draft.inn)) {
            if (needed) block(Field::inn, FindingKind::innMissing);
            return;
        }
        const auto inn = Inn::parse(m_draft.inn);
        if (!inn && checkOgrn(m_draft.inn.trimmed()) == CheckResult::right) {
            return block(Field::inn, FindingKind::innIsOgrn, {QString::number(m_draft.inn.trimmed().size())});
        }
        if (!inn) return addParseError(Field::inn, innKinds, inn.error());
        m_inn = *inn;
        const QString length = QString::number(inn->text().size());
        if (isOrganisation() && inn->isPerson())
            return block(Field::inn, FindingKind::innOfOrganisationNeeded, {length});
        if (m_report.kind && !isOrganisation() && !inn->isPerson()) {
            return block(Field::inn, FindingKind::innOfPersonNeeded, {length});
        }
        if (countersign::checkInn(inn->text()) == CheckResult::wrong) {
            return add(Field::inn, checkDigitSeverity(), FindingKind::innCheckDigit, {rightInnDigits(inn->text())});
        }
        add(Field::inn, Severity::good, FindingKind::innGood);
    }

    void checkKpp()
    {
        if (isNone(m_draft.kpp)) {
            if (isOrganisation()) block(Field::kpp, FindingKind::kppMissing);
            return;
        }
        const auto kpp = Kpp::parse(m_draft.kpp);
        if (!kpp) return addParseError(Field::kpp, kppKinds, kpp.error());
        if (m_report.kind && !isOrganisation()) return block(Field::kpp, FindingKind::kppNotForPerson);
        m_kpp = *kpp;
    }

    void checkBik()
    {
        if (const auto bik = Bik::parse(m_draft.bik); !bik) return addParseError(Field::bik, bikKinds, bik.error());
        if (m_rules.directory == nullptr) return;
        if (!m_report.bank) {
            const QString day = m_rules.directory->businessDay().toString(Qt::ISODate);
            return warn(Field::bik, FindingKind::bikUnknown, {day});
        }
        const BankEntry &bank = *m_report.bank;
        const qsizetype before = m_report.count(Severity::warn);
        checkLimits(bank);
        if (m_report.count(Severity::warn) > before) return;
        if (!bank.takesPayouts()) return warn(Field::bik, FindingKind::bankTakesNoPayouts, {bank.name});
        add(Field::bik, Severity::good, FindingKind::bikGood,
            {bank.name, bank.town, bank.correspondentAccounts.first()});
    }

    void checkLimits(const BankEntry &bank)
    {
        using Warned = std::pair<BankLimit, FindingKind>;
        constexpr std::array<Warned, 5> warned{{{BankLimit::licenceWithdrawn, FindingKind::bankLicenceWithdrawn},
                                                {BankLimit::liquidation, FindingKind::bankInLiquidation},
                                                {BankLimit::moratorium, FindingKind::bankMoratorium},
                                                {BankLimit::accountClosing, FindingKind::bankAccountClosing},
                                                {BankLimit::accountLimited, FindingKind::bankAccountLimited}}};
        for (const auto &[limit, kind] : warned) {
            if (bank.limits.testFlag(limit)) warn(Field::bik, kind, {bank.name});
        }
        if (m_draft.urgent && bank.limits.testFlag(BankLimit::urgentLimited))
            warn(Field::bik, FindingKind::bankUrgentLimited, {bank.name});
        if (bank.limits.testFlag(BankLimit::indirectLimited))
            add(Field::bik, Severity::hint, FindingKind::bankIndirectLimited, {bank.name});
        if (bank.limits.testFlag(BankLimit::branchEnding))
            add(Field::bik, Severity::hint, FindingKind::bankBranchEnding, {bank.name, bank.successorBik});
    }

    void checkAccount()
    {
        const auto account = AccountNumber::parse(m_draft.account);
        if (!account) return addParseError(Field::account, accountKinds, account.error());
        if (m_sender && *m_sender == *account) block(Field::account, FindingKind::accountIsSender);
        checkAccountKind(*account);
        checkKey(*account);
    }

    void checkAccountKind(const AccountNumber &account)
    {
        switch (payabilityOf(account)) {
        case Payability::otherKind:
            return block(Field::account, FindingKind::accountPrefixNotPayable, {account.text().first(5)});
        case Payability::notRouble:
            return block(Field::account, FindingKind::accountNotRouble, {account.text().mid(5, 3)});
        case Payability::nonResident:
            return warn(Field::account, FindingKind::accountOfNonResident);
        case Payability::payable:
            break;
        }
        if (isDeposit(account)) hint(Field::account, FindingKind::accountDepositHint);
        add(Field::account, Severity::good, FindingKind::accountPrefixGood);
    }

    void checkKey(const AccountNumber &account)
    {
        if (!m_bik) return;
        const auto right = rightAccountKey(account.text(), m_bik->text(), m_rules.directory);
        switch (checkAccountKey(account.text(), m_bik->text(), m_rules.directory)) {
        case CheckResult::right:
            return add(Field::account, Severity::good, FindingKind::accountKeyGood);
        case CheckResult::wrong:
            return add(Field::account, checkDigitSeverity(), FindingKind::accountKeyMismatch, {QString(*right)});
        case CheckResult::notChecked:
            return;
        }
    }

    void checkAmount()
    {
        const auto amount = Money::parse(m_draft.amount);
        if (!amount) return addAmountError(amount.error().code);
        if (*amount <= Money()) return block(Field::amount, FindingKind::amountZero);
        m_amount = *amount;
        if (!m_rules.limit) return;
        const QStringList limit{QString::number(m_rules.limit->kopecks())};
        if (*amount > *m_rules.limit) return block(Field::amount, FindingKind::amountOverLimit, limit);
        add(Field::amount, Severity::good, FindingKind::amountWithinLimit, limit);
    }

    void addAmountError(ErrorCode code)
    {
        static const QRegularExpression tooPrecise(QStringLiteral("^[0-9\\s]+[.,][0-9]{3,}\\s*₽?\\s*$"),
                                                   QRegularExpression::UseUnicodePropertiesOption);
        FindingKind kind = FindingKind::amountUnreadable;
        if (code == ErrorCode::emptyValue)
            kind = FindingKind::amountMissing;
        else if (code == ErrorCode::outOfRange)
            kind = FindingKind::amountTooLarge;
        else if (tooPrecise.match(m_draft.amount).hasMatch())
            kind = FindingKind::amountTooPrecise;
        block(Field::amount, kind);
    }

    void checkPurpose()
    {
        m_report.purpose = normalisedPurpose(m_draft.purpose);
        const QString &purpose = m_report.purpose;
        constexpr Field field = Field::purpose;
        if (purpose.isEmpty()) return block(field, FindingKind::purposeMissing);
        const QStringList length{QString::number(codePoints(purpose)), QString::number(purposeLimit)};
        const qsizetype before = m_report.count(Severity::block);
        if (codePoints(purpose) > purposeLimit) block(field, FindingKind::purposeTooLong, length);
        if (const auto c = forbiddenCharacter(purpose)) block(field, FindingKind::purposeForbiddenCharacter, {*c});
        if (const auto c = invisibleCharacter(purpose)) block(field, FindingKind::purposeInvisibleCharacter, {*c});
        if (const auto c = foreignCharacter(purpose)) block(field, FindingKind::purposeForeignCharacter, {*c});
        if (const auto word = mixedScriptWord(purpose)) warn(field, FindingKind::purposeMixedScripts, {*word});
        if (purpose != m_draft.purpose) hint(field, FindingKind::purposeNormalised);
        checkVoCode(purpose);
        if (!mentionsVat(purpose)) hint(field, FindingKind::purposeWithoutVat);
        checkVat(purpose);
        if (m_report.count(Severity::block) == before) add(field, Severity::good, FindingKind::purposeGood, length);
    }

    /// A tolerance of one kopeck: accounting programs round line by line.
    void checkVat(const QString &purpose)
    {
        const auto said = saidVat(purpose);
        if (!said || said->percent == 0) return;
        const QString percent = QString::number(said->percent);
        const bool known = m_report.vatRates.isEmpty() || m_report.vatRates.contains(said->percent);
        if (!known) warn(Field::purpose, FindingKind::purposeVatRateNotInForce, {percent});
        if (!said->tax || !m_amount) return;
        const qint64 right = vatInside(*m_amount, said->percent).kopecks();
        if (std::abs(right - said->tax->kopecks()) <= 1) return;
        warn(Field::purpose, FindingKind::purposeVatDiffers, {percent, QString::number(right)});
    }

    void checkVoCode(const QString &purpose)
    {
        const bool needed = (m_account && isOfNonResident(*m_account)) || (m_sender && isOfNonResident(*m_sender));
        const auto conflict = voCodeConflict(purpose, needed);
        if (!conflict) return;
        switch (*conflict) {
        case VoCodeConflict::malformed:
            return warn(Field::purpose, FindingKind::purposeVoCodeMalformed);
        case VoCodeConflict::needed:
            return warn(Field::purpose, FindingKind::purposeVoCodeNeeded);
        case VoCodeConflict::unneeded:
            if (m_account) warn(Field::purpose, FindingKind::purposeVoCodeUnneeded);
            return;
        }
    }

    void checkDirectory()
    {
        if (m_rules.directory == nullptr) return hint(Field::whole, FindingKind::directoryMissing);
        const QDate day = m_rules.directory->businessDay();
        if (!m_rules.today.isValid() || !day.isValid()) return;
        if (workingDaysBetween(day, m_rules.today) > freshForWorkingDays) {
            warn(Field::whole, FindingKind::directoryOld, {day.toString(Qt::ISODate)});
        }
    }

    void complete()
    {
        if (m_report.blocked() || !m_sender || !m_account || !m_bik || !m_amount || !m_report.kind) return;
        m_report.content =
            PayoutContent{*m_sender,  *m_report.kind, m_report.recipientName, m_inn,         m_kpp, *m_bik,
                          *m_account, *m_amount,      m_report.purpose,       m_draft.urgent};
    }

    const PayoutDraft &m_draft;
    const ValidationRules &m_rules;
    ValidationReport m_report;
    std::optional<AccountNumber> m_sender;
    std::optional<AccountNumber> m_account;
    std::optional<Bik> m_bik;
    std::optional<Inn> m_inn;
    std::optional<Kpp> m_kpp;
    std::optional<Money> m_amount;
};

} // namespace

bool ValidationReport::blocked() const
{
    return count(Severity::block) > 0;
}

qsizetype ValidationReport::count(Severity severity) const
{
    return std::ranges::count(findings, severity, &Finding::severity);
}

bool ValidationReport::has(FindingKind wanted) const
{
    return std::ranges::find(findings, wanted, &Finding::kind) != findings.end();
}

ValidationReport validate(const PayoutDraft &draft, const ValidationRules &rules)
{
    return Validator(draft, rules).run();
}

void holdAgainstBalance(ValidationReport &report, const PayoutDraft &draft, Money balance)
{
    const auto amount = Money::parse(draft.amount);
    if (!amount || *amount <= balance) return;
    const auto after = std::ranges::find(report.findings, Field::purpose, &Finding::field);
    report.findings.insert(
        after, {Field::amount, Severity::warn, FindingKind::amountOverBalance, {QString::number(balance.kopecks())}});
}

} // namespace countersign
