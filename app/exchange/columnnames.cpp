#include "exchange/columnnames.h"

#include <QHash>

namespace countersign {

namespace {

struct Names
{
    ImportField field;
    const char16_t *names; ///< normalised, separated by "|"
};

// A running number ("№ п/п") is no document's number, and "итого" is no amount: they are not here.
constexpr Names knownNames[]{
    {ImportField::senderAccount,
     u"счет плательщика|счет отправителя|р с плательщика|р с отправителя|расчетный счет плательщика|счет списания|"
     u"со счета|наш счет|плательщиксчет|плательщикрасчсчет|sender account|payer account|from account|debit account"},
    {ImportField::recipientName,
     u"получатель|наименование получателя|название получателя|имя получателя|получатель платежа|фио|фио получателя|"
     u"ф и о|ф и о получателя|фамилия имя отчество|контрагент|наименование контрагента|наименование|поставщик|"
     u"сотрудник|получатель1|recipient|recipient name|beneficiary|beneficiary name|payee|payee name|name|full name|"
     u"supplier|vendor|contractor|employee"},
    {ImportField::inn,
     u"инн|инн получателя|инн контрагента|инн поставщика|получательинн|inn|recipient inn|beneficiary inn|payee inn|"
     u"tax id|taxpayer id|tin"},
    {ImportField::kpp,
     u"кпп|кпп получателя|кпп контрагента|кпп поставщика|получателькпп|kpp|recipient kpp|beneficiary kpp|payee kpp"},
    {ImportField::bik,
     u"бик|бик банка|бик получателя|бик банка получателя|бик контрагента|получательбик|bik|bic|bank bik|bank bic|"
     u"recipient bik|recipient bank bik|beneficiary bank bik|payee bik"},
    {ImportField::account,
     u"счет|счет получателя|номер счета|номер счета получателя|р с|рс|р счет|р с получателя|расч счет|расчетный счет|"
     u"расчетный счет получателя|счет контрагента|банковский счет|получательсчет|получательрасчсчет|account|"
     u"account number|recipient account|recipient account number|beneficiary account|payee account|to account"},
    {ImportField::amount,
     u"сумма|сумма платежа|сумма документа|сумма руб|сумма рублей|сумма в рублях|сумма р|сумма к выплате|"
     u"сумма к оплате|сумма перевода|к выплате|к оплате|сумма выплаты|amount|amount rub|payment amount|sum|"
     u"amount in rub|amount in roubles|amount in rubles|sum rub"},
    {ImportField::purpose,
     u"назначение|назначение платежа|назначение перевода|основание платежа|назначениеплатежа|purpose|"
     u"purpose of payment|payment purpose|description|details|payment details"},
    {ImportField::correspondentAccount,
     u"корсчет|кор счет|корр счет|коррсчет|к с|кс|к счет|корреспондентский счет|корсчет банка|корсчет банка получателя|"
     u"получателькорсчет|correspondent account|corr account"},
    {ImportField::documentNumber,
     u"номер|номер документа|номер платежа|номер поручения|номер платежного поручения|номер пп|№ документа|№ платежа|"
     u"№ поручения|№ пп|document number|document no|payment number|number|external id"},
    {ImportField::documentDate, u"дата|дата документа|дата платежа|дата поручения|date|document date|payment date"},
    {ImportField::incomeCode,
     u"вид дохода|код вида дохода|наз пл|код назначения платежа|назначение платежа кодовое|кодназплатежа|income code|"
     u"income type code"},
    {ImportField::priority, u"очередность|очередность платежа|очер плат|priority|payment priority"},
    {ImportField::uin, u"уин|код уин|уникальный идентификатор начисления|uin"},
};

QHash<QString, ImportField> fieldsByName()
{
    QHash<QString, ImportField> fields;
    for (const Names &known : knownNames) {
        for (const QStringView name : QStringView(known.names).split(u'|'))
            fields.insert(name.toString(), known.field);
    }
    return fields;
}

} // namespace

QString normalisedColumnName(const QString &header)
{
    QString name;
    for (QChar c : header.toLower()) {
        if (c == u'ё') c = u'е';
        name += c.isLetterOrNumber() || c == u'№' ? c : u' ';
    }
    return name.simplified();
}

std::optional<ImportField> fieldNamed(const QString &header)
{
    static const QHash<QString, ImportField> fields = fieldsByName();
    const auto found = fields.find(normalisedColumnName(header));
    return found == fields.end() ? std::nullopt : std::optional(*found);
}

} // namespace countersign
