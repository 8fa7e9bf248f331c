#pragma once

#include "faults/checker/evidence.h"

#include <QHash>
#include <QJsonObject>
#include <QMultiHash>
#include <QSet>

#include <optional>

namespace countersign::faults {

// The evidence as plain rows. Times are milliseconds of the desk's own clock, which may have been wrong.

struct Payout
{
    QString id;
    QString state;
    QString retryOf;
    QString reason;
    qint64 openAlarms = 0;
};

struct Instruction
{
    QString payout;
    qint64 version = 0;
    QByteArray content;
    QByteArray sha256;
};

struct Attempt
{
    QString id;
    QString payout;
    qint64 version = 0;
    QString session;
};

struct Intent
{
    QString id;
    QString attempt;
    QString payout;
    QString kind;
    QByteArray body;
    QByteArray sha256;
    QString status;
};

struct Send
{
    QString intent;
    qint64 number = 0;
    QString sendClass; ///< empty: no end was stored
};

struct Answer
{
    qint64 id = 0;
    QString session;
    QByteArray bytes;
    QByteArray sha256;
};

struct View
{
    QByteArray sha256;
    QByteArray bytes;
};

struct Decision
{
    QString id;
    QString attempt;
    QString kind;
    QByteArray contentSha256;
    QByteArray answerSha256;
    QByteArray viewSha256;
};

struct Alarm
{
    QString kind;
    QString session;
};

struct AuditEntry
{
    qint64 sequence = 0;
    QByteArray previous;
    QByteArray body;
    QByteArray hash;
    QString what;
    QString payout;
    QJsonObject details;
};

/// Everything of one store.
struct StoreRows
{
    QString path;
    QString problem; ///< why the file can't be believed; empty: it can
    QList<Payout> payouts;
    QList<Instruction> instructions;
    QList<Attempt> attempts;
    QList<Intent> intents;
    QList<Send> sends;
    QList<Answer> answers;
    QList<View> views;
    QList<Decision> decisions;
    QList<Alarm> alarms;
    QList<AuditEntry> audit;
    QSet<QByteArray> inbox; ///< SHA-256 of each body, counted anew
};

struct JournalLine
{
    QString intent;
    QString kind;
    QString session;
    QByteArray bodySha256;
    qint64 number = 0;
};

struct LedgerEntry
{
    qint64 n = 0;
    QString event;
    QString session;
    QJsonObject fields;
};

struct Traces
{
    Evidence evidence;
    QList<StoreRows> stores; ///< the one in force first, then the lost ones
    QList<JournalLine> journal;
    QString journalProblem;
    QList<LedgerEntry> ledger;
    QString ledgerProblem;

    [[nodiscard]] const StoreRows &store() const { return stores.first(); }
    /// Entries of one event, in order.
    [[nodiscard]] QList<const LedgerEntry *> entries(const QString &event) const;

    // found once, over all stores: what was durable at any time counts
    QHash<QString, QString> payoutOfSession; ///< also by the metadata that the bank keeps
    QHash<QString, Attempt> attemptOfSession;
    QHash<QByteArray, Intent> intentOfBody;
    QMultiHash<QString, Decision> decisionsOfSession;
};

/// The journal alone told this store of it (K15): what came of it, with answer, view and decision, is in the store that
/// was lost.
[[nodiscard]] bool isWrittenBack(const StoreRows &store, const Intent &intent);

[[nodiscard]] Traces readTraces(const Evidence &evidence);

/// SHA-256 as hexadecimal digits.
[[nodiscard]] QByteArray digest(const QByteArray &bytes);

} // namespace countersign::faults
