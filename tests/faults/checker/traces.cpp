#include "faults/checker/traces.h"

#include "faults/checker/storerows.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype checksumLength = 64;

/// The journal's lines: a JSON array, a space, and the SHA-256 of the checksum before and the array. What follows the
/// last line end was never whole.
void readJournal(const QString &path, Traces &traces)
{
    QFile file(path);
    if (!file.exists()) return;
    if (!file.open(QIODevice::ReadOnly)) {
        traces.journalProblem = file.errorString();
        return;
    }
    QByteArray last(checksumLength, '0');
    const QByteArray bytes = file.readAll();
    const QList<QByteArray> lines = bytes.first(bytes.lastIndexOf('\n') + 1).split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty()) continue;
        const QByteArray payload = line.chopped(std::min(line.size(), checksumLength + 1));
        const QByteArray checksum = line.last(std::min(line.size(), checksumLength));
        const QJsonArray fields = QJsonDocument::fromJson(payload).array();
        if (checksum != digest(last + payload) || fields.size() < 6 || fields.size() > 9) {
            traces.journalProblem = u"line %1 does not continue the journal"_s.arg(traces.journal.size() + 1);
            return;
        }
        last = checksum;
        traces.journal.append({fields[0].toString(), fields[1].toString(), fields[2].toString(),
                               fields[3].toString().toLatin1(), fields[4].toInteger()});
    }
}

void readLedger(const QByteArray &lines, Traces &traces)
{
    for (const QByteArray &line : lines.split('\n')) {
        if (line.isEmpty() || line.contains("\"event\":\"rule_")) continue;
        const QJsonObject fields = QJsonDocument::fromJson(line).object();
        LedgerEntry entry{fields.value(u"n").toInteger(), fields.value(u"event").toString(),
                          fields.value(u"session").toString(fields.value(u"session_id").toString()), fields};
        if (entry.event.isEmpty() || (!traces.ledger.isEmpty() && entry.n <= traces.ledger.last().n)) {
            traces.ledgerProblem = u"after entry %1"_s.arg(traces.ledger.isEmpty() ? 0 : traces.ledger.last().n);
            return;
        }
        traces.ledger.append(std::move(entry));
    }
}

void index(Traces &traces)
{
    for (const LedgerEntry &entry : std::as_const(traces.ledger)) {
        const QJsonObject metadata = entry.fields.value(u"state").toObject().value(u"metadata").toObject();
        if (metadata.contains(u"i")) traces.payoutOfSession.insert(entry.session, metadata.value(u"i").toString());
    }
    for (const StoreRows &store : std::as_const(traces.stores)) {
        QHash<QString, QString> sessions;
        QSet<QString> called;
        for (const Intent &intent : store.intents)
            called.insert(intent.attempt);
        for (const Attempt &attempt : store.attempts) {
            if (attempt.session.isEmpty()) continue;
            traces.payoutOfSession.insert(attempt.session, attempt.payout);
            sessions.insert(attempt.id, attempt.session);
            // A lost session that was written back (K15) has an attempt in two stores; the one that made it comes last.
            if (called.contains(attempt.id) || !traces.attemptOfSession.contains(attempt.session))
                traces.attemptOfSession.insert(attempt.session, attempt);
        }
        for (const Intent &intent : store.intents) {
            // Nor has every call that was written back its body.
            if (!traces.intentOfBody.contains(intent.sha256) || digest(intent.body) == intent.sha256)
                traces.intentOfBody.insert(intent.sha256, intent);
        }
        for (const Decision &decision : store.decisions)
            traces.decisionsOfSession.insert(sessions.value(decision.attempt), decision);
    }
}

} // namespace

QByteArray digest(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QList<const LedgerEntry *> Traces::entries(const QString &event) const
{
    QList<const LedgerEntry *> found;
    for (const LedgerEntry &entry : ledger) {
        if (entry.event == event) found.append(&entry);
    }
    return found;
}

bool isWrittenBack(const StoreRows &store, const Intent &intent)
{
    return std::any_of(store.audit.begin(), store.audit.end(), [&](const AuditEntry &entry) {
        return entry.details.value(u"byJournal").toBool() && entry.details.contains(u"to") &&
               entry.details.value(u"intent").toString() == intent.id;
    });
}

Traces readTraces(const Evidence &evidence)
{
    Traces traces{.evidence = evidence};
    traces.stores.append(readStore(evidence.store));
    for (const QString &lost : evidence.lostStores)
        traces.stores.append(readStore(lost));
    readJournal(evidence.journal, traces);
    readLedger(evidence.ledger, traces);
    index(traces);
    return traces;
}

} // namespace countersign::faults
