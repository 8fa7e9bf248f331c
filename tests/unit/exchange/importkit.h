#pragma once

#include "directory/ed807reader.h"
#include "exchange/importreading.h"
#include "exchange/parsedfile.h"

#include <QFile>
#include <QTest>

namespace countersign::test {

inline QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A file as if it had been read.
inline ImportSource sourceOf(const QByteArray &bytes)
{
    return {bytes, {QStringLiteral("orders"), bytes.size(), {}, sha256Hex(bytes)}};
}

inline ImportRules ownAccounts()
{
    ImportRules rules;
    for (const QStringView number : {u"40702810300200000013", u"40702810800200000021"})
        rules.senderAccounts.append(*AccountNumber::parse(number));
    return rules;
}

inline std::shared_ptr<const ImportSheet> sheetOf(const QByteArray &bytes, const ImportChoices &choices = {},
                                                  const ImportRules &rules = ownAccounts())
{
    UnwatchedReading unwatched;
    const auto sheet = readImport(sourceOf(bytes), choices, rules, unwatched);
    return sheet ? *sheet : nullptr;
}

/// The detail with which a file is refused; empty: it was read.
inline QString refusalOf(const QByteArray &bytes, const ImportChoices &choices = {})
{
    UnwatchedReading unwatched;
    const auto sheet = readImport(sourceOf(bytes), choices, ownAccounts(), unwatched);
    return sheet ? QString() : errorCodeName(sheet.error().code) + QStringLiteral(": ") + sheet.error().detail;
}

inline QStringList namesOf(const QList<ImportFinding> &findings, std::optional<Severity> severity = {})
{
    QStringList names;
    for (const ImportFinding &finding : findings) {
        if (!severity || finding.severity == *severity) names.append(findingName(finding));
    }
    return names;
}

/// What blocks this row, by name.
inline QStringList refusals(const ImportSheet &sheet, qsizetype row)
{
    return namesOf(sheet.row(row).findings, Severity::block);
}

inline QStringList warnings(const ImportSheet &sheet, qsizetype row)
{
    return namesOf(sheet.row(row).findings, Severity::warn);
}

inline const QByteArray csvHeader = "Получатель;ИНН;КПП;БИК;Счет;Сумма;Назначение\r\n";
inline const QByteArray csvRow =
    "ООО Вектор;7701000019;770101001;044525974;40702810500000000001;3500,00;Оплата по счету 77. Без НДС\r\n";

inline ImportChoices fromOwnAccount()
{
    return {.senderAccount = QStringLiteral("40702810300200000013")};
}

/// One document of the 1C format, with lines added or replaced before its end.
inline QByteArray document(const QByteArray &added = {}, const QByteArray &number = "101")
{
    return "СекцияДокумент=Платежное поручение\r\nНомер=" + number +
           "\r\nДата=20.11.2026\r\nСумма=3500.00\r\nПлательщикСчет=40702810300200000013\r\n"
           "ПлательщикРасчСчет=40702810300200000013\r\nПолучательСчет=40702810500000000001\r\n"
           "ПолучательРасчСчет=40702810500000000001\r\nПолучательИНН=7701000019\r\nПолучательКПП=770101001\r\n"
           "Получатель1=ООО \"Вектор\"\r\nПолучательБИК=044525974\r\nОчередность=5\r\n"
           "НазначениеПлатежа=Оплата по счету 77. Без НДС\r\n" +
           added + "КонецДокумента\r\n";
}

inline QByteArray exchangeFile(const QByteArray &documents, const QByteArray &header = "ВерсияФормата=1.03\r\n",
                               const QByteArray &end = "КонецФайла\r\n")
{
    return "1CClientBankExchange\r\n" + header + documents + end;
}

/// UTF-8 as windows-1251 or cp866.
inline QByteArray inCodePage(const QByteArray &utf8, TextEncoding encoding)
{
    QHash<QString, char> bytes;
    for (int value = 0x80; value <= 0xFF; ++value) {
        const QByteArray one(1, static_cast<char>(value));
        Utf8Maker make(encoding);
        bytes.insert(QString::fromUtf8(make(one).utf8), one.front());
    }
    QByteArray converted;
    for (const QChar c : QString::fromUtf8(utf8))
        converted += c.unicode() < 0x80 ? static_cast<char>(c.unicode()) : bytes.value(QString(c), '?');
    return converted;
}

} // namespace countersign::test
