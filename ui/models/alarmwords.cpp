#include "ui/models/alarmwords.h"

#include "ui/models/datewords.h"

#include <QCoreApplication>

namespace countersign::ui {

namespace {

struct AlarmWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::AlarmWords)
};

struct Row
{
    AlarmKind kind;
    const char *headline;
    const char *advice;
};

constexpr Row rows[] = {
    {AlarmKind::contradiction, QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "Two final results for one payout"),
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "The bank has reported two results that exclude each other. Call "
                                                      "the bank and ask which one holds; do not pay again before.")},
    {AlarmKind::unconfirmed, QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "Paid without our confirmation"),
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords",
                       "The bank paid before anybody here confirmed. Automatic confirmation may be switched on for the "
                       "project: ask the bank.")},
    {AlarmKind::foreign, QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "Somebody else confirmed or paid"),
     QT_TRANSLATE_NOOP(
         "countersign::ui::AlarmWords",
         "The payout went on although nobody here confirmed it. Ask who else has the key, and call the bank.")},
    {AlarmKind::doubleSession, QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "Two payouts in one session"),
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords",
                       "The bank holds two payouts in one session. Cancel the session, or call the bank.")},
    {AlarmKind::fenced, QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "A session that was given up became ready"),
     QT_TRANSLATE_NOOP(
         "countersign::ui::AlarmWords",
         "The program cancels that session by itself, and sends the payout to the bank again only after the "
         "bank has said that it is cancelled.")},
    {AlarmKind::doublePay, QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "A session that was given up has paid"),
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "This payout may have been paid twice. Call the bank at once.")},
    {AlarmKind::unexpected, QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "Something happened that has no rule"),
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords",
                       "The message is kept and nothing was changed. Compare with the bank's own list of payouts.")},
    {AlarmKind::unmatched,
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "A signed message about a session that is not ours"),
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "Ask who else uses this project at the bank.")},
    {AlarmKind::unreadable, QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "A signed message that can't be read"),
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "The message is kept as it came. Ask the bank about it.")},
    {AlarmKind::journalAhead,
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "The send journal knows more than the data"),
     QT_TRANSLATE_NOOP(
         "countersign::ui::AlarmWords",
         "The data may come from an old backup. The bank is asked about every session that the journal names. When the "
         "freeze is lifted, payouts that wait to be sent become drafts again: compare each with the bank's own list "
         "before you send it.")},
    {AlarmKind::auditBroken,
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "The record of what happened was altered"),
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "Keep the data as they are and compare with a backup.")},
    {AlarmKind::storeFailed, QT_TRANSLATE_NOOP("countersign::ui::AlarmWords", "The data could not be written"),
     QT_TRANSLATE_NOOP("countersign::ui::AlarmWords",
                       "Nothing is sent any more. Free space on the disk and restart the program.")},
};

QString journalSessionSentence(const QString &session, ObservationKind kind)
{
    switch (kind) {
    case ObservationKind::none:
        return AlarmWords::tr("The bank says that session %1 holds no payout.").arg(session);
    case ObservationKind::work:
        return AlarmWords::tr("The bank says that it works on the payout of session %1.").arg(session);
    case ObservationKind::ready:
        return AlarmWords::tr("The bank says that session %1 waits for a confirmation.").arg(session);
    case ObservationKind::paid:
        return AlarmWords::tr("The bank says that session %1 has paid.").arg(session);
    case ObservationKind::failed:
        return AlarmWords::tr("The bank says that the payout of session %1 has failed.").arg(session);
    case ObservationKind::cancelled:
        return AlarmWords::tr("The bank says that session %1 is cancelled.").arg(session);
    case ObservationKind::returned:
        return AlarmWords::tr("The bank says that the money of session %1 came back.").arg(session);
    case ObservationKind::error:
        return AlarmWords::tr("The bank says that session %1 has an error, which is not final.").arg(session);
    case ObservationKind::multiple:
        return AlarmWords::tr("The bank says that session %1 holds more than one payout.").arg(session);
    case ObservationKind::gone:
        return AlarmWords::tr("The bank does not know session %1.").arg(session);
    }
    return {};
}

const Row *rowOf(AlarmKind kind)
{
    for (const Row &row : rows) {
        if (row.kind == kind) return &row;
    }
    return nullptr;
}

} // namespace

QString alarmHeadline(AlarmKind kind)
{
    const Row *row = rowOf(kind);
    return row ? AlarmWords::tr(row->headline) : QString();
}

QString alarmHeadline(const QString &word)
{
    const auto kind = alarmFromWord(word);
    return kind ? alarmHeadline(*kind) : word;
}

QString alarmAdvice(AlarmKind kind)
{
    const Row *row = rowOf(kind);
    return row ? AlarmWords::tr(row->advice) : QString();
}

QString alarmSentences(const AlarmRecord &alarm)
{
    if (alarm.kind == AlarmKind::fenced && alarm.detail == u"cancelBodyLost") {
        return AlarmWords::tr("Its cancellation has left before, and can't be sent again as it was: the bank's answer "
                              "is another one now. Ask the bank to cancel session %1.")
            .arg(alarm.sessionId);
    }
    const QString advice = alarmAdvice(alarm.kind);
    const auto seen = observationFromWord(alarm.detail);
    if (alarm.kind != AlarmKind::journalAhead || alarm.sessionId.isEmpty() || !seen) return advice;
    return journalSessionSentence(alarm.sessionId, *seen) + u' ' + advice;
}

QString freezeHeadline(const FreezeRecord &freeze)
{
    if (freeze.since == Instant{}) return AlarmWords::tr("Sending is frozen.");
    return AlarmWords::tr("Sending is frozen since %1.").arg(inZone(wholeMoment(freeze.since)));
}

QString freezeSentence(const FreezeRecord &freeze)
{
    if (freeze.cause == u"person") {
        return freeze.reason.isEmpty() ? AlarmWords::tr("%1 froze it.").arg(freeze.user)
                                       : AlarmWords::tr("%1 froze it: “%2”.").arg(freeze.user, freeze.reason);
    }
    if (freeze.cause == u"restored") {
        return AlarmWords::tr(
            "The data were restored from a backup: what happened after it was made is not known here. Unlock the key and "
            "wait until the bank has been asked. Compare the payouts with the bank's statement since the backup. What "
            "waited to be sent is a draft again; send it only if the statement does not show it as paid.");
    }
    if (freeze.cause == u"brought") {
        return AlarmWords::tr(
            "This profile was brought from another computer. Make sure that nobody pays with it there any more: two "
            "computers do not know of each other's payouts. Unlock the key, compare the payouts with the bank's "
            "statement, and only then lift the freeze.");
    }
    const auto kind = alarmFromWord(freeze.cause);
    return kind ? alarmHeadline(*kind) + QStringLiteral(". ") + alarmAdvice(*kind) : freeze.cause;
}

} // namespace countersign::ui
