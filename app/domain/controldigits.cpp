#include "domain/controldigits.h"

#include <algorithm>
#include <array>
#include <span>

namespace countersign {

namespace {

constexpr qsizetype accountLength = 20;
constexpr qsizetype bikLength = 9;
constexpr qsizetype keyPosition = 8;

bool isDigits(QStringView text, qsizetype length)
{
    return text.size() == length && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

int digit(QChar c)
{
    return c.unicode() - u'0';
}

QChar digitOf(int value)
{
    return QChar(static_cast<char16_t>(u'0' + value));
}

/// A correspondent account of the bank itself, kept by the Bank of Russia; 30109-30111 are accounts of other banks.
bool isOwnCorrespondentAccount(QStringView account)
{
    return account.startsWith(u"301") && !account.startsWith(u"30109") && !account.startsWith(u"30110") &&
           !account.startsWith(u"30111");
}

/// The single treasury account and accounts of treasury bodies: the Bank of Russia keeps them, whatever their BIK.
bool isTreasuryAccount(QStringView account)
{
    return account.startsWith(u"40102") || account.startsWith(u"40116") || account.startsWith(u"40816");
}

bool isKeptByBankOfRussia(QStringView account, QStringView bik)
{
    const QStringView last = bik.last(3);
    return isOwnCorrespondentAccount(account) || isTreasuryAccount(account) || bik.startsWith(u"00") ||
           bik.startsWith(u"01") || bik.startsWith(u'2') || last == u"000" || last == u"001" || last == u"002";
}

QString unitBik(QStringView bik, const BankDirectory *directory)
{
    if (directory != nullptr) {
        const auto parsed = Bik::parse(bik);
        const auto entry = parsed ? directory->find(*parsed) : std::nullopt;
        if (entry && isDigits(entry->accountCbrBic, bikLength)) return entry->accountCbrBic;
    }
    return bik.toString();
}

/// For accounts that the Bank of Russia keeps.
QString unitPrefix(QStringView bik, const BankDirectory *directory)
{
    return u'0' + unitBik(bik, directory).mid(4, 2);
}

QString keyPrefix(QStringView account, QStringView bik, const BankDirectory *directory)
{
    return isKeptByBankOfRussia(account, bik) ? unitPrefix(bik, directory) : bik.last(3).toString();
}

/// The sum of ru-payments.md 1.2, modulo 10.
int keySum(QStringView prefix, QStringView account)
{
    constexpr std::array<int, 3> weights{7, 1, 3};
    const QString digits = prefix.toString() + account.toString();
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += digit(digits[i]) * weights[static_cast<size_t>(i % 3)];
    return sum % 10;
}

QChar rightKey(QStringView prefix, QStringView account)
{
    QString withoutKey = account.toString();
    withoutKey[keyPosition] = u'0';
    return digitOf(keySum(prefix, withoutKey) * 3 % 10);
}

int innDigit(QStringView inn, std::span<const int> weights)
{
    int sum = 0;
    for (size_t i = 0; i < weights.size(); ++i)
        sum += digit(inn[static_cast<qsizetype>(i)]) * weights[i];
    return sum % 11 % 10;
}

} // namespace

std::optional<QChar> rightAccountKey(QStringView account, QStringView bik, const BankDirectory *directory)
{
    if (!isDigits(account, accountLength) || !isDigits(bik, bikLength) || account.startsWith(u'0')) return std::nullopt;
    return rightKey(keyPrefix(account, bik, directory), account);
}

CheckResult checkAccountKey(QStringView account, QStringView bik, const BankDirectory *directory)
{
    const auto right = rightAccountKey(account, bik, directory);
    if (!right) return CheckResult::notChecked;
    return account[keyPosition] == *right ? CheckResult::right : CheckResult::wrong;
}

CheckResult checkCorrespondentAccount(QStringView account, QStringView bik, const BankDirectory *directory)
{
    if (!isDigits(account, accountLength) || !isDigits(bik, bikLength)) return CheckResult::notChecked;
    const bool shape = account.startsWith(u"301") && account.mid(5, 3) == u"810";
    const bool ending = account.last(3) == bik.last(3);
    // Also accounts that begin with 30111: those of foreign banks at the Bank of Russia have its key.
    const bool right = account[keyPosition] == rightKey(unitPrefix(bik, directory), account);
    return shape && ending && right ? CheckResult::right : CheckResult::wrong;
}

QString rightInnDigits(QStringView inn)
{
    constexpr std::array<int, 11> weights{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    const std::span<const int> all(weights);
    if (isDigits(inn, 10)) return QString(digitOf(innDigit(inn, all.subspan(2))));
    if (!isDigits(inn, 12)) return {};
    QString text = inn.toString();
    text[10] = digitOf(innDigit(text, all.subspan(1)));
    return QString(text[10]) + digitOf(innDigit(text, all));
}

CheckResult checkOgrn(QStringView ogrn)
{
    constexpr qsizetype organisation = 13;
    constexpr qsizetype proprietor = 15;
    if (!isDigits(ogrn, organisation) && !isDigits(ogrn, proprietor)) return CheckResult::notChecked;
    const qint64 right = ogrn.chopped(1).toLongLong() % (ogrn.size() - 2) % 10;
    return digit(ogrn.back()) == right ? CheckResult::right : CheckResult::wrong;
}

CheckResult checkInn(QStringView inn)
{
    const QString right = rightInnDigits(inn);
    if (right.isEmpty()) return CheckResult::notChecked;
    return inn.endsWith(right) && !inn.startsWith(u"00") ? CheckResult::right : CheckResult::wrong;
}

} // namespace countersign
