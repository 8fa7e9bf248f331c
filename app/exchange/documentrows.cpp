#include "exchange/documentrows.h"

#include "domain/purpose.h"
#include "exchange/clientbankkeys.h"

#include <QDate>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

QString withoutSpaces(QString digits)
{
    return digits.removeIf([](QChar c) { return c.isSpace(); });
}

/// A correspondent account where an account is expected: the settlement goes through another bank.
bool isCorrespondent(const QString &account)
{
    return account.startsWith(u"301");
}

/// "Р/с 40702810500000000001 в банке": the line that names the account may say more.
QString accountWithin(const QString &line)
{
    static const QRegularExpression account(u"(?<![0-9])[0-9]{20}(?![0-9])"_s);
    const QString text = withoutSpaces(line);
    auto found = account.globalMatch(text);
    if (!found.hasNext()) return text;
    const QString first = found.next().captured();
    return found.hasNext() ? text : first;
}

bool isSet(const QString &value)
{
    return !value.isEmpty() && value != u"0";
}

/// Some programs write the whole purpose and its lines as well, and break lines within words; what holds the other is
/// the whole.
QString joinedPurpose(const QString &purpose, const QString &lines)
{
    if (withoutSpaces(purpose).contains(withoutSpaces(lines))) return purpose;
    if (withoutSpaces(lines).contains(withoutSpaces(purpose))) return lines;
    return purpose + u' ' + lines;
}

/// "ИНН 7701000019 КПП 770101001 ООО "Вектор"" taken apart.
struct NameLine
{
    QString inn;
    QString name;
};

NameLine takenApart(const QString &line)
{
    static const QRegularExpression numbers(u"^\\s*ИНН\\s*(\\d+)\\s*(?:КПП\\s*\\w+\\s*)?"_s);
    const auto match = numbers.match(line);
    return match.hasMatch() ? NameLine{match.captured(1), line.mid(match.capturedEnd())} : NameLine{{}, line};
}

} // namespace

/// One document while it is read.
struct DocumentRows::Document
{
    const DocumentRows &rows;
    const CellTable &table;
    qsizetype row;
    RowContent content;

    [[nodiscard]] int column(const QString &key) const { return rows.m_columns.value(key, -1); }
    [[nodiscard]] QString value(const QString &key) const { return table.text(row, column(key)).trimmed(); }

    void add(std::optional<ImportField> field, const QString &key, Severity severity, ImportFindingKind kind,
             const QStringList &arguments = {})
    {
        content.findings.append({field, column(key), severity, kind, arguments});
    }

    /// The key that names a party's account: its own, else that of the settlement; line 2 of its name where that is a
    /// correspondent account.
    [[nodiscard]] QString accountKey(const QString &party) const
    {
        if (!value(party + u"РасчСчет"_s).isEmpty()) return party + u"РасчСчет"_s;
        return isCorrespondent(value(party + u"Счет"_s)) ? party + u'2' : party + u"Счет"_s;
    }
    [[nodiscard]] QString accountOf(const QString &party) const
    {
        const QString key = accountKey(party);
        return key.endsWith(u'2') ? accountWithin(value(key)) : withoutSpaces(value(key));
    }
    [[nodiscard]] QString nameKey() const
    {
        return value(u"Получатель1"_s).isEmpty() ? u"Получатель"_s : u"Получатель1"_s;
    }

    void readContent();
    void readFacts();
    void checkKind();
    void checkExecuted();
    void checkWholeness();
    void checkParties();
    void checkNumberAndDate();
    void checkUrgency();
    void checkKeys();
    void tellFilled(const QList<int> &columns, ImportFindingKind kind);
    void checkAccounts(const QString &party, ImportField field);
};

DocumentRows::DocumentRows(const QStringList &keys, bool statement) : m_statement(statement)
{
    for (int column = 0; column < keys.size(); ++column) {
        m_columns.insert(keys[column], column);
        const QByteArray key = keys[column].toUtf8();
        if (!isKnownKey(key)) m_unknown.append(column);
        if (isUnusedKey(key)) m_unused.append(column);
    }
}

int DocumentRows::columnOf(const CellTable &table, qsizetype row, ImportField field) const
{
    const Document document{*this, table, row, {}};
    switch (field) {
    case ImportField::senderAccount:
        return document.column(document.accountKey(u"Плательщик"_s));
    case ImportField::recipientName:
        return document.column(document.nameKey());
    case ImportField::inn:
        return document.column(u"ПолучательИНН"_s);
    case ImportField::kpp:
        return document.column(u"ПолучательКПП"_s);
    case ImportField::bik:
        return document.column(u"ПолучательБИК"_s);
    case ImportField::account:
        return document.column(document.accountKey(u"Получатель"_s));
    case ImportField::amount:
        return document.column(u"Сумма"_s);
    case ImportField::purpose:
        return document.column(u"НазначениеПлатежа"_s);
    case ImportField::correspondentAccount:
        return document.column(u"ПолучательКорсчет"_s);
    case ImportField::documentNumber:
        return document.column(u"Номер"_s);
    case ImportField::documentDate:
        return document.column(u"Дата"_s);
    case ImportField::incomeCode:
        return document.column(u"КодНазПлатежа"_s);
    case ImportField::priority:
        return document.column(u"Очередность"_s);
    case ImportField::uin:
        return document.column(u"Код"_s);
    }
    return -1;
}

RowContent DocumentRows::read(const CellTable &table, qsizetype row) const
{
    Document document{*this, table, row, {}};
    document.readContent();
    document.readFacts();
    document.checkKind();
    document.checkExecuted();
    document.checkWholeness();
    document.checkParties();
    document.checkNumberAndDate();
    document.checkUrgency();
    document.checkKeys();
    return document.content;
}

void DocumentRows::Document::readContent()
{
    PayoutDraft &draft = content.draft;
    draft.senderAccount = accountOf(u"Плательщик"_s);
    draft.account = accountOf(u"Получатель"_s);
    draft.recipientName = takenApart(value(nameKey())).name;
    const auto unlessZero = [this](const QString &key) { return isSet(value(key)) ? value(key) : QString(); };
    draft.inn = unlessZero(u"ПолучательИНН"_s);
    draft.kpp = unlessZero(u"ПолучательКПП"_s);
    draft.bik = value(u"ПолучательБИК"_s);
    draft.amount = value(u"Сумма"_s);
    draft.urgent = value(u"ВидПлатежа"_s).startsWith(u"срочн", Qt::CaseInsensitive); // "Срочно", "Срочный"

    QStringList lines;
    for (int line = 1; line <= 6; ++line)
        lines.append(value(u"НазначениеПлатежа%1"_s.arg(line)));
    lines.removeAll(QString());
    draft.purpose = joinedPurpose(value(u"НазначениеПлатежа"_s), lines.join(u' '));
}

void DocumentRows::Document::readFacts()
{
    content.facts = {.kind = value(u"СекцияДокумент"_s),
                     .number = value(u"Номер"_s),
                     .date = value(u"Дата"_s),
                     .correspondentAccount = withoutSpaces(value(u"ПолучательКорсчет"_s)),
                     .incomeCode = value(u"КодНазПлатежа"_s),
                     .priority = value(u"Очередность"_s),
                     .uin = value(u"Код"_s)};
}

void DocumentRows::Document::checkKind()
{
    using Kind = ImportFindingKind;
    if (content.facts.kind.compare(u"платежное поручение", Qt::CaseInsensitive) != 0 &&
        content.facts.kind.compare(u"платёжное поручение", Qt::CaseInsensitive) != 0) {
        add({}, u"СекцияДокумент"_s, Severity::block, Kind::documentKindOther, {content.facts.kind});
    }
    if (isSet(value(u"СтатусСоставителя"_s))) add({}, u"СтатусСоставителя"_s, Severity::block, Kind::documentOfBudget);
}

void DocumentRows::Document::checkExecuted()
{
    using Kind = ImportFindingKind;
    for (const QString &key : {u"ДатаСписано"_s, u"ДатаПоступило"_s}) {
        if (value(key).isEmpty()) continue;
        add({}, key, Severity::block, Kind::documentBooked, {value(key)});
        return;
    }
    // Banks leave the day of booking out (ru-payments.md 4.3); what they have answered or listed they have all the
    // same.
    for (const QString &key : {u"КвитанцияДата"_s, u"КвитанцияСодержание"_s, u"КвитанцияВремя"_s}) {
        if (value(key).isEmpty()) continue;
        return add({}, key, Severity::block, Kind::documentOfStatement, {value(key)});
    }
    if (rows.m_statement) add({}, {}, Severity::block, Kind::documentOfStatement, {QString()});
}

void DocumentRows::Document::checkWholeness()
{
    using Kind = ImportFindingKind;
    if (table.hasMark(row, RowMark::unfinished)) add({}, {}, Severity::block, Kind::documentUnfinished);
    const bool purposeDoubtful = table.hasMark(row, RowMark::doubtfulPurpose);
    if (purposeDoubtful || table.hasMark(row, RowMark::strayLine)) {
        const auto field = purposeDoubtful ? std::optional(ImportField::purpose) : std::nullopt;
        add(field, purposeDoubtful ? u"НазначениеПлатежа"_s : QString(),
            purposeDoubtful ? Severity::block : Severity::warn, Kind::documentStrayLine);
    }
}

void DocumentRows::Document::checkAccounts(const QString &party, ImportField field)
{
    const QString own = withoutSpaces(value(party + u"РасчСчет"_s));
    const QString settled = withoutSpaces(value(party + u"Счет"_s));
    if (own.isEmpty() || settled.isEmpty() || own == settled || isCorrespondent(settled)) return;
    add(field, party + u"РасчСчет"_s, Severity::block, ImportFindingKind::documentAccountsDiffer, {own, settled});
}

void DocumentRows::Document::checkParties()
{
    checkAccounts(u"Плательщик"_s, ImportField::senderAccount);
    checkAccounts(u"Получатель"_s, ImportField::account);
    const NameLine line = takenApart(value(u"Получатель"_s));
    if (!line.inn.isEmpty() && !content.draft.inn.isEmpty() && line.inn != content.draft.inn) {
        add(ImportField::inn, u"ПолучательИНН"_s, Severity::warn, ImportFindingKind::documentInnDiffers,
            {line.inn, content.draft.inn});
    }
    const QString first = value(u"Получатель1"_s);
    const bool same = normalisedName(line.name).compare(normalisedName(first), Qt::CaseInsensitive) == 0;
    if (!first.isEmpty() && !line.name.isEmpty() && !same) {
        add(ImportField::recipientName, u"Получатель"_s, Severity::warn, ImportFindingKind::documentNamesDiffer,
            {line.name, first});
    }
}

void DocumentRows::Document::checkNumberAndDate()
{
    using Kind = ImportFindingKind;
    static const QRegularExpression usual(u"^(?!0+$)[0-9]{1,6}$"_s);
    const QString &number = content.facts.number;
    const auto hint = [this](Kind kind) { add(ImportField::documentNumber, u"Номер"_s, Severity::hint, kind); };
    if (number.isEmpty())
        hint(Kind::documentNumberMissing);
    else if (!usual.match(number).hasMatch())
        hint(Kind::documentNumberLong);
    else if (number.endsWith(u"000"))
        hint(Kind::documentNumberRound);

    const QString &date = content.facts.date;
    if (date.size() != 10 || !QDate::fromString(date, u"dd.MM.yyyy"_s).isValid()) {
        add(ImportField::documentDate, u"Дата"_s, Severity::block, Kind::documentDateWrong, {date});
    }
}

void DocumentRows::Document::checkUrgency()
{
    const QString way = value(u"ВидПлатежа"_s);
    if (content.draft.urgent) add({}, u"ВидПлатежа"_s, Severity::warn, ImportFindingKind::documentUrgent);
    static const QRegularExpression known(u"^(|срочн.*|почт.*|телеграф.*|электронн.*)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (known.match(way).hasMatch()) return;
    add({}, u"ВидПлатежа"_s, Severity::warn, ImportFindingKind::documentUrgencyUnknown, {way});
}

void DocumentRows::Document::tellFilled(const QList<int> &columns, ImportFindingKind kind)
{
    QStringList filled;
    for (const int column : columns) {
        const QString key = rows.m_columns.key(column);
        if (isSet(value(key))) filled.append(key);
    }
    if (!filled.isEmpty()) add({}, filled.first(), Severity::hint, kind, {filled.join(u", "_s)});
}

void DocumentRows::Document::checkKeys()
{
    tellFilled(rows.m_unknown, ImportFindingKind::documentUnknownKey);
    tellFilled(rows.m_unused, ImportFindingKind::documentUnusedKey);
    for (int column = 0; column < table.cellCount(row); ++column) {
        if (!table.hasMark(row, column, CellMark::repeated)) continue;
        const QString key = rows.m_columns.key(column);
        add({}, key, Severity::block, ImportFindingKind::documentKeyRepeated, {key});
    }
}

} // namespace countersign
