#pragma once

#include "support/fakepayoutdesk.h"

#include <chrono>

namespace countersign::samples {

/// 22 November 2026, 11:42 UTC: the moment of the design's pictures.
inline Instant pictureTime()
{
    return fromMilliseconds(1'795'347'720'000);
}

/// Stands still until a test moves it.
class StillClock final : public Clock
{
public:
    Instant moment = pictureTime();
    [[nodiscard]] Instant now() const override { return moment; }
    [[nodiscard]] milliseconds monotonic() const override { return moment.time_since_epoch(); }
};

inline Instant before(std::chrono::seconds ago)
{
    return pictureTime() - ago;
}

inline ListRow row(int number, PayoutState state, const QString &name, const QString &account, qint64 kopecks,
                   const QString &purpose, const QString &reasonCode = {})
{
    ListRow made;
    made.id = PayoutId{QStringLiteral("p%1").arg(number)};
    made.number = number;
    made.state = state;
    made.recipientName = name;
    made.recipientAccount = account;
    made.senderAccount = QStringLiteral("40702810300200000013");
    made.amountKopecks = kopecks;
    made.purpose = purpose;
    made.changedAt = made.stateSince = before(std::chrono::minutes(number));
    made.reasonCode = reasonCode;
    return made;
}

/// The rows of the picture main-window.
inline QList<ListRow> pictureRows()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    using enum PayoutState;
    return {
        row(1, mismatch, text("Ivanov Ivan Ivanovich"), text("40817810400003869535"), 350'000,
            text("Transfer of funds under the agreement for December 2025. VAT exempt.")),
        row(2, review, text("Vector LLC"), text("40702810500000000001"), 14'800'000,
            text("Invoice 118 of 03.11.2026. VAT 22% 26 688,52")),
        row(3, review, text("ИП Смирнов Олег Петрович"), text("40802810900000012345"), 5'230'000,
            text("Delivery services, act 44 of 14.11.2026. VAT exempt")),
        row(4, waitBank, text("Romashka LLC"), text("40702810100000007781"), 125'000'000,
            text("Supply contract 7/26, advance")),
        row(5, executing, text("Petrova Anna Sergeevna"), text("40817810200000551290"), 1'784'550,
            text("Advance report 31. VAT exempt")),
        row(6, confirmUnknown, text("Orion LLC"), text("40702810700000020914"), 9'600'000,
            text("Invoice 77. VAT 20 %: 16 000,00")),
        row(7, paid, text("Kuznetsov Pavel"), text("40817810600000101447"), 800'000, text("Contract 12-K, November")),
        row(8, failed, text("Sever LLC"), text("40702810400000033019"), 31'000'000, text("Rent, December 2026"),
            text("account_not_found")),
        row(9, returned, text("Vega LLC"), text("40702810900000072250"), 6'490'000, text("Invoice 209")),
        row(10, draft, text("Очень длинное наименование получателя, которое не помещается"),
            text("40702810900000072250"), 1, text("x")),
    };
}

inline PayoutDossier dossierOf(const ListRow &row)
{
    PayoutDossier dossier;
    PayoutRecord &payout = dossier.payout;
    payout.id = row.id;
    payout.number = row.number;
    payout.state = row.state;
    payout.maker = QStringLiteral("A. Petrova");
    payout.stateSince = row.stateSince;
    payout.recipientName = row.recipientName;
    payout.recipientAccount = row.recipientAccount;
    payout.amountKopecks = row.amountKopecks;
    payout.purpose = row.purpose;
    payout.reasonCode = row.reasonCode;
    PayoutDraft draft;
    draft.account = row.recipientAccount;
    draft.bik = QStringLiteral("044525974");
    draft.senderAccount = QStringLiteral("40702810300200000013");
    draft.purpose = row.purpose;
    payout.draft = canonicalBytes(draft);
    AttemptRecord attempt;
    attempt.sessionId = QStringLiteral("ps_%1").arg(2642 + row.number);
    attempt.bankPayoutId = QStringLiteral("po_%1").arg(512 + row.number);
    dossier.attempt = attempt;
    const auto entry = [&](int secondsAgo, const char *what, const QJsonObject &details) {
        dossier.history << HistoryEntry{before(std::chrono::seconds(secondsAgo)), QLatin1String(what), details};
    };
    entry(120, "submitted", {{QStringLiteral("user"), QStringLiteral("A. Petrova")}});
    entry(25, "sessionOpened", {{QStringLiteral("session"), attempt.sessionId}});
    entry(25, "startSent", {{QStringLiteral("bytes"), 1204}});
    entry(24, "bankChecked", {{QStringLiteral("signedBy"), QStringLiteral("aa:bb")}});
    return dossier;
}

/// The picture details-unknown.
inline PayoutDossier unknownDossier()
{
    PayoutDossier dossier = dossierOf(pictureRows().at(5));
    SendRecord send;
    send.startedAt = before(std::chrono::seconds(237));
    send.endedAt = before(std::chrono::seconds(236));
    dossier.sends << send;
    ObservationRecord seen;
    seen.kind = ObservationKind::ready;
    seen.observedAt = before(std::chrono::seconds(89));
    dossier.observations << seen;
    dossier.history << HistoryEntry{before(std::chrono::seconds(237)),
                                    QStringLiteral("confirmSent"),
                                    {{QStringLiteral("bytes"), 1204}}}
                    << HistoryEntry{
                           before(std::chrono::seconds(236)),
                           QStringLiteral("callUnknown"),
                           {{QStringLiteral("failure"), QStringLiteral("connection closed before an answer")}}};
    return dossier;
}

inline Overview healthyOverview()
{
    Overview overview;
    overview.keyUnlocked = true;
    overview.keyFingerprint = QStringLiteral("a1:9f:27:c0:55:3c");
    overview.keyBits = 3072;
    overview.bankReachable = true;
    overview.lastBankContact = pictureTime();
    overview.webhookAddress = QStringLiteral(":8443");
    overview.lastWebhook = before(std::chrono::seconds(20));
    return overview;
}

/// A desk as the pictures show it: rows, counts, balance, a dossier for each row.
inline void fill(FakePayoutDesk &desk)
{
    desk.rows = pictureRows();
    for (const ListRow &row : std::as_const(desk.rows))
        desk.dossiers.insert(row.id, dossierOf(row));
    desk.dossiers.insert(PayoutId{QStringLiteral("p6")}, unknownDossier());
    desk.countsAnswer = {3, 1, 2, 5, 1, 1204, 7, 12, 2, 1237};
    desk.overviewAnswer = healthyOverview();
    const QString account = QStringLiteral("40702810300200000013");
    desk.balances.insert(account, Balance{account, Money::fromKopecks(1'234'050'000), pictureTime()});
}

/// What stands in for offersFor(): the first is the next act.
inline QList<OfferedAct> sampleOffers(const PayoutDossier &dossier, Instant now)
{
    using enum PayoutState;
    const PayoutState state = dossier.payout.state;
    if (state == review || state == mismatch) return {{Offer::review}, {Offer::cancelPayout}};
    if (state == draft) return {{Offer::editDraft}, {Offer::sendForChecking}, {Offer::discardDraft}};
    if (state == failed || state == returned) return {{Offer::payAgain}};
    if (state == confirmUnknown) {
        return {{Offer::askNow}, {Offer::sendConfirmAgain, false, now + std::chrono::minutes(6)}};
    }
    if (state == hold) return {{Offer::acceptObservation}, {Offer::cancelAtBank}, {Offer::askNow}};
    return {{Offer::askNow}};
}

} // namespace countersign::samples
