#include "payouts/draftcopies.h"
#include "support/naughtytexts.h"
#include "support/samplepayouts.h"
#include "ui/models/visibletext.h"
#include "ui/printing/orderprinting.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

const QString ours = u"40702810300200000013"_s;

PayoutContent content()
{
    return {.senderAccount = *AccountNumber::parse(ours),
            .kind = RecipientKind::legalEntity,
            .recipientName = u"ООО \"Вектор\""_s,
            .inn = *Inn::parse(u"7701000019"),
            .kpp = *Kpp::parse(u"770101001"),
            .bik = *Bik::parse(u"044525974"),
            .account = *AccountNumber::parse(u"40702810500000000001"),
            .amount = Money::fromKopecks(4'725'050),
            .purpose = u"Оплата по счету N 77 от 18.11.2026 за услуги. Без НДС"_s};
}

PayoutDossier dossierIn(PayoutState state)
{
    PayoutDossier dossier;
    dossier.payout = {.id = {u"p7"_s}, .number = 7, .state = state, .version = 1};
    dossier.payout.createdAt = dossier.payout.stateSince = samples::pictureTime();
    dossier.payout.draft = canonicalBytes(draftOf(content()));
    dossier.instruction = InstructionRecord{.payout = {u"p7"_s}, .version = 1, .content = canonicalBytes(content())};
    AttemptRecord attempt;
    attempt.sessionId = u"ps_3230"_s;
    attempt.bankPayoutId = u"po_2121"_s;
    dossier.attempt = attempt;
    return dossier;
}

OrderPayer payer(bool realMoney = true)
{
    return {.name = u"ООО \"Северный Путь\""_s,
            .inn = u"1655000003"_s,
            .kpp = u"165501001"_s,
            .bikOfAccount = {{ours, u"049205131"_s}},
            .realMoney = realMoney};
}

BankEntry bank(const QString &name, const QString &town, const QString &correspondentAccount)
{
    return {.bik = *Bik::parse(u"044525974"),
            .name = name,
            .town = town,
            .participantType = u"20"_s,
            .correspondentAccounts = {correspondentAccount},
            .accountCbrBic = {}};
}

PaymentOrder orderOf(const PayoutDossier &dossier, const OrderPayer &by = payer())
{
    return paymentOrderOf(dossier, *askedOf(dossier), by,
                          bank(u"ООО \"Банк 131\""_s, u"г. Казань"_s, u"30101810822029205131"_s),
                          bank(u"АО \"ТБанк\""_s, u"г. Москва"_s, u"30101810145250000974"_s), samples::pictureTime());
}

/// With a text in every field that takes one.
PayoutDossier dossierOfText(const QString &text)
{
    PayoutDossier dossier = dossierIn(PayoutState::paid);
    PayoutContent naughty = content();
    naughty.recipientName = u"Имя "_s + text;
    naughty.purpose = u"Цель "_s + text;
    dossier.instruction->content = canonicalBytes(naughty);
    DraftSource source;
    source.file = ImportedFrom{.documentNumber = text, .incomeCode = text, .priority = text};
    dossier.instruction->source = canonicalBytes(source);
    return dossier;
}

/// Where lines end is the sheet's matter, and which letters are joined into one is the font's.
QString withoutSpaces(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).removeIf([](QChar c) { return c.isSpace(); });
}

/// What another program reads in our PDF; line by line, as it stands on the sheet.
QString readBack(const QString &file, const QString &order = u"-layout"_s)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {order, file, u"-"_s});
    return reader.waitForFinished() ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
}

} // namespace

/// A payout on paper: what stands in the fields of form 0401060, and that it can't be taken for a proof.
class TestUiPaymentOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    void theFieldsAreThoseOfTheForm()
    {
        const PaymentOrder order = orderOf(dossierIn(PayoutState::paid));
        QCOMPARE(order.number, u"7"_s);
        QCOMPARE(order.date, u"22.11.2026"_s);
        QCOMPARE(order.words, u"Сорок семь тысяч двести пятьдесят рублей 50 копеек"_s);
        QCOMPARE(order.figures, u"47250-50"_s);
        QCOMPARE(order.debited, u"22.11.2026"_s);
        QCOMPARE(order.payer.account, ours);
        QCOMPARE(order.payer.bik, u"049205131"_s);
        QCOMPARE(order.payer.correspondentAccount, u"30101810822029205131"_s);
        QCOMPARE(order.payee.account, u"40702810500000000001"_s);
        QCOMPARE(order.payee.bank, u"АО \"ТБанк\" г. Москва"_s);
        QCOMPARE(order.warning, QString());
        QVERIFY(order.marks.contains(u"Сессия ps_3230"_s));
        QVERIFY(order.marks.contains(u"Платёж po_2121"_s));
    }

    void anImportedOrderKeepsItsNumberAndDate()
    {
        PayoutDossier dossier = dossierIn(PayoutState::paid);
        DraftSource source;
        source.file = ImportedFrom{.documentNumber = u"000101"_s, .documentDate = u"2026-11-18"_s};
        dossier.instruction->source = canonicalBytes(source);
        QCOMPARE(orderOf(dossier).number, u"000101"_s);
        QCOMPARE(orderOf(dossier).date, u"18.11.2026"_s);
    }

    void whatTheBankIsNotToldStandsInItsFieldAndIsSaid()
    {
        PayoutDossier dossier = dossierIn(PayoutState::paid);
        QVERIFY(!orderOf(dossier).provenance.contains(u"Поля"_s));
        DraftSource source;
        source.file = ImportedFrom{.incomeCode = u"1"_s, .priority = u"3"_s, .uin = u"50133547364"_s};
        dossier.instruction->source = canonicalBytes(source);
        const PaymentOrder order = orderOf(dossier);
        QCOMPARE(order.incomeCode, u"1"_s);
        QCOMPARE(order.priority, u"3"_s);
        QCOMPARE(order.code, u"50133547364"_s);
        QVERIFY2(
            order.provenance.endsWith(u"Поля 20, 21, 22 взяты из документа учётной программы, банку не передаются."_s),
            qPrintable(order.provenance));
    }

    void theBanksOwnTimeIsTheDayOfTheDebit()
    {
        PayoutDossier dossier = dossierIn(PayoutState::paid);
        ObservationRecord seen;
        seen.kind = ObservationKind::paid;
        seen.updatedAtMicros = (toMilliseconds(samples::pictureTime()) - qint64(48) * 3'600'000) * 1000;
        dossier.observations = {seen};
        QCOMPARE(orderOf(dossier).debited, u"20.11.2026"_s);
    }

    void onlyAnExecutedOneIsWithoutAWarning_data()
    {
        QTest::addColumn<PayoutState>("state");
        for (int i = 0; i < payoutStateCount; ++i)
            QTest::addRow("%s", qPrintable(stateWord(static_cast<PayoutState>(i)))) << static_cast<PayoutState>(i);
    }
    void onlyAnExecutedOneIsWithoutAWarning()
    {
        QFETCH(PayoutState, state);
        const PaymentOrder order = orderOf(dossierIn(state));
        QCOMPARE(order.warning.isEmpty(), state == PayoutState::paid);
        QCOMPARE(order.debited.isEmpty(), state != PayoutState::paid);
        if (state != PayoutState::paid && state != PayoutState::returned)
            QVERIFY2(order.warning.startsWith(u"Не исполнено: "_s) ||
                         order.warning.startsWith(u"Исполнение не подтверждено: "_s),
                     qPrintable(order.warning));
    }

    void whatIsNotKnownIsNotCalledNotExecuted()
    {
        for (const PayoutState state : {PayoutState::confirmUnknown, PayoutState::executing, PayoutState::hold})
            QVERIFY(orderOf(dossierIn(state)).warning.startsWith(u"Исполнение не подтверждено: "_s));
        for (const PayoutState state : {PayoutState::draft, PayoutState::review, PayoutState::failed})
            QVERIFY(orderOf(dossierIn(state)).warning.startsWith(u"Не исполнено: "_s));
    }

    /// The form is the Bank of Russia's, and these windows speak English here.
    void allOfItIsRussianWhateverTheWindowsSpeak_data() { onlyAnExecutedOneIsWithoutAWarning_data(); }
    void allOfItIsRussianWhateverTheWindowsSpeak()
    {
        QFETCH(PayoutState, state);
        PayoutDossier dossier = dossierIn(state);
        dossier.alarms = {AlarmRecord{}};
        const PaymentOrder order = orderOf(dossier, payer(false));
        static const QRegularExpression notRussian(u"[A-Za-z]{2,}"_s);
        for (QString text : QStringList{order.warning, order.provenance} + order.marks) {
            text.remove(u"Countersign"_s).remove(u"ps_3230"_s).remove(u"po_2121"_s);
            QVERIFY2(!text.contains(notRussian), qPrintable(text));
        }
    }

    void practiceAndAnotherRecipientAreSaidEvenWhenExecuted()
    {
        PayoutDossier dossier = dossierIn(PayoutState::paid);
        QVERIFY(orderOf(dossier, payer(false)).warning.contains(u"настоящих денег нет"_s));
        dossier.otherRecipient = RecipientIdentity{};
        QVERIFY(orderOf(dossier).warning.contains(u"другой получатель"_s));
    }

    void everythingCanBeReadInThePdf_data()
    {
        QTest::addColumn<PayoutState>("state");
        QTest::addRow("executed") << PayoutState::paid;
        QTest::addRow("not executed") << PayoutState::review;
    }
    void everythingCanBeReadInThePdf()
    {
        QFETCH(PayoutState, state);
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty()) QSKIP("pdftotext (poppler-utils) is missing");
        const PaymentOrder order = orderOf(dossierIn(state));
        const QString kept = qEnvironmentVariable("COUNTERSIGN_PICTURES");
        const QString file = (kept.isEmpty() ? m_folder.path() : kept) + u"/order-"_s + stateWord(state) + u".pdf"_s;
        QVERIFY(writePaymentOrderPdf(file, order).has_value());
        const QString text = readBack(file).simplified();
        for (const QString &words : {u"0401060"_s,
                                     u"ПЛАТЕЖНОЕ ПОРУЧЕНИЕ № 7"_s,
                                     order.date,
                                     order.words,
                                     order.figures,
                                     order.payer.name,
                                     order.payer.inn,
                                     order.payer.kpp,
                                     order.payer.account,
                                     order.payer.bik,
                                     order.payer.correspondentAccount,
                                     order.payee.name,
                                     order.payee.inn,
                                     order.payee.kpp,
                                     order.payee.account,
                                     order.payee.bik,
                                     order.payee.correspondentAccount,
                                     order.payee.bank,
                                     order.purpose,
                                     u"ps_3230"_s,
                                     u"po_2121"_s})
            QVERIFY2(text.contains(words), qPrintable(words));
        QCOMPARE(text.contains(u"Не исполнено"_s), state != PayoutState::paid);
        QVERIFY(!text.split(u' ').contains(u"5"_s)); // no priority: the bank is told none
    }

    /// The longest that a field can hold is set smaller, and all of it is there.
    void nothingIsCut()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty()) QSKIP("pdftotext (poppler-utils) is missing");
        PaymentOrder order = orderOf(dossierIn(PayoutState::paid));
        order.purpose = u"Ж"_s.repeated(209) + u"Я"_s;
        order.payee.name = u"Щ"_s.repeated(159) + u"Я"_s;
        order.words = amountWordsOfLargest();
        const QString file = m_folder.filePath(u"long.pdf"_s);
        QVERIFY(writePaymentOrderPdf(file, order).has_value());
        const QString text = readBack(file);
        QCOMPARE(text.count(u'Ж'), 209 + fixedLetters(u'Ж'));
        QCOMPARE(text.count(u'Щ'), 159);
        QVERIFY(text.simplified().contains(u"99 копеек"_s));
    }

    /// What can't be seen is made visible, and nothing else is changed.
    void naughtyTextsStandInTheirFieldsUnchanged()
    {
        for (const QString &text : test::naughtyTexts()) {
            PayoutDossier dossier = dossierOfText(text);
            dossier.attempt->sessionId = dossier.attempt->bankPayoutId = text;
            const PaymentOrder order = orderOf(dossier);
            const QString shown = visibleText(text);
            QCOMPARE(order.payee.name, u"Имя "_s + shown);
            QCOMPARE(order.purpose, u"Цель "_s + shown);
            if (!text.isEmpty()) QCOMPARE(order.number, shown);
            QCOMPARE(order.incomeCode, shown);
            QCOMPARE(order.priority, shown);
            QVERIFY(text.isEmpty() || order.marks.contains(u"Сессия "_s + shown));
            QVERIFY(text.isEmpty() || order.marks.contains(u"Платёж "_s + shown));
        }
    }

    /// Of those in letters that every font has: what another program makes of others is its own matter.
    void naughtyTextsAreReadInThePdfUnchanged()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty()) QSKIP("pdftotext (poppler-utils) is missing");
        QStringList texts = test::naughtyTexts();
        texts.removeIf([](const QString &text) {
            const bool plain = std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c < QChar(0x7f); });
            return !plain || text.trimmed().isEmpty() || text.size() > 150;
        });
        QVERIFY(texts.size() > 1);
        const QString file = m_folder.filePath(u"naughty.pdf"_s);
        {
            QPdfWriter writer(file);
            writer.setPageSize(QPageSize(QPageSize::A4));
            writer.setPageMargins({});
            QPainter painter(&writer);
            painter.scale(writer.logicalDpiX() / 254.0, writer.logicalDpiY() / 254.0);
            for (qsizetype i = 0; i < texts.size(); ++i) {
                if (i > 0) writer.newPage();
                paintPaymentOrder(painter, orderOf(dossierOfText(texts[i])));
            }
        }
        const QStringList pages = readBack(file, u"-raw"_s).split(u'\f'); // field by field;
        QVERIFY(pages.size() >= texts.size());
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const QString wanted = withoutSpaces(texts[i]);
            const QString page = withoutSpaces(pages[i]);
            QVERIFY2(page.contains(u"Имя"_s + wanted), qPrintable(texts[i] + u" in "_s + page));
            QVERIFY2(page.contains(u"Цель"_s + wanted), qPrintable(texts[i]));
        }
    }

    void whatCannotBeWrittenIsSaid()
    {
        const auto written =
            writePaymentOrderPdf(u"/no such folder/order.pdf"_s, orderOf(dossierIn(PayoutState::paid)));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::fileUnwritable);
    }

    void theMainWindowAsksForANameAndWrites()
    {
        FakePayoutDesk desk;
        samples::fill(desk);
        samples::StillClock clock;
        MainWindow main(desk, clock, samples::sampleOffers, WindowFacts{});
        OrderPrinting printing(desk, clock, main);
        main.show();
        const ListRow row = samples::pictureRows().first();
        desk.dossiers.insert(row.id, samples::dossierOf(row));
        QTRY_VERIFY(main.findChild<QAction *>(u"orderPdfAction"_s)->isEnabled());
        main.findChild<QAction *>(u"orderPdfAction"_s)->trigger();
        QTRY_VERIFY(main.findChild<QFileDialog *>());
        const QString file = m_folder.filePath(u"asked.pdf"_s);
        printing.writePdf(row.id, file);
        QTRY_VERIFY(QFileInfo::exists(file));
        printing.writePdf(row.id, u"/no such folder/order.pdf"_s);
        QTRY_VERIFY(main.findChild<QMessageBox *>());
    }

private:
    static QString amountWordsOfLargest()
    {
        return u"Девятьсот девяносто девять миллиардов девятьсот девяносто девять миллионов девятьсот девяносто девять "
               "тысяч девятьсот девяносто девять рублей 99 копеек"_s;
    }
    /// Of the form itself.
    static qsizetype fixedLetters(QChar letter) { return u"ПЛАТЕЖНОЕ ПОРУЧЕНИЕ"_s.count(letter); }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestUiPaymentOrder)
#include "tst_ui_paymentorder.moc"
