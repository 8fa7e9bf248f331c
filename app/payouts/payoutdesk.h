#pragma once

#include "domain/comparison.h"
#include "domain/validation.h"
#include "payouts/offers.h"
#include "ports/payoutreader.h"

#include <QFuture>
#include <QObject>

namespace countersign {

/// How a draft stands to what was paid and made before; to be shown before it is sent.
struct RecipientCheck
{
    RecipientIdentity who;
    RecipientStanding standing;
    QList<RecipientRecord> book = {}; ///< entries of the address book with this INN or this account
    PayoutId actOf;                   ///< whose act for exactly this recipient stands for this one too; empty: none
    QList<Duplicate> duplicates;      ///< newest first

    /// The account is to be typed again from the paper before this can be sent.
    [[nodiscard]] bool needsRetyping() const { return standing.needsAct() && actOf.isEmpty(); }
};

/// What a person has done before sending; holds for exactly what it was done about.
struct SendingActs
{
    RecipientIdentity recipient;  ///< whose account was typed again
    QString typedDigits;          ///< the last six of it
    QList<PayoutId> knownEarlier; ///< payouts that this one looks like, and shall not be mistaken for
    QByteArray draftSha256 = {}; ///< of the draft that the person was shown (ListRow::draft); empty: whatever is stored
};

/// The tick of the review for a payout whose recipient was new or changed when it was sent, or has changed since.
[[nodiscard]] QString newRecipientTick();

/// The tick of the review for a payout that looked like an earlier one when it was sent.
[[nodiscard]] QString repeatTick();

/// The tick of the review for another payout, by its number, that looks the same now and that nobody was asked about
/// when this one was sent.
[[nodiscard]] QString repeatTickOf(qint64 number);
/// The number in such a tick; nothing: it is another one.
[[nodiscard]] std::optional<qint64> repeatOfTick(const QString &tick);

/// What a decision says when the account was typed again in the review; no box to tick.
[[nodiscard]] QString retypedTick();
/// Whether these are the last six digits of the account that was asked for.
[[nodiscard]] bool isRetyped(const QString &typed, const PayoutContent &content);

/// What a person is shown before a decision; built from the stored bytes and the frozen instruction only, never from
/// form fields (payout-lifecycle.md section 9).
struct ReviewSheet
{
    PayoutId payout;
    qint64 number = 0;
    QString sessionId;
    QString bankPayoutId;
    PayoutContent asked;
    Comparison comparison;
    ConfirmInfoRecord info;       ///< the answer, byte for byte; `message` for the tab "As received"
    QByteArray viewSha256;        ///< digest of exactly what is to be shown; goes back with the act
    Instant openedAt{};           ///< the three seconds of G9 count from here
    bool signedByBank = false;    ///< the answer came with the bank's valid signature; else trust rests on TLS
    bool confirmPossible = false; ///< false: only cancel is offered (hard difference on a live profile, freeze …)
    QString refusedBy;            ///< guard that refuses a confirm already now ("G4", "G10", "G13"); empty: none
    bool gestureNeeded = false;   ///< last four digits of the account that the bank will pay must be typed
    bool retypingNeeded = false;  ///< the act for the recipient is missing: the account is to be typed again here
    QStringList requiredTicks; ///< of the comparison, newRecipientTick(), repeatTick() and the like: each to be given
    QDate directoryDay;        ///< BusinessDay of the BIK directory that was used; invalid: none
    std::optional<RecipientActRecord> recipientAct = {}; ///< the recipient was new or changed when it was sent
    std::optional<RecipientStanding> standingSince = {}; ///< what it is now, when that needs a tick of its own
    QList<DuplicateActRecord> duplicateActs = {};        ///< earlier payouts that it looked like then
    QList<Duplicate> repeatsSince = {};                  ///< others that it looks like now
    DraftSource source = {};                             ///< where its fields came from
};

struct ReviewAct
{
    DecisionKind kind = DecisionKind::approve;
    QByteArray viewSha256;
    Instant openedAt{};
    QStringList ticks;
    QString typedDigits;
    QString retypedDigits = {}; ///< the last six of the account that was asked for, from the paper
    QString reason;             ///< where a written reason is asked for; may be empty otherwise
};

/// What is true of the program as a whole.
struct Overview
{
    FreezeRecord freeze;
    QList<AlarmRecord> generalAlarms;
    /// What failed, so that nothing is sent until restart: diskFull, storeWriteFailed, journalWriteFailed, or what kept
    /// the records from being checked at the start.
    std::optional<ErrorCode> stoppedBy;
    bool keyUnlocked = false;
    QString keyFingerprint;
    int keyBits = 0;
    std::optional<bool> bankReachable; ///< by the latest call; without a value before the first
    std::optional<Instant> lastBankContact;
    QString webhookAddress; ///< where the receiver listens; empty: off
    QString webhookProblem; ///< why it does not, technical; empty: none
    std::optional<Instant> lastWebhook;
    qint64 refusedMessages = 0; ///< messages that the bank had not signed, in this run
};

/// A settlement account's balance as the bank last told it; information, never a guarantee.
struct Balance
{
    QString account;
    Money amount;
    Instant at{};
};

/// Something that a person should hear of while doing something else.
struct Notice
{
    enum class Kind {
        readyToReview,
        paid,
        failed,
        cancelled, ///< as a person here had ordered; what the bank drops by itself is `failed`
        returned,
        needsAttention
    };
    Kind kind = Kind::readyToReview;
    PayoutId payout; ///< empty for needsAttention of the program as a whole
    QString recipientName;
    std::optional<qint64> amountKopecks;
};

/// Everything the window may ask for (design.md section 2). Lives on the window's thread; the work is done elsewhere
/// and nothing here blocks. Each future finishes exactly once; lasting facts are announced by signals with an id and
/// re-read. A future that is dropped does not stop the work.
class PayoutDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // preparing
    /// Checks while typing; pure and quick.
    [[nodiscard]] virtual ValidationReport check(const PayoutDraft &draft) const = 0;
    /// Banks of the directory whose BIK starts with `text` or whose name holds it; quick. See BankDirectory::search.
    [[nodiscard]] virtual QList<BankEntry> banks(const QString &text, qsizetype limit) const = 0;
    /// An empty id makes a new draft. wrongState when it is no longer a draft.
    virtual QFuture<Result<PayoutId>> saveDraft(PayoutId id, PayoutDraft draft) = 0;
    virtual QFuture<Result<>> discardDraft(PayoutId id) = 0;
    /// Who would be paid, and what looks the same; by index, from the store. `self` may be empty.
    virtual QFuture<Result<RecipientCheck>> checkRecipient(PayoutId self, PayoutDraft draft) = 0;
    /// Draft → queued. The draft must have been saved. notValid, recipientNotAcknowledged, duplicateNotAcknowledged,
    /// frozen, signerLocked, wrongState; staleView when it is no longer the draft that was shown.
    virtual QFuture<Result<>> sendForChecking(PayoutId id, SendingActs acts) = 0;
    /// Queued or open → draft again.
    virtual QFuture<Result<>> withdraw(PayoutId id) = 0;
    /// L12: a draft with the same content that names the old payout; when there is one already, that one. wrongState
    /// while not offered.
    virtual QFuture<Result<PayoutId>> payAgain(PayoutId id) = 0;

    // reviewing
    /// What openReview would hand out, for choosing what to show: stores nothing, and no decision can name it. Errors
    /// as there.
    virtual QFuture<Result<ReviewSheet>> readReview(PayoutId id) = 0;
    /// Stores the view: the record says from now on that a person has seen it, so only for what is on the screen.
    /// wrongState when there is nothing to review.
    virtual QFuture<Result<ReviewSheet>> openReview(PayoutId id) = 0;
    /// Stores the decision and lets the Sender act. gateRefused (detail: guard), staleView, reasonNeeded, wrongState.
    virtual QFuture<Result<>> decide(PayoutId id, ReviewAct act) = 0;

    // following
    /// Reads session/status soon, whatever the poll plan says.
    virtual QFuture<Result<>> askNow(PayoutId id) = 0;
    /// One of the acts that section 6 leaves to a person; `reason` is stored. wrongState while not offered.
    virtual QFuture<Result<>> order(PayoutId id, PersonOrder order, QString reason) = 0;

    /// L14, one action each; lifting needs a written reason under the policy "one person".
    virtual QFuture<Result<>> freeze(QString reason) = 0;
    virtual QFuture<Result<>> liftFreeze(QString reason) = 0;

    // reading
    virtual QFuture<Result<ListPage>> page(ListQuery query) = 0;
    virtual QFuture<Result<QList<qint64>>> counts() = 0; ///< per Folder
    virtual QFuture<Result<PayoutDossier>> dossier(PayoutId id) = 0;
    [[nodiscard]] virtual Overview overview() const = 0; ///< as of the last overviewChanged
    virtual QFuture<Result<Balance>> balance(AccountNumber account) = 0;

Q_SIGNALS:
    void payoutChanged(countersign::PayoutId id);
    void listChanged(); ///< rows came, went or moved: re-read what is shown
    void overviewChanged();
    void noticeRaised(countersign::Notice notice);
};

} // namespace countersign
