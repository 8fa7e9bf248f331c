#include "bootstrap/practiceseed.h"

#include "core/futures.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace countersign {

PracticeSeed::PracticeSeed(PayoutDesk &desk, QObject *parent) : QObject(parent), m_desk(desk) {}

QList<PracticeSeed::Sample> PracticeSeed::samples()
{
    QFile file(QStringLiteral(":/practice/payouts.json"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QList<Sample> samples;
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &row : rows) {
        const QJsonObject json = row.toObject();
        const auto text = [&](const char *key) { return json.value(QLatin1String(key)).toString(); };
        samples.append({{.senderAccount = text("from"),
                         .recipientName = text("recipient"),
                         .inn = text("inn"),
                         .kpp = text("kpp"),
                         .bik = text("bik"),
                         .account = text("account"),
                         .amount = text("amount"),
                         .purpose = text("purpose")},
                        json.value(QLatin1String("send")).toBool(),
                        json.value(QLatin1String("cancel")).toBool()});
    }
    return samples;
}

void PracticeSeed::start()
{
    watch(m_desk.counts(), this, [this](const Result<QList<qint64>> &counts) {
        const bool empty = counts && counts->value(static_cast<int>(Folder::all)) == 0;
        if (empty) m_samples = samples();
        seedNext();
    });
}

void PracticeSeed::seedNext()
{
    if (m_samples.isEmpty()) {
        if (m_toCancel.isEmpty())
            Q_EMIT done();
        else
            cancelWhenReady();
        return;
    }
    const Sample sample = m_samples.takeFirst();
    watch(m_desk.saveDraft({}, sample.draft), this, [this, sample](const Result<PayoutId> &id) {
        if (!id || !sample.send) return seedNext();
        if (sample.cancel) m_toCancel = *id;
        send(*id, sample.draft);
    });
}

/// The samples stand for payouts that somebody has prepared with the paper in hand.
void PracticeSeed::send(const PayoutId &id, const PayoutDraft &draft)
{
    watch(m_desk.checkRecipient(id, draft), this, [this, id](const Result<RecipientCheck> &check) {
        SendingActs acts;
        if (check) {
            acts.recipient = check->who;
            acts.typedDigits = check->who.account.right(retypedDigits);
            for (const Duplicate &duplicate : check->duplicates)
                acts.knownEarlier.append(duplicate.earlier.id);
        }
        watch(m_desk.sendForChecking(id, acts), this, [this](const Result<> &) { seedNext(); });
    });
}

void PracticeSeed::cancelWhenReady()
{
    const auto look = [this] {
        watch(m_desk.dossier(m_toCancel), this,
              [this](const Result<PayoutDossier> &dossier) { cancelIfReady(dossier); });
    };
    connect(&m_desk, &PayoutDesk::payoutChanged, this, [this, look](const PayoutId &id) {
        if (id == m_toCancel && !m_cancelling) look();
    });
    look();
}

void PracticeSeed::cancelIfReady(const Result<PayoutDossier> &dossier)
{
    if (!dossier || m_cancelling || dossier->payout.state != PayoutState::review) return;
    m_cancelling = true;
    watch(m_desk.decide(m_toCancel, {.kind = DecisionKind::cancel}), this, [this](const Result<> &) { Q_EMIT done(); });
}

} // namespace countersign
