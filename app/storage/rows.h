#pragma once

#include "ports/payoutreader.h"
#include "storage/preparedstatement.h"

#include <QVariant>

namespace countersign {

/// Reads one result row from left to right, in the order of the statement's columns.
class Row
{
public:
    explicit Row(const PreparedStatement &statement) : m_statement(statement) {}

    [[nodiscard]] QString text() { return m_statement.text(m_column++); }
    /// Reads a row that is one text.
    [[nodiscard]] static QString readText(Row &row) { return row.text(); }
    [[nodiscard]] QByteArray bytes() { return m_statement.bytes(m_column++); }
    /// Text that is ASCII by its nature: a digest.
    [[nodiscard]] QByteArray digest() { return bytes(); }
    [[nodiscard]] qint64 number() { return m_statement.number(m_column++); }
    [[nodiscard]] int integer() { return static_cast<int>(number()); }
    [[nodiscard]] bool boolean() { return number() != 0; }
    [[nodiscard]] Instant instant() { return fromMilliseconds(number()); }
    [[nodiscard]] std::optional<qint64> optionalNumber();

    template <class Tag>
    void read(Id<Tag> &id)
    {
        id.text = text();
    }

    /// A word of one of our vocabularies; an unknown one makes the row bad.
    template <class Enum>
    [[nodiscard]] Enum word(std::optional<Enum> (*fromWord)(QStringView))
    {
        const std::optional<Enum> value = fromWord(text());
        m_good = m_good && value.has_value();
        return value.value_or(Enum{});
    }
    template <class Enum>
    [[nodiscard]] std::optional<Enum> optionalWord(std::optional<Enum> (*fromWord)(QStringView))
    {
        if (m_statement.isNull(m_column)) {
            ++m_column;
            return std::nullopt;
        }
        return word(fromWord);
    }

    /// False once a value was of the wrong vocabulary.
    [[nodiscard]] bool isGood() const { return m_good; }

private:
    const PreparedStatement &m_statement;
    int m_column = 0;
    bool m_good = true;
};

/// Never NULL, also for a null QString.
[[nodiscard]] QVariant textValue(const QString &text);
[[nodiscard]] QVariant bytesValue(const QByteArray &bytes);
/// NULL for an empty text (ids that may be absent).
[[nodiscard]] QVariant optionalText(const QString &text);

[[nodiscard]] QString intentStatusWord(IntentStatus status);
[[nodiscard]] std::optional<IntentStatus> intentStatusFromWord(QStringView word);
[[nodiscard]] QString decisionKindWord(DecisionKind kind);
[[nodiscard]] std::optional<DecisionKind> decisionKindFromWord(QStringView word);

// One reader per record: the columns stand in the order of the statements in sql/.
[[nodiscard]] qint64 readNumber(Row &row);
[[nodiscard]] PayoutRecord readPayout(Row &row);
[[nodiscard]] InstructionRecord readInstruction(Row &row);
[[nodiscard]] AttemptRecord readAttempt(Row &row);
[[nodiscard]] IntentRecord readIntent(Row &row);
[[nodiscard]] SendRecord readSend(Row &row);
[[nodiscard]] InboxRecord readInbox(Row &row);
[[nodiscard]] ObservationRecord readObservation(Row &row);
[[nodiscard]] ConfirmInfoRecord readConfirmInfo(Row &row);
[[nodiscard]] ViewRecord readView(Row &row);
[[nodiscard]] DecisionRecord readDecision(Row &row);
[[nodiscard]] AlarmRecord readAlarm(Row &row);
[[nodiscard]] FreezeRecord readFreeze(Row &row);
[[nodiscard]] AuditRecord readAudit(Row &row);
[[nodiscard]] HistoryEntry readHistory(Row &row);
[[nodiscard]] ListRow readListRow(Row &row);

// One list of values per insert, in the statement's order.
/// The columns that updatePayout sets.
[[nodiscard]] QVariantList changingValues(const PayoutRecord &payout);
/// The columns that updatePayoutState sets.
[[nodiscard]] QVariantList stateValues(const PayoutRecord &payout);
/// The columns that notePayout sets: those that change at every word of the bank.
[[nodiscard]] QVariantList noteValues(const PayoutRecord &payout);
/// Whether the two differ in nothing but what updatePayoutState sets.
[[nodiscard]] bool saysTheSame(const PayoutRecord &one, const PayoutRecord &other);
[[nodiscard]] QVariantList changingValues(const AttemptRecord &attempt);
/// What completes a send.
[[nodiscard]] QVariantList changingValues(const SendRecord &send);
[[nodiscard]] QVariantList insertValues(const PayoutRecord &payout);
[[nodiscard]] QVariantList insertValues(const InstructionRecord &instruction);
[[nodiscard]] QVariantList insertValues(const AttemptRecord &attempt);
[[nodiscard]] QVariantList insertValues(const IntentRecord &intent);
[[nodiscard]] QVariantList insertValues(const SendRecord &send);
[[nodiscard]] QVariantList insertValues(const InboxRecord &message);
[[nodiscard]] QVariantList insertValues(const ObservationRecord &observation);
[[nodiscard]] QVariantList insertValues(const ConfirmInfoRecord &info);
[[nodiscard]] QVariantList insertValues(const ViewRecord &view);
[[nodiscard]] QVariantList insertValues(const DecisionRecord &decision);
[[nodiscard]] QVariantList insertValues(const AlarmRecord &alarm);
[[nodiscard]] QVariantList insertValues(const FreezeRecord &freeze);
[[nodiscard]] QVariantList insertValues(const AuditRecord &entry);

} // namespace countersign
