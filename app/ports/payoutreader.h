#pragma once

#include "ports/recipients.h"
#include "ports/records.h"
#include "ports/templates.h"

#include <QJsonObject>

namespace countersign {

/// The pages of the window's left side (design.md section 5).
enum class Folder { toReview, needsAttention, drafts, checking, beingPaid, paid, failed, cancelled, returned, all };
inline constexpr int folderCount = 10;

/// The states whose payouts a folder shows. needsAttention is a question of state or open alarm, see the reader.
[[nodiscard]] QList<PayoutState> statesOf(Folder folder);

struct ListQuery
{
    Folder folder = Folder::all;
    QString search; ///< words; each must occur in name, account, purpose, amount or number, whatever the letter case
    int offset = 0;
    int limit = 200;
    friend bool operator==(const ListQuery &, const ListQuery &) = default;
};

struct ListRow
{
    PayoutId id;
    qint64 number = 0;
    PayoutState state = PayoutState::draft;
    QString recipientName;
    QString recipientAccount;
    QString purpose;
    std::optional<qint64> amountKopecks;
    Instant changedAt{};
    Instant stateSince{};
    QString reasonCode;
    bool alarmed = false;
    bool newRecipient = false; ///< the recipient of a draft or of what waits for a decision needs an act (standingIn),
                               ///< or the payout went through that act
    QString recipientBik = {};
    QString recipientInn = {};
    QString senderAccount = {};  ///< as a draft has it; may be unfinished there
    QByteArray answer = {};      ///< the latest confirm_information, as it came; empty before
    bool otherRecipient = false; ///< the answer names somebody else, see otherRecipient(); the desk judges it
    QByteArray draft = {}; ///< of a draft: what the form shows, as it is stored; its digest tells one from the next
    PayoutId retryOf = {};
    QList<qint64> repeats =
        {}; ///< of a draft: numbers of the payouts that it repeats, newest first; the desk judges it
    friend bool operator==(const ListRow &, const ListRow &) = default;
};

struct ListPage
{
    ListQuery query;
    qint64 total = 0; ///< rows that the query has in all; a search counts no further than 2,000
    QList<ListRow> rows;
};

/// One line of a payout's history, oldest first.
struct HistoryEntry
{
    Instant at{};
    QString what;        ///< the audit entry's word, see payouts/auditwords.h
    QJsonObject details; ///< its technical facts
};

/// Everything the details pane and the review's history show, read in one go.
struct PayoutDossier
{
    PayoutRecord payout;
    std::optional<InstructionRecord> instruction; ///< the latest
    std::optional<AttemptRecord> attempt;         ///< the one in which the payout stands
    QList<IntentRecord> intents;                  ///< of that attempt; bodies included
    QList<SendRecord> sends;                      ///< of those intents, oldest first
    QList<ObservationRecord> observations;        ///< of its session alone, newest first, at most 1,000
    std::optional<ConfirmInfoRecord> confirmInfo; ///< the session's latest
    QList<DecisionRecord> decisions;              ///< newest first
    QList<AlarmRecord> alarms;                    ///< open ones
    QList<HistoryEntry> history;
    std::optional<RecipientActRecord> recipientAct = {};  ///< of the latest instruction
    QList<DuplicateActRecord> duplicateActs = {};         ///< likewise
    std::optional<RecipientIdentity> otherRecipient = {}; ///< whom the answer names instead; the desk judges it
    bool cancelBodyLost = false; ///< nobody knows the bytes of its cancel any more (K15); the desk judges it
};

/// Reads for the window, on its own connection and thread; never writes, never waits for the writer (WAL).
class PayoutReader : public RecipientHistory, public RecipientReader, public TemplateReader
{
public:
    ~PayoutReader() override = default;
    /// By number, newest first; `toReview` the longest waiting first. A row never moves because it changed.
    [[nodiscard]] virtual Result<ListPage> page(const ListQuery &query) = 0;
    /// Per folder, in the enum's order.
    [[nodiscard]] virtual Result<QList<qint64>> counts() = 0;
    [[nodiscard]] virtual Result<PayoutDossier> dossier(const PayoutId &id) = 0;
    [[nodiscard]] virtual Result<FreezeRecord> freeze() = 0;
    /// Open alarms that concern no payout of ours.
    [[nodiscard]] virtual Result<QList<AlarmRecord>> generalAlarms() = 0;
};

} // namespace countersign
