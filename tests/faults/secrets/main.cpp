// marked-desk FOLDER ENDING: pays, is refused, cancels, imports, freezes, and meets a wrong password, a broken bank and
// a forged message, with a mark in every field. FOLDER: our keys in the clear, and what the desk takes from outside.
// ENDING: "crash" ends the process by abort() with the key unlocked and a confirm on its way; "end" writes the report
// of a problem and closes the desk. Either way its files stay where they are, with the log that the program keeps.

#include "core/crashfiles.h"
#include "diagnosis/problemreport.h"
#include "diagnosis/runninglog.h"
#include "faults/secrets/marks.h"
#include "support/flowworld.h"
#include "support/rawhttp.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>

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

void expectWritten(const QString &path, const QByteArray &text)
{
    QFile file(path);
    expect(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), "a file");
}

PayoutDraft markedDraft(const QString &name = marks::recipientName)
{
    PayoutDraft draft = FlowWorld::draft(marks::typedAmount);
    draft.senderAccount = marks::senderAccount;
    draft.recipientName = name;
    draft.inn = marks::recipientInn;
    draft.kpp = marks::recipientKpp;
    draft.account = marks::recipientAccount;
    draft.purpose = marks::purpose;
    return draft;
}

void mark(Profile &profile, const QDir &outside)
{
    profile.operatorName = marks::operatorName;
    profile.companyName = marks::companyName;
    profile.companyInn = marks::companyInn;
    profile.companyKpp = marks::companyKpp;
    profile.accounts = {{marks::senderAccount, u"049205131"_s, marks::accountTitle}};
    profile.projectId = marks::project;
    profile.submerchant = marks::submerchant;
    profile.dropFolder = outside.filePath(marks::dropFolder);
    profile.webhook.certificateFile = outside.filePath(marks::webhookCertificate);
    profile.webhook.keyFile = outside.filePath(marks::webhookKey);
}

/// The practice bank's customer is the marked company.
QJsonObject markedCustomer()
{
    return {{u"accounts"_s, QJsonArray{QJsonObject{{u"account"_s, marks::senderAccount},
                                                   {u"name"_s, marks::companyName},
                                                   {u"inn"_s, marks::companyInn},
                                                   {u"kpp"_s, marks::companyKpp},
                                                   {u"balance"_s, 1'234'050'000}}}}};
}

PayoutId sendToReview(FlowWorld &world)
{
    const PayoutId id = world.send(markedDraft());
    expect(world.reach(id, PayoutState::review), "an answer");
    return id;
}

void confirm(FlowWorld &world, const PayoutId &id)
{
    const auto sheet = world.openReview(id);
    expect(sheet.has_value(), "a review");
    world.pass(4s);
    ReviewAct act = FlowWorld::approval(*sheet);
    act.reason = marks::approvalReason;
    expect(finished(world.desk().decide(id, act)).has_value(), "confirmed");
}

void pay(FlowWorld &world)
{
    const PayoutId id = sendToReview(world);
    confirm(world, id);
    expect(world.reach(id, PayoutState::paid), "paid");
}

void cancel(FlowWorld &world)
{
    const PayoutId id = sendToReview(world);
    const ReviewAct act{.kind = DecisionKind::cancel,
                        .viewSha256 = {},
                        .openedAt = world.workplace().clock().now(),
                        .ticks = {},
                        .typedDigits = {},
                        .reason = marks::cancelReason};
    expect(finished(world.desk().decide(id, act)).has_value(), "cancelled here");
    expect(world.reach(id, PayoutState::cancelled), "cancelled at the bank");
}

void keepForLater(FlowWorld &world)
{
    RecipientDetails entry = recipientOf(markedDraft());
    entry.note = marks::recipientNote;
    expect(finished(world.workplace().book().save({}, 0, entry)).has_value(), "an entry of the address book");
    expect(finished(world.workplace().templates().save({}, 0, marks::templateName, markedDraft())).has_value(),
           "a template");
}

void importFile(FlowWorld &world, const QDir &outside)
{
    const QString path = outside.filePath(marks::importFile);
    const PayoutDraft draft = markedDraft();
    const QString document =
        u"1CClientBankExchange\r\nВерсияФормата=1.03\r\nКодировка=UTF-8\r\n"
        "СекцияДокумент=Платежное поручение\r\nНомер="_s +
        marks::documentNumber + u"\r\nДата=20.11.2026\r\nСумма=731948.56\r\nПлательщикСчет="_s + draft.senderAccount +
        u"\r\nПолучательСчет="_s + draft.account + u"\r\nПолучательИНН="_s + draft.inn + u"\r\nПолучательКПП="_s +
        draft.kpp + u"\r\nПолучатель1="_s + draft.recipientName + u"\r\nПолучательБИК="_s + draft.bik +
        u"\r\nОчередность=5\r\nНазначениеПлатежа="_s + draft.purpose + u"\r\nКонецДокумента\r\nКонецФайла\r\n"_s;
    expectWritten(path, document.toUtf8());
    ImportDesk &imports = world.workplace().imports();
    const auto sheet = finished(imports.read(path, {}));
    expect(sheet.has_value() && !(*sheet)->fileRefused(), "a file that can be imported");
    const auto prepared = finished(imports.prepare(*sheet, {0}));
    expect(prepared.has_value(), "a row that can be taken");
    expect(finished(imports.makeDrafts(*prepared, *Money::parse(marks::typedAmount))).has_value(), "imported");
}

void freeze(FlowWorld &world)
{
    expect(finished(world.desk().freeze(marks::freezeReason)).has_value(), "frozen");
    expect(finished(world.desk().liftFreeze(marks::liftReason)).has_value(), "lifted");
}

/// A confirm that never arrived is sent again by a person's order.
void orderAgain(FlowWorld &world)
{
    const PayoutId id = sendToReview(world);
    world.bank().addRule(R"({"match":{},"times":1,"call":"confirm","delivery":"close_before"})");
    confirm(world, id);
    expect(world.reach(id, PayoutState::confirmUnknown), "unknown");
    const auto ordered = [&] {
        return finished(world.desk().order(id, PersonOrder::sendConfirmAgain, marks::orderReason)).has_value();
    };
    for (int minute = 0; minute < 20 && !ordered(); ++minute)
        expect(world.readAgain(id), "another reading");
    expect(world.reach(id, PayoutState::paid), "paid after all");
}

void meetTheBanksError(FlowWorld &world)
{
    const QJsonObject fails{{u"code"_s, u"account_closed"_s},
                            {u"description"_s, marks::bankErrorText},
                            {u"at"_s, u"check"_s},
                            {u"session"_s, u"accepted"_s}};
    world.bank().control({{u"command"_s, u"add_rule"_s},
                          {u"rule"_s, QJsonObject{{u"match"_s, QJsonObject()}, {u"times"_s, 1}, {u"fail"_s, fails}}}});
    const PayoutId id = world.send(markedDraft());
    expect(world.reach(id, PayoutState::failed), "failed at the bank");
}

void meetErrors(FlowWorld &world, const QDir &outside)
{
    const auto wrong = finished(world.workplace().keyLock().unlock(marks::wrongPassword));
    expect(!wrong.has_value(), "the wrong password opens nothing");
    const auto unlocked = finished(world.workplace().keyLock().unlock(TestKey::password()));
    expect(unlocked.has_value(), "the right one does");
    PayoutDraft unfinished = markedDraft(marks::otherRecipientName);
    unfinished.account.chop(1);
    expect(!world.trySend(unfinished).has_value(), "a wrong account is refused");
    const QUrl receiver(world.desk().overview().webhookAddress);
    const QString certificate = outside.filePath(marks::webhookCertificate);
    const QByteArray forged =
        R"({"type":"ready_to_confirm","session":{"id":")" + marks::recipientName.toUtf8() + "\"}}";
    expect(rawPost(receiver, {"X-PARTNER-SIGN: c2ln"}, forged, certificate).status == 401,
           "a forged message is refused");
    expect(rawPost(receiver, {"X-PARTNER-SIGN: c2ln", "Host: " + marks::recipientName.toUtf8()}, forged, certificate)
                   .status == 400,
           "a broken request is refused");
}

/// Two pairs of the company's own web server: one is forged, the other too large to be looked at.
void meetErrorsInTheDropFolder(const QDir &outside)
{
    const QDir folder(outside.filePath(marks::dropFolder));
    expect(folder.mkpath(u"."_s), "a drop folder");
    for (const QString &name : {u"forged"_s, u"large"_s}) {
        const QByteArray body = marks::recipientName.toUtf8();
        expectWritten(folder.filePath(name + u".json"_s), name == u"large"_s ? body.repeated(100'000) : body);
        expectWritten(folder.filePath(name + u".sig"_s), "c2ln");
    }
    const auto isRefused = [&folder] {
        return folder.exists(u"refused/forged.json"_s) && !folder.exists(u"large.json"_s);
    };
    expect(QTest::qWaitFor(isRefused, 30'000), "both are refused");
}

void loseAnAnswer(FlowWorld &world)
{
    const PayoutId id = sendToReview(world);
    const qsizetype before = world.bank().callsSeen("confirm"_L1);
    world.bank().addRule(R"({"match":{},"call":"confirm","delivery":"silence"})");
    confirm(world, id);
    expect(QTest::qWaitFor([&] { return world.bank().callsSeen("confirm"_L1) > before; }, 30'000), "on its way");
}

/// As a person would send it, but not packed, so that it can be searched.
void reportProblem(FlowWorld &world, const LogFile &log)
{
    const QList<ReportFile> report =
        problemReport({.profile = world.profile, .paths = world.paths(), .tlsLibrary = u"TLS"_s, .log = log});
    const QDir folder(world.filePath(marks::reportFolder));
    expect(folder.mkpath(u"."_s), "a folder for the report");
    for (const ReportFile &part : report)
        expectWritten(folder.filePath(part.name), part.text);
}

} // namespace

int main(int argc, char **argv)
{
    forbidCrashFiles();
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) return 2;
    const QDir outside(arguments[1]);
    const TestKey key(outside.filePath(marks::signingKey));
    FlowWorld world(key);
    const SystemClock clock;
    const RunningLog log(world.filePath(marks::logFolder), clock, "Countersign");
    world.webhooks = true;
    world.script = markedCustomer();
    mark(world.profile, outside);
    world.open();
    pay(world);
    keepForLater(world);
    importFile(world, outside);
    cancel(world);
    orderAgain(world);
    meetTheBanksError(world);
    freeze(world);
    meetErrors(world, outside);
    meetErrorsInTheDropFolder(outside);
    loseAnAnswer(world);
    if (arguments[2] == "crash"_L1) std::abort();
    reportProblem(world, log.file());
    world.closeDesk();
    world.killBank();
    std::_Exit(EXIT_SUCCESS); // without the folder's removal
}
