#include "pictures.h"
#include "setupkit.h"
#include "support/fakediagnosisdesk.h"
#include "ui/report/reportwindow.h"
#include "ui/widgets/note.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

class TestUiReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void everyFileIsReadBeforeItIsSaved()
    {
        FakeDiagnosisDesk desk;
        ReportWindow window(desk, Environment::practice);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        auto *list = window.findChild<QListWidget *>(u"files"_s);
        QTRY_COMPARE(list->count(), 2);
        const auto *text = window.findChild<QPlainTextEdit *>(u"text"_s);
        for (int i = 0; i < list->count(); ++i) {
            list->setCurrentRow(i);
            QCOMPARE(text->toPlainText().toUtf8(), desk.files.at(i).text);
        }
        takePictures(window, u"report"_s);
        QVERIFY(desk.saved.isEmpty());
        window.saveTo(u"/disk/report.zip"_s);
        QCOMPARE(desk.saved, desk.files);
        auto *note = window.findChild<Note *>(u"note"_s);
        QTRY_COMPARE(note->headline(), u"The report is saved. Nothing was sent."_s);
    }

    void aFailureIsSaid()
    {
        FakeDiagnosisDesk desk;
        desk.saveAnswer = fail(ErrorCode::fileUnwritable);
        ReportWindow window(desk, Environment::practice);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        window.saveTo(u"/disk/report.zip"_s);
        auto *note = window.findChild<Note *>(u"note"_s);
        QTRY_COMPARE(note->headline(), u"The report was not saved."_s);
    }
};

QTEST_MAIN(TestUiReport)
#include "tst_ui_report.moc"
