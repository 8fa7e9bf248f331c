#include "config/profilestore.h"
#include "support/flowworld.h"
#include "ui/payouts/payoutform.h"
#include "ui/payouts/payoutlistpage.h"
#include "ui/settings/unlockprompt.h"
#include "ui/start/startup.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>

#include <cstdio>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int stepMs = 30;
constexpr int longText = 200;
constexpr int enough = 150;
constexpr qint64 lostAtMostMs = 4'000; // one second is kept for, the rest is a busy machine's
constexpr int patienceMs = 120'000;

/// The window of that kind that can be seen; null if there is none.
template <class T>
T *shown()
{
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (auto *wanted = qobject_cast<T *>(widget); wanted && wanted->isVisible()) return wanted;
    }
    return nullptr;
}

QPlainTextEdit *purposeOf(const ui::PayoutForm &form)
{
    return form.findChild<QPlainTextEdit *>(u"purpose"_s);
}

QString textOfLength(int length)
{
    QString text;
    for (int i = 0; i < length; ++i)
        text += QChar(static_cast<char16_t>(u'a' + i % 26));
    return text;
}

void say(const QByteArray &line)
{
    std::fputs((line + '\n').constData(), stdout);
    std::fflush(stdout);
}

/// A person at the real windows: types into a new form without a pause and says after each letter how many there are.
void typeOn()
{
    if (auto *prompt = shown<ui::UnlockPrompt>()) return prompt->reject();
    auto *main = shown<ui::MainWindow>();
    if (!main) return;
    auto *form = shown<ui::PayoutForm>();
    if (!form) return main->findChild<QPushButton *>(u"newPayoutButton"_s)->click();
    const auto typed = static_cast<int>(purposeOf(*form)->toPlainText().size());
    if (typed == longText) return;
    QTest::keyClicks(purposeOf(*form), textOfLength(typed + 1).last(1));
    say(QByteArray::number(typed + 1));
}

/// The same person after the restart: opens the draft and says how many drafts there are and what this one holds.
void lookOn()
{
    if (auto *prompt = shown<ui::UnlockPrompt>()) return prompt->reject();
    auto *main = shown<ui::MainWindow>();
    if (!main) return;
    const auto &list = main->findChild<ui::PayoutListPage *>()->model();
    if (list.folder() != Folder::drafts) return main->showFolder(Folder::drafts);
    auto *form = shown<ui::PayoutForm>();
    if (!form && list.rowAt(0)) Q_EMIT main->editDraftRequested(list.rowAt(0)->id);
    if (!form || purposeOf(*form)->toPlainText().isEmpty()) return;
    say(QByteArray::number(list.rowCount()) + ' ' + purposeOf(*form)->toPlainText().toUtf8());
    QCoreApplication::exit(0);
}

/// The program in a process of its own, with a person in front of it.
int runProgram(int argc, char **argv, void (*person)())
{
    const QApplication application(argc, argv);
    const SystemClock clock;
    SystemIds ids;
    ui::Startup startup({.dataFolder = QString::fromLocal8Bit(argv[2])}, clock, ids);
    startup.begin();
    QTimer steps;
    steps.callOnTimeout(person);
    steps.start(stepMs);
    return QApplication::exec();
}

} // namespace

/// The program dies while somebody types (power, SIGKILL): at the next start the text is there, but for its last
/// moment.
class KilledFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasTypedIsThereAfterTheProgramWasKilled()
    {
        const QTemporaryDir folder;
        const TestKey key(3072);
        addProfile(folder.path(), key);

        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationFilePath(), {u"--type"_s, folder.path()});
        QElapsedTimer clock;
        clock.start();
        QList<qint64> when; // the n-th letter was typed
        QTRY_VERIFY_WITH_TIMEOUT(program.canReadLine(), patienceMs);
        while (when.size() < enough) {
            while (program.canReadLine()) {
                (void)program.readLine();
                when += clock.elapsed();
            }
            QVERIFY(program.state() == QProcess::Running);
            QVERIFY(when.size() >= enough || program.waitForReadyRead(patienceMs));
        }
        const qint64 end = clock.elapsed();
        program.kill();
        QVERIFY(program.waitForFinished());
        QVERIFY(program.exitStatus() == QProcess::CrashExit);

        QProcess again;
        again.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        again.start(QCoreApplication::applicationFilePath(), {u"--look"_s, folder.path()});
        QVERIFY(again.waitForFinished(patienceMs));
        const QString answer = QString::fromUtf8(again.readAllStandardOutput()).trimmed();
        QCOMPARE(answer.section(u' ', 0, 0), u"1"_s); // one draft, however often it was kept
        const QString found = answer.section(u' ', 1);
        QVERIFY2(textOfLength(longText).startsWith(found), qPrintable(found));
        const auto before = std::ranges::count_if(when, [end](qint64 at) { return at < end - lostAtMostMs; });
        QVERIFY2(found.size() >= before, qPrintable(u"%1 of %2"_s.arg(found.size()).arg(before)));
        QVERIFY(before > 0 || found.size() > 0);
    }

private:
    static void addProfile(const QString &folder, const TestKey &key)
    {
        Profile profile = newProfile(u"first"_s, Environment::practice);
        profile.companyName = u"ООО \"Ромашка\""_s;
        profile.companyInn = u"7701991200"_s;
        profile.companyKpp = u"770101001"_s;
        profile.operatorName = u"Анна Петрова"_s;
        profile.accounts = {{u"40702810300200000013"_s, u"049205131"_s, QString()}};
        profile.projectId = u"practice"_s;
        profile.bankUrl = QUrl(u"http://127.0.0.1:9"_s);
        profile.keyFile = key.privateFile();
        profile.bankPublicKeyFiles = {key.publicFile()};
        QVERIFY(ProfileStore(folder).save(profile).has_value());
    }
};

int main(int argc, char **argv)
{
    if (argc == 3 && QByteArrayView(argv[1]) == "--type") return runProgram(argc, argv, typeOn);
    if (argc == 3 && QByteArrayView(argv[1]) == "--look") return runProgram(argc, argv, lookOn);
    const QCoreApplication application(argc, argv);
    KilledFormTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ui_killedform.moc"
