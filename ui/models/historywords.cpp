#include "ui/models/historywords.h"

#include "ui/models/alarmwords.h"
#include "ui/models/bankerrorwords.h"
#include "ui/models/datewords.h"
#include "ui/models/errorwords.h"
#include "ui/models/payoutwords.h"
#include "ui/models/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::HistoryWords)
};

struct Row
{
    QLatin1String what;
    const char *title;
    bool bad;
};

// The words that the engine writes into the audit record.
constexpr Row rows[] = {
    {QLatin1String("draftSaved"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Draft saved"), false},
    {QLatin1String("draftImported"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Imported as a draft"), false},
    {QLatin1String("recipientAcknowledged"),
     QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "New recipient compared with the paper"), false},
    {QLatin1String("duplicateAcknowledged"),
     QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Said to be another payout than an earlier one"), false},
    {QLatin1String("submitted"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Ordered to be sent for checking"),
     false},
    {QLatin1String("withdrawn"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Withdrawn"), false},
    {QLatin1String("sessionOpening"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Session being opened"),
     false},
    {QLatin1String("sessionOpened"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Session opened"), false},
    {QLatin1String("startSent"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Sent to the bank"), false},
    {QLatin1String("bankChecked"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Bank checked the payout"),
     false},
    {QLatin1String("answerReceived"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Bank's answer received"),
     false},
    {QLatin1String("answerChanged"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Bank changed its answer"),
     true},
    {QLatin1String("viewed"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Answer looked at"), false},
    {QLatin1String("approved"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Confirmed"), false},
    {QLatin1String("cancelDecided"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Cancellation decided"), false},
    {QLatin1String("confirmSent"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Confirmation sent"), false},
    {QLatin1String("cancelSent"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Cancellation sent"), false},
    {QLatin1String("callAnswered"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "The bank answered"), false},
    {QLatin1String("callRefused"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "The bank refused the request"),
     true},
    {QLatin1String("callNotSent"),
     QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "The request did not leave this computer"), false},
    {QLatin1String("callUnknown"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Outcome unknown"), true},
    {QLatin1String("observed"),
     QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "The bank told how the payout stands"), false},
    {QLatin1String("paid"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Paid"), false},
    {QLatin1String("failed"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Failed"), true},
    {QLatin1String("cancelled"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Cancelled"), false},
    {QLatin1String("returned"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "The money came back"), true},
    {QLatin1String("held"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Put on hold"), true},
    {QLatin1String("resolved"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Hold resolved"), false},
    {QLatin1String("alarm"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Alarm"), true},
    {QLatin1String("payoutFound"),
     QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Found in the send journal: it was lost from the data"), true},
    {QLatin1String("sessionFound"),
     QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "A session of it was found in the send journal"), true},
    {QLatin1String("frozen"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Sending was frozen"), true},
    {QLatin1String("freezeLifted"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Freeze lifted"), false},
    {QLatin1String("decisionVoided"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Decision no longer valid"),
     true},
    {QLatin1String("gateRefused"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Confirmation held back"), true},
    {QLatin1String("askedNow"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "The bank was asked at once"),
     false},
    {QLatin1String("ordered"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Ordered by hand"), false},
    {QLatin1String("closeOrdered"),
     QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Closing the empty session was ordered"), false},
    {QLatin1String("resendOrdered"),
     QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Sending the same request again was ordered"), false},
    {QLatin1String("payAgain"), QT_TRANSLATE_NOOP("countersign::ui::HistoryWords", "Paid again as a new payout"),
     false},
};

QString textOf(const QJsonObject &details, QLatin1String key)
{
    const QJsonValue value = details.value(key);
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// The bank's code in words, and the code itself: words can be wrong, the code is what the bank said.
QString codePart(const QString &code)
{
    const auto words = bankErrorWords(code);
    return words ? u"%1 (%2)"_s.arg(words->shortWords, code) : code;
}

/// The network library says "Unknown error" for a connection that closed without an answer: that is no unknown cause.
QString failurePart(const QString &failure)
{
    if (failure != u"Unknown error") return failure;
    return HistoryWords::tr("the connection ended before an answer came");
}

QStringList detailParts(const QJsonObject &details)
{
    QStringList parts;
    const auto add = [&](QLatin1String key, auto makeText) {
        const QString text = textOf(details, key);
        if (!text.isEmpty()) parts << makeText(text);
    };
    const auto asItIs = [](const QString &text) { return visibleText(text); };
    add(QLatin1String("user"), asItIs);
    add(QLatin1String("file"), asItIs);
    add(QLatin1String("row"), [](const QString &row) { return HistoryWords::tr("line %1").arg(row); });
    add(QLatin1String("signedBy"), [](const QString &) { return HistoryWords::tr("signed by the bank ✓"); });
    add(QLatin1String("payoutId"), asItIs);
    add(QLatin1String("code"), codePart);
    add(QLatin1String("guard"), [](const QString &guard) { return guardSentence(guard); });
    add(QLatin1String("kind"), [](const QString &word) { return alarmHeadline(word); });
    add(QLatin1String("failure"), failurePart);
    add(QLatin1String("bytes"), [](const QString &count) { return HistoryWords::tr("signed, %1 bytes").arg(count); });
    add(QLatin1String("reason"),
        [](const QString &reason) { return HistoryWords::tr("reason: %1").arg(visibleText(reason)); });
    return parts;
}

HistoryText textWithTime(const HistoryEntry &entry, const QString &time)
{
    HistoryText text{visibleText(entry.what), {}, false};
    for (const Row &row : rows) {
        if (row.what != entry.what) continue;
        text.title = HistoryWords::tr(row.title);
        text.bad = row.bad;
    }
    QStringList parts = detailParts(entry.details);
    if (entry.what == u"sessionOpened" || entry.what == u"sessionOpening") {
        const QString session = textOf(entry.details, QLatin1String("session"));
        if (!session.isEmpty()) parts << visibleText(session);
    }
    parts.prepend(time);
    text.detail = parts.join(u" · "_s);
    return text;
}

constexpr qsizetype fewestTimes = 3; ///< the same twice is still quicker read than unfolded

bool saysTheSame(const HistoryEntry &a, const HistoryEntry &b)
{
    return a.what == b.what && detailParts(a.details) == detailParts(b.details);
}

/// How often the `period` entries from `at` on stand there in a row.
qsizetype repeats(const QList<HistoryEntry> &entries, qsizetype at, qsizetype period)
{
    qsizetype same = 0;
    while (at + same + period < entries.size() && saysTheSame(entries.at(at + same), entries.at(at + same + period)))
        ++same;
    return same / period + 1;
}

} // namespace

HistoryText historyText(const HistoryEntry &entry, Instant now)
{
    return textWithTime(entry, exactMoment(entry.at, now));
}

QList<HistoryRun> historyRuns(const QList<HistoryEntry> &oldestFirst, Instant now)
{
    QList<HistoryEntry> entries(oldestFirst.crbegin(), oldestFirst.crend());
    QList<HistoryRun> runs;
    for (qsizetype at = 0; at < entries.size();) {
        const qsizetype single = repeats(entries, at, 1);
        const qsizetype pairs = repeats(entries, at, 2);
        const qsizetype period = single >= pairs ? 1 : 2;
        const qsizetype times = std::max(single, pairs);
        const qsizetype length = times >= fewestTimes ? times * period : 1;
        HistoryRun run{historyText(entries.at(at), now), {}};
        for (qsizetype i = 0; i < length; ++i)
            run.each += historyText(entries.at(at + i), now);
        if (length > 1) {
            //: how often the same happened, and the newest time
            const QString often =
                HistoryWords::tr("%1 times, last at %2").arg(times).arg(exactMoment(entries.at(at).at, now));
            run.text = textWithTime(entries.at(at), often);
        }
        runs += run;
        at += length;
    }
    return runs;
}

} // namespace countersign::ui
