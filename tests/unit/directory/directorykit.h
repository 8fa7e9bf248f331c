#pragma once

#include "directory/ed807reader.h"

#include <QTest>

namespace countersign::test {

/// The n-th of many made-up banks: a BIK, a name and a correspondent account with its right ending.
inline BankEntry bank(int n)
{
    const QString end = QStringLiteral("%1").arg(50 + n % 900, 3, 10, QLatin1Char('0'));
    const QString bik = QStringLiteral("04%1").arg(n / 900, 4, 10, QLatin1Char('0')) + end;
    return {*Bik::parse(bik),
            QStringLiteral("Банк %1").arg(n),
            QStringLiteral("Казань"),
            QStringLiteral("20"),
            {QStringLiteral("30101810000000000") + end},
            bik.first(6) + QStringLiteral("000"),
            {}};
}

inline QList<BankEntry> banks(int count)
{
    QList<BankEntry> entries;
    for (int n = 0; n < count; ++n)
        entries.append(bank(n));
    return entries;
}

inline const QDate friday{2026, 11, 20};

inline std::shared_ptr<const Ed807Directory> directoryOf(const QList<BankEntry> &entries, QDate day = friday)
{
    return std::make_shared<const Ed807Directory>(day, entries);
}

/// The same as the Bank of Russia writes it, in windows-1251 where `encoding` says so.
inline QByteArray ed807Of(const QList<BankEntry> &entries, QDate day = friday)
{
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<ED807 xmlns=\"urn:cbr-ru:ed:v2.0\" "
                     "InfoTypeCode=\"FIRR\" BusinessDay=\"" +
                     day.toString(Qt::ISODate).toLatin1() + "\">\n";
    for (const BankEntry &entry : entries) {
        xml += "<BICDirectoryEntry BIC=\"" + entry.bik.text().toLatin1() + "\"><ParticipantInfo NameP=\"" +
               entry.name.toUtf8() + "\" Nnp=\"" + entry.town.toUtf8() + "\" PtType=\"" +
               entry.participantType.toLatin1() + "\"/>";
        for (const QString &account : entry.correspondentAccounts)
            xml += "<Accounts Account=\"" + account.toLatin1() + "\" RegulationAccountType=\"CRSA\" AccountCBRBIC=\"" +
                   entry.accountCbrBic.toLatin1() + "\" AccountStatus=\"ACAC\"/>";
        xml += "</BICDirectoryEntry>\n";
    }
    return xml + "</ED807>\n";
}

} // namespace countersign::test
