#include "ui/models/alarmwords.h"
#include "ui/models/bankerrorwords.h"
#include "ui/models/errorwords.h"
#include "ui/models/historywords.h"
#include "ui/models/payoutwords.h"
#include "ui/models/situation.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <chrono>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Everything that can happen has a sentence, and codes stand beside words, never alone.
class TestWords : public QObject
{
    Q_OBJECT

    static constexpr Instant noon{std::chrono::sys_days{std::chrono::November / 22 / 2026} + 12h};

    static HistoryText textOf(const QString &what, const QJsonObject &details = {})
    {
        return historyText({noon, what, details}, noon);
    }
    static bool isSentence(const QString &text)
    {
        return text.size() > 10 && text.endsWith(u'.') && !text.contains(u'!');
    }

private Q_SLOTS:
    void everyErrorCodeHasItsOwnSentence()
    {
        for (int i = 0; i <= static_cast<int>(ErrorCode::internalFault); ++i) {
            const auto code = static_cast<ErrorCode>(i);
            const QString sentence = errorSentence({code, u"G4"_s});
            QVERIFY2(isSentence(sentence), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u'('), qPrintable(sentence)); // the way out for codes without words
        }
    }

    void everyGuardHasItsOwnSentence()
    {
        QSet<QString> sentences;
        for (int i = 1; i <= 14; ++i)
            sentences << guardSentence(u"G%1"_s.arg(i));
        QCOMPARE(sentences.size(), 14);
        QVERIFY(guardSentence(u"G99"_s).contains(u"G99"));
    }

    void everyAlarmSaysWhatHappenedAndWhatToDo()
    {
        for (int i = 0; i < alarmKindCount; ++i) {
            const auto kind = static_cast<AlarmKind>(i);
            QVERIFY(!alarmHeadline(kind).isEmpty());
            QVERIFY(isSentence(alarmAdvice(kind)));
            QCOMPARE(alarmHeadline(alarmWord(kind)), alarmHeadline(kind));
        }
        QCOMPARE(alarmHeadline(u"somethingNew"_s), u"somethingNew"_s);
    }

    void aSessionThatOnlyTheJournalKnowsIsNamed()
    {
        AlarmRecord alarm{.kind = AlarmKind::journalAhead, .sessionId = u"ps_7"_s, .detail = u"confirm ps_7"_s};
        QCOMPARE(alarmSentences(alarm), alarmAdvice(AlarmKind::journalAhead));
        for (int i = 0; i < observationKindCount; ++i) {
            alarm.detail = observationWord(static_cast<ObservationKind>(i));
            QVERIFY2(alarmSentences(alarm).contains(u"ession ps_7"_s), qPrintable(alarm.detail));
            QVERIFY(isSentence(alarmSentences(alarm)));
        }
    }

    void aCancelThatCannotBeSentAgainNamesItsSession()
    {
        AlarmRecord alarm{.kind = AlarmKind::fenced, .sessionId = u"ps_7"_s, .detail = u"seenReady in draft"_s};
        QCOMPARE(alarmSentences(alarm), alarmAdvice(AlarmKind::fenced));
        alarm.detail = u"cancelBodyLost"_s;
        QVERIFY(alarmSentences(alarm).contains(u"session ps_7"_s));
        QVERIFY(isSentence(alarmSentences(alarm)));
    }

    void whatWaitsForAnEarlierSessionSaysSo()
    {
        PayoutDossier dossier;
        dossier.payout.state = PayoutState::queued;
        QCOMPARE(situationOf(dossier, {}, Instant{}).notes.first().headline,
                 u"The payout is being sent for checking."_s);
        dossier.payout.reasonCode = u"earlierSession"_s;
        const QString note = situationOf(dossier, {}, Instant{}).notes.first().text;
        QVERIFY(note.contains(bankErrorWords(u"earlierSession"_s)->advice));
        const StatusText status = statusText(PayoutState::queued, u"earlierSession"_s, false, Instant{}, Instant{});
        QVERIFY(status.words.contains(bankErrorWords(u"earlierSession"_s)->shortWords));
    }

    void aConfirmationThatIsNotRepeatedSaysWhatCanBeDone()
    {
        PayoutDossier dossier;
        dossier.payout.state = PayoutState::confirmUnknown;
        const QString repeatable =
            situationOf(dossier, {{Offer::sendConfirmAgain, false, {}}}, Instant{}).notes.first().text;
        const QString spent = situationOf(dossier, {{Offer::askNow, true, {}}}, Instant{}).notes.first().text;
        QVERIFY(repeatable != spent);
        QVERIFY(spent.contains(u"decision"_s) && spent.contains(u"call the bank"_s));
    }

    void whatTheBankHasTakenIsNotCalledBrokenOff_data()
    {
        QTest::addColumn<PayoutState>("state");
        QTest::addColumn<Offer>("offered");
        QTest::addRow("a confirmation") << PayoutState::confirmUnknown << Offer::askNow;
        QTest::addRow("a cancellation") << PayoutState::cancelUnknown << Offer::sendCancelAgain;
    }

    void whatTheBankHasTakenIsNotCalledBrokenOff()
    {
        QFETCH(PayoutState, state);
        QFETCH(Offer, offered);
        PayoutDossier dossier;
        dossier.payout.state = state;
        dossier.sends = {{.startedAt = noon, .endedAt = noon, .sendClass = SendClass::unknown}};
        const QList<OfferedAct> offers{{offered, true, {}}};
        const Situation lost = situationOf(dossier, offers, noon);
        QVERIFY(lost.notes.first().text.contains(u"without a clear answer"_s));
        QVERIFY(lost.notes.first().headline.contains(u"We don't know"_s));
        QVERIFY(lost.facts.contains({u"Not known"_s, u"Whether the bank received it"_s}));
        dossier.sends.first().sendClass = SendClass::ok;
        const Situation taken = situationOf(dossier, offers, noon);
        QVERIFY(!taken.notes.first().text.contains(u"without a clear answer"_s));
        QVERIFY(taken.notes.first().headline.contains(u"has taken"_s));
        QCOMPARE(taken.notes.first().text.contains(u"is not sent again"_s), state == PayoutState::confirmUnknown);
        QVERIFY(taken.facts.contains({u"Not known"_s, u"How the payout ends"_s}));
    }

    void theBanksCodesForPayoutsHaveWords()
    {
        QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA "/bank131-examples/error-codes.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int relevant = 0;
        for (const QJsonValue &entry : QJsonDocument::fromJson(file.readAll()).array()) {
            if (entry[u"relevance"].toString() != u"Yes") continue;
            ++relevant;
            const auto words = bankErrorWords(entry[u"code"].toString());
            QVERIFY2(words, qPrintable(entry[u"code"].toString()));
            QVERIFY(isSentence(words->meaning) && isSentence(words->advice));
        }
        QVERIFY(relevant >= 15);
        QVERIFY(!bankErrorWords(u"never_heard_of"_s));
        QVERIFY(!bankErrorWords({}));
    }

    void everyWordOfTheHistoryIsKnown_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what :
             {"draftSaved",  "submitted",      "withdrawn",     "sessionOpening", "sessionOpened",  "startSent",
              "bankChecked", "answerReceived", "answerChanged", "viewed",         "approved",       "cancelDecided",
              "confirmSent", "cancelSent",     "callAnswered",  "callRefused",    "callNotSent",    "callUnknown",
              "observed",    "paid",           "failed",        "cancelled",      "returned",       "held",
              "resolved",    "alarm",          "frozen",        "freezeLifted",   "decisionVoided", "gateRefused",
              "askedNow",    "ordered",        "closeOrdered",  "resendOrdered",  "payAgain"}) {
            QTest::addRow("%s", what) << QString::fromLatin1(what);
        }
    }
    void everyWordOfTheHistoryIsKnown()
    {
        QFETCH(QString, what);
        const QString title = textOf(what).title;
        QVERIFY(title != what);
        QVERIFY(title.front().isUpper());
    }

    void historySaysCodesAndWords()
    {
        QCOMPARE(textOf(u"newWord"_s).title, u"newWord"_s);
        QVERIFY(textOf(u"failed"_s, {{u"code"_s, u"account_not_found"_s}})
                    .detail.contains(u"account not found (account_not_found)"));
        QVERIFY(textOf(u"failed"_s, {{u"code"_s, u"new_code"_s}}).detail.contains(u"new_code"));
        QVERIFY(textOf(u"callUnknown"_s).bad);
        const QString lost = textOf(u"callUnknown"_s, {{u"failure"_s, u"Unknown error"_s}}).detail;
        QVERIFY2(lost.contains(u"the connection ended before an answer came"), qPrintable(lost));
        QVERIFY(!lost.contains(u"Unknown error"));
    }

    void aFailureShowsMeaningCodeAndTheBanksOwnText()
    {
        PayoutDossier dossier;
        dossier.payout.state = PayoutState::failed;
        dossier.payout.reasonCode = u"account_not_found"_s;
        dossier.payout.reasonText = u"no such account"_s;
        const Situation situation = situationOf(dossier, {}, noon);
        QCOMPARE(situation.notes.size(), 1);
        const QString text = situation.notes.first().text;
        for (const QString &part : {u"account does not exist"_s, u"account_not_found"_s, u"no such account"_s}) {
            QVERIFY2(text.contains(part), qPrintable(text));
        }
    }

    void everyAlarmOfAPayoutIsANoteAboveItsState()
    {
        PayoutDossier dossier;
        dossier.payout.state = PayoutState::hold;
        dossier.alarms = {{1, AlarmKind::contradiction, {}, {}, {}, {}, true}};
        const Situation situation = situationOf(dossier, {}, noon);
        QCOMPARE(situation.notes.size(), 2);
        QCOMPARE(situation.notes.first().headline, alarmHeadline(AlarmKind::contradiction));
    }

    void aLongWaitIsSaid_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("said");
        QTest::addRow("review after 59 minutes") << int(PayoutState::review) << 59 << false;
        QTest::addRow("review after an hour") << int(PayoutState::review) << 60 << true;
        QTest::addRow("checking after 14 minutes") << int(PayoutState::waitBank) << 14 << false;
        QTest::addRow("checking after 15 minutes") << int(PayoutState::waitBank) << 15 << true;
        QTest::addRow("cancelled after 14 minutes") << int(PayoutState::cancelling) << 14 << false;
        QTest::addRow("cancelled after 15 minutes") << int(PayoutState::cancelling) << 15 << true;
        QTest::addRow("being paid after 119 minutes") << int(PayoutState::executing) << 119 << false;
        QTest::addRow("being paid after two hours") << int(PayoutState::executing) << 120 << true;
    }
    void aLongWaitIsSaid()
    {
        QFETCH(int, state);
        QFETCH(int, minutes);
        QFETCH(bool, said);
        PayoutDossier dossier;
        dossier.payout.state = static_cast<PayoutState>(state);
        dossier.payout.stateSince = noon - std::chrono::minutes(minutes);
        const SituationNote note = situationOf(dossier, {}, noon).notes.first();
        QCOMPARE(note.headline.contains(u" since "_s), said);
    }

    /// A payout that has just been sent may be in no list that is shown: its details say what goes on.
    void whatIsOnItsWaySaysSoAndWhetherAnythingIsToBeDone()
    {
        using enum PayoutState;
        for (const PayoutState state :
             {queued, creating, open, starting, waitBank, review, approved, confirming, executing, cancelling}) {
            PayoutDossier dossier;
            dossier.payout.state = state;
            dossier.payout.stateSince = noon;
            const QList<SituationNote> notes = situationOf(dossier, {}, noon).notes;
            QCOMPARE(notes.size(), 1);
            QVERIFY(isSentence(notes.first().headline) && isSentence(notes.first().text));
            dossier.alarms = {{1, AlarmKind::contradiction, {}, {}, {}, {}, true}};
            QCOMPARE(situationOf(dossier, {}, noon).notes.size(), 1); // nothing is calm beside an alarm
        }
    }

    void everyOfferHasWordsAndOrdersExplainThemselves()
    {
        for (int i = 0; i <= static_cast<int>(Offer::payAgain); ++i) {
            const auto offer = static_cast<Offer>(i);
            QVERIFY(!offerWords(offer).isEmpty());
            if (orderOf(offer)) QVERIFY(isSentence(offerReasonQuestion(offer)));
        }
    }

    void amountsAreGrouped()
    {
        QCOMPARE(amountWords(qint64{123'456'789}), u"1\u00A0234\u00A0567,89\u00A0\u20BD"_s);
        QCOMPARE(amountWords(std::optional<qint64>()), u"—"_s);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
