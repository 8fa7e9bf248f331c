#include "pictures.h"
#include "ui/help/helpopener.h"
#include "ui/models/payoutwords.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTextTable>
#include <QTranslator>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

QString pageText(const QString &language, HelpTopic topic)
{
    QFile file(u":/help/%1/%2.md"_s.arg(language, helpTopicId(topic)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<HelpTopic> everyTopic()
{
    QList<HelpTopic> topics;
    for (int i = 0; i < helpTopicCount; ++i)
        topics += static_cast<HelpTopic>(i);
    return topics;
}

/// Every state a payout can have, as its enumeration counts them.
QList<PayoutState> everyState()
{
    QList<PayoutState> states;
    for (int i = 0; i <= static_cast<int>(PayoutState::hold); ++i)
        states += static_cast<PayoutState>(i);
    return states;
}

} // namespace

/// The help: its pages in both languages, the window, F1 and the notes' links.
class TestUiHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    void everyPageIsThereInBothLanguagesWithTheSameSections()
    {
        for (const HelpTopic topic : everyTopic()) {
            const QString english = pageText(u"en"_s, topic);
            const QString russian = pageText(u"ru"_s, topic);
            QVERIFY2(english.startsWith(u"# "_s) && russian.startsWith(u"# "_s), qPrintable(helpTopicId(topic)));
            QCOMPARE(russian.count(u"\n## "_s), english.count(u"\n## "_s));
            QCOMPARE(russian.count(u"\n| "_s), english.count(u"\n| "_s));
            QCOMPARE(russian.count(u"help:"_s), english.count(u"help:"_s));
        }
        for (const auto *language : {"en", "ru"})
            QCOMPARE(QDir(u":/help/"_s + QLatin1String(language)).entryList().size(), helpTopicCount);
    }

    void everyLinkLeadsToAPage()
    {
        static const QRegularExpression link(u"\\]\\(([^)]*)\\)"_s);
        for (const HelpTopic topic : everyTopic()) {
            for (const auto *language : {"en", "ru"}) {
                auto links = link.globalMatch(pageText(QLatin1String(language), topic));
                while (links.hasNext()) {
                    const QString target = links.next().captured(1);
                    QVERIFY2(target.startsWith(u"help:"_s) && helpTopicFromId(target.mid(5)), qPrintable(target));
                }
            }
        }
    }

    void everyStateOfTheListIsExplainedInItsOwnWords_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Russian") << u"ru"_s;
    }
    void everyStateOfTheListIsExplainedInItsOwnWords()
    {
        QFETCH(QString, language);
        QTranslator translator;
        if (language == u"ru") {
            QVERIFY(translator.load(u":/translations/countersign_ru.qm"_s));
            QCoreApplication::installTranslator(&translator);
        }
        const QString page = pageText(language, HelpTopic::states);
        for (const PayoutState state : everyState()) {
            const QString words = stateWords(state);
            QVERIFY2(page.contains(u"| **%1** |"_s.arg(words)), qPrintable(words));
        }
    }

    void f1OpensThePageOfTheWindowOneIsIn()
    {
        HelpOpener opener;
        QWidget window;
        setHelpTopic(window, HelpTopic::import);
        QLineEdit field(&window);
        QLineEdit other(&window);
        setHelpTopic(other, HelpTopic::keys);
        window.show();
        QTest::keyClick(&field, Qt::Key_F1);
        QVERIFY(opener.window() && opener.window()->isVisible());
        QCOMPARE(opener.window()->topic(), HelpTopic::import);
        QTest::keyClick(&other, Qt::Key_F1);
        QCOMPARE(opener.window()->topic(), HelpTopic::keys);
        QLineEdit elsewhere;
        QTest::keyClick(&elsewhere, Qt::Key_F1);
        QCOMPARE(opener.window()->topic(), HelpTopic::firstSteps);
        opener.close();
        QTest::keyClick(&field, Qt::Key_F1, Qt::ControlModifier);
        QVERIFY(!opener.window());
    }

    void aNoteLeadsToItsPage()
    {
        HelpOpener opener;
        Note note;
        note.setContent(Note::Grade::warn, u"!"_s, u"Sending is frozen."_s);
        auto *button = note.findChild<QPushButton *>(u"helpLink"_s);
        note.show();
        QVERIFY(!button->isVisible());
        note.offerHelp(helpTopicOf(ErrorCode::frozen));
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(opener.window());
        QCOMPARE(opener.window()->topic(), HelpTopic::unknown);
        note.offerHelp(helpTopicOf(ErrorCode::notFound));
        QVERIFY(!button->isVisible());
    }

    void searchFindsPagesByAllWordsAndMarksThem()
    {
        HelpWindow window;
        window.show();
        auto *search = window.findChild<QLineEdit *>(u"helpSearch"_s);
        auto *pages = window.findChild<QListWidget *>(u"helpPages"_s);
        auto *text = window.findChild<QTextBrowser *>(u"helpText"_s);
        QCOMPARE(pages->count(), helpTopicCount);
        QTest::keyClicks(search, u"fingerprint telephone"_s);
        QCOMPARE(pages->count(), 1);
        QCOMPARE(window.topic(), HelpTopic::connecting);
        QVERIFY(text->extraSelections().size() >= 2);
        search->setText(u"no such word anywhere"_s);
        QCOMPARE(pages->count(), 0);
        QVERIFY(text->toPlainText().isEmpty());
        QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(search, Qt::Key_Delete);
        QCOMPARE(pages->count(), helpTopicCount);
        QVERIFY(text->extraSelections().isEmpty());
    }

    void whatIsTypedOnlyMarksThePageThatIsShown()
    {
        HelpWindow window;
        window.show();
        auto *search = window.findChild<QLineEdit *>(u"helpSearch"_s);
        auto *text = window.findChild<QTextBrowser *>(u"helpText"_s);
        window.showTopic(HelpTopic::unknown);
        const QSignalSpy laidOut(text->document(), &QTextDocument::contentsChanged);
        for (const QChar letter : u"freeze"_s)
            QTest::keyClick(search, letter.toLatin1());
        QCOMPARE(window.topic(), HelpTopic::unknown);
        QVERIFY(!text->extraSelections().isEmpty());
        QCOMPARE(laidOut.size(), 0);
        search->setText(u"help:unknown"_s); // where a link leads, which nobody reads
        QCOMPARE(window.findChild<QListWidget *>(u"helpPages"_s)->count(), 0);
    }

    void linksStayInsideTheHelp()
    {
        HelpWindow window;
        auto *text = window.findChild<QTextBrowser *>(u"helpText"_s);
        Q_EMIT text->anchorClicked(QUrl(u"help:unknown"_s));
        QCOMPARE(window.topic(), HelpTopic::unknown);
        Q_EMIT text->anchorClicked(QUrl(u"https://example.org/keys"_s));
        QCOMPARE(window.topic(), HelpTopic::unknown);
    }

    void pictures()
    {
        HelpWindow window;
        window.show();
        for (const HelpTopic topic : everyTopic()) {
            window.showTopic(topic);
            takePictures(window, u"help-"_s + helpTopicId(topic));
        }
    }
};

QTEST_MAIN(TestUiHelp)
#include "tst_ui_help.moc"
