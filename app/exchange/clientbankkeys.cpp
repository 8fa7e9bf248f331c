#include "exchange/clientbankkeys.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <QString>

namespace countersign {

namespace {

/// Of a payer or recipient: the name, its four lines, and the rest.
constexpr const char *partyKeys[]{"",    "ИНН",     "КПП", "Счет", "РасчСчет", "Банк1", "Банк2",
                                  "БИК", "Корсчет", "1",   "2",    "3",        "4"};
constexpr const char *otherKeys[]{"СекцияДокумент",
                                  "Номер",
                                  "Дата",
                                  "Сумма",
                                  "КвитанцияДата",
                                  "КвитанцияВремя",
                                  "КвитанцияСодержание",
                                  "ДатаСписано",
                                  "ДатаПоступило",
                                  "ВидПлатежа",
                                  "ВидОплаты",
                                  "Код",
                                  "КодНазПлатежа",
                                  "Очередность",
                                  "НазначениеПлатежа",
                                  "НазначениеПлатежа1",
                                  "НазначениеПлатежа2",
                                  "НазначениеПлатежа3",
                                  "НазначениеПлатежа4",
                                  "НазначениеПлатежа5",
                                  "НазначениеПлатежа6",
                                  "СтатусСоставителя"};

/// Of budget payments and of other kinds of documents: an order for a payout has no use for them.
constexpr const char *unusedKeys[]{
    "ПоказательКБК",  "ОКАТО",          "ПоказательОснования",  "ПоказательПериода", "ПоказательНомера",
    "ПоказательДаты", "ПоказательТипа", "СрокПлатежа",          "СрокАкцепта",       "ВидАккредитива",
    "УсловиеОплаты1", "УсловиеОплаты2", "УсловиеОплаты3",       "ПлатежПоПредст",    "ПлатежПосредств",
    "ДополнУсловия",  "ДополУсловия",   "НомерСчетаПоставщика", "ДатаОтсылкиДок"};

QSet<QByteArray> knownKeys()
{
    QSet<QByteArray> known;
    for (const char *key : otherKeys)
        known.insert(key);
    for (const char *key : unusedKeys)
        known.insert(key);
    for (const char *end : partyKeys) {
        known.insert(QByteArray("Плательщик") + end);
        known.insert(QByteArray("Получатель") + end);
    }
    return known;
}

} // namespace

bool isKnownKey(QByteArrayView key)
{
    static const QSet<QByteArray> known = knownKeys();
    return known.contains(key.toByteArray());
}

bool isUnusedKey(QByteArrayView key)
{
    return std::ranges::find(unusedKeys, key, [](const char *one) { return QByteArrayView(one); }) !=
           std::end(unusedKeys);
}

bool isPurposeKey(QByteArrayView key)
{
    if (!key.startsWith(keys::purpose)) return false;
    const QByteArrayView number = key.sliced(static_cast<qsizetype>(sizeof keys::purpose) - 1);
    return number.isEmpty() || (number.size() == 1 && number[0] >= '1' && number[0] <= '6');
}

bool isForeignKey(QByteArrayView key)
{
    static const QSet<QByteArray> foreign{"ИИК",
                                          "ПлательщикИИК",
                                          "ПолучательИИК",
                                          "КБе",
                                          "КБЕ",
                                          "ПлательщикКБЕ",
                                          "ПолучательКБЕ",
                                          "ПлательщикБИН_ИИН",
                                          "ПолучательБИН_ИИН",
                                          "КодНазначенияПлатежа",
                                          "ПлательщикУНП",
                                          "ПолучательУНП",
                                          "ПлательщикМФО",
                                          "ПолучательМФО",
                                          "ПлательщикЕДРПОУ",
                                          "ПолучательЕДРПОУ"};
    return foreign.contains(key.toByteArray());
}

} // namespace countersign
