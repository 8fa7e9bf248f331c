// marked-desk KEYFILE ENDING: pays, is refused, cancels, and meets a wrong password, a broken bank and a forged
// message, with a mark in every field. KEYFILE: our private key in the clear. ENDING: "crash" ends the process by
// abort() with the key unlocked and a confirm on its way; "end" writes the report of a problem and closes the desk.
// Either way its files stay where they are, with the log that the program keeps.

#include "core/crashfiles.h"
#include "diagnosis/problemreport.h"
#include "diagnosis/runninglog.h"
#include "faults/secrets/marks.h"
#include "support/flowworld.h"
#include "support/rawhttp.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdlib>

using namespace countersign;
using namespace countersign::faults;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

void expect(bool condition, const char *what)
{
    if (!condition) qFatal("the run went another way: %s", what);
}

PayoutDraft markedDraft(const QString &name = marks::recipientName)
{
    PayoutDraft draft = FlowWorld::draft(marks::typedAmount);
    draft.recipientName = name;
    draft.purpose = marks::purpose;
    return draft;
}

void pay(FlowWorld &world)
{
    const PayoutId id = world.send(markedDraft());
    expect(world.reach(id, PayoutState::review), "an answer");
    expect(world.reviewAndConfirm(id).has_value(), "confirmed");
    expect(world.reach(id, PayoutState::paid), "paid");
}

void cancel(FlowWorld &world)
{
    const PayoutId id = world.send(markedDraft());
    expect(world.reach(id, PayoutState::review), "an answer");
    expect(world.cancel(id).has_value(), "cancelled here");
    expect(world.reach(id, PayoutState::cancelled), "cancelled at the bank");
}

void meetErrors(FlowWorld &world)
{
    const auto wrong = finished(world.workplace().keyLock().unlock(marks::wrongPassword));
    expect(!wrong.has_value(), "the wrong password opens nothing");
    const auto unlocked = finished(world.workplace().keyLock().unlock(TestKey::password()));
    expect(unlocked.has_value(), "the right one does");
    PayoutDraft unfinished = markedDraft(marks::otherRecipientName);
    unfinished.account.chop(1);
    expect(!world.trySend(unfinished).has_value(), "a wrong account is refused");
    const QUrl receiver(world.desk().overview().webhookAddress);
    const QByteArray forged =
        R"({"type":"ready_to_confirm","session":{"id":")" + marks::recipientName.toUtf8() + "\"}}";
    expect(rawPost(receiver, {"X-PARTNER-SIGN: c2ln"}, forged).status == 401, "a forged message is refused");
    expect(rawPost(receiver, {"X-PARTNER-SIGN: c2ln", "Host: " + marks::recipientName.toUtf8()}, forged).status == 400,
           "a broken request is refused");
}

void loseAnAnswer(FlowWorld &world)
{
    const PayoutId id = world.send(markedDraft());
    expect(world.reach(id, PayoutState::review), "an answer");
    world.bank().addRule(R"({"match":{},"call":"confirm","delivery":"silence"})");
    expect(world.reviewAndConfirm(id).has_value(), "confirmed");
    expect(QTest::qWaitFor([&] { return world.bank().callsSeen("confirm"_L1) == 2; }, 30'000), "on its way");
}

/// As a person would send it, but not packed, so that it can be searched.
void reportProblem(FlowWorld &world, const LogFile &log)
{
    const QList<ReportFile> report =
        problemReport({.profile = world.profile, .paths = world.paths(), .tlsLibrary = u"TLS"_s, .log = log});
    const QDir folder(world.filePath(marks::reportFolder));
    expect(folder.mkpath(u"."_s), "a folder for the report");
    for (const ReportFile &part : report) {
        QFile file(folder.filePath(part.name));
        expect(file.open(QIODevice::WriteOnly) && file.write(part.text) == part.text.size(), "a part of the report");
    }
}

} // namespace

int main(int argc, char **argv)
{
    forbidCrashFiles();
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) return 2;
    const TestKey key(arguments[1]);
    FlowWorld world(key);
    const SystemClock clock;
    const RunningLog log(world.filePath(marks::logFolder), clock, "Countersign");
    world.webhooks = true;
    world.profile.operatorName = marks::operatorName;
    world.profile.companyName = marks::companyName;
    world.open();
    pay(world);
    cancel(world);
    meetErrors(world);
    loseAnAnswer(world);
    if (arguments[2] == "crash"_L1) std::abort();
    reportProblem(world, log.file());
    world.closeDesk();
    world.killBank();
    std::_Exit(EXIT_SUCCESS); // without the folder's removal
}
