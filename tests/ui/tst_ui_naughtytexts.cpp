#include "reviewsheets.h"
#include "support/fakerecipientbook.h"
#include "support/faketemplatebook.h"
#include "support/manualclock.h"
#include "support/naughtytexts.h"
#include "support/samplepayouts.h"
#include "ui/models/payoutlistmodel.h"
#include "ui/models/reviewrows.h"
#include "ui/models/visibletext.h"
#include "ui/payouts/detailscontroller.h"
#include "ui/payouts/detailspane.h"
#include "ui/recipients/recipientswindow.h"
#include "ui/review/markedtext.h"
#include "ui/templates/templateswindow.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/longwords.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QTableWidget>
#include <QTest>
#include <QTextDocumentFragment>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

/// Whatever begins or ends with spaces, or holds nothing else, is not what these tests are about: a label shows it so.
bool saysSomething(const QString &text)
{
    return !visibleText(text).trimmed().isEmpty();
}

/// Whether one of the parts shows the text, and makes visible what can't be seen or would turn our own words round.
bool isShown(const QString &text, const QStringList &parts)
{
    return std::ranges::any_of(parts, [seen = visibleText(text)](const QString &part) { return part.contains(seen); });
}

/// What a person can read in a part of the window; a failure where a label would make markup of it.
QStringList readable(const QWidget &part)
{
    QStringList texts;
    for (const QLabel *label : part.findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText) qFatal("a label that makes markup: %s", qPrintable(label->text()));
        const auto *elided = qobject_cast<const ElidedLabel *>(label);
        texts += withoutBreaks(elided ? elided->fullText() : label->text());
    }
    for (const MarkedText *marked : part.findChildren<MarkedText *>())
        texts += marked->shownText();
    return texts;
}

/// The tool tips of a window and of what its tables hold.
QStringList tipsOf(const QWidget &window)
{
    QStringList tips;
    for (const QWidget *widget : window.findChildren<QWidget *>())
        tips += widget->toolTip();
    for (const QAbstractItemView *view : window.findChildren<QAbstractItemView *>()) {
        for (int row = 0; view->model() && row < view->model()->rowCount(); ++row)
            for (int column = 0; column < view->model()->columnCount(); ++column)
                tips += view->model()->index(row, column).data(Qt::ToolTipRole).toString();
    }
    tips.removeAll(QString());
    return tips;
}

/// A tip is plain, or it is plainTip() of something: markup around escaped text, and nothing else.
bool isPlainTip(const QString &tip)
{
    if (!Qt::mightBeRichText(tip)) return true;
    if (!tip.startsWith(u"<span>"_s) || !tip.endsWith(u"</span>"_s)) return false;
    const QString inside = tip.sliced(6).chopped(7);
    return !inside.contains(u'<') && !inside.contains(u'>');
}

QStringList textsOfColumn(const QTableWidget &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.rowCount(); ++row)
        texts += table.item(row, column)->text();
    return texts;
}

} // namespace

/// Texts that other programs stumble over stand in lists, details, review, address book and templates as what they are.
class TestUiNaughtyTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, Appearance::light);
        m_texts = test::naughtyTexts();
        m_texts.removeIf([](const QString &text) { return !saysSomething(text); });
        QVERIFY(m_texts.size() > 5);
    }

    void theListGivesThemOutAsTheyAre()
    {
        FakePayoutDesk desk;
        for (qsizetype i = 0; i < m_texts.size(); ++i)
            desk.rows += samples::row(static_cast<int>(i), PayoutState::paid, m_texts[i], u"40702810500000000001"_s,
                                      100, m_texts[i]);
        ManualClock clock;
        PayoutListModel model(desk, clock);
        model.setQuery(Folder::all, {});
        QTRY_COMPARE(model.rowCount(), m_texts.size());
        model.setVisibleRows(0, model.rowCount() - 1);
        for (int row = 0; row < model.rowCount(); ++row) {
            QTRY_COMPARE(model.index(row, PayoutListModel::recipientColumn).data().toString(), m_texts[row]);
            QCOMPARE(model.index(row, PayoutListModel::purposeColumn).data().toString(), m_texts[row]);
            QVERIFY(model.index(row, PayoutListModel::recipientColumn).data(Qt::ToolTipRole).isNull());
        }
    }

    /// Recipient, purpose, the bank's words of an error, a word of the history that we do not know, the imported file.
    void theDetailsShowThem()
    {
        FakePayoutDesk desk;
        samples::StillClock clock;
        DetailsPane pane;
        DetailsController controller(desk, clock, samples::sampleOffers, pane);
        pane.resize(330, 800);
        for (qsizetype i = 0; i < m_texts.size(); ++i) {
            const QString &text = m_texts[i];
            ListRow row = samples::row(static_cast<int>(i), PayoutState::failed, u"name "_s + text,
                                       u"40702810500000000001"_s, 100, u"purpose "_s + text, u"odd_code"_s);
            PayoutDossier dossier = samples::dossierOf(row);
            dossier.payout.reasonText = u"reason "_s + text;
            PayoutDraft draft{.recipientName = row.recipientName, .purpose = row.purpose};
            draft.source.file = ImportedFrom{.fileName = u"file "_s + text, .row = 4};
            dossier.payout.draft = canonicalBytes(draft);
            dossier.history += HistoryEntry{samples::before(std::chrono::seconds(5)),
                                            u"confirmed "_s + text,
                                            {{u"user"_s, u"user "_s + text}, {u"reason"_s, u"because "_s + text}}};
            desk.dossiers.insert(row.id, dossier);
            controller.showPayout(row.id);
            QTRY_VERIFY2(isShown(u"name "_s + text, readable(pane)),
                         qPrintable(text + u" in "_s + readable(pane).join(u'|')));
            for (const QString &what :
                 {u"purpose "_s, u"reason "_s, u"file "_s, u"confirmed "_s, u"user "_s, u"because "_s})
                QVERIFY2(isShown(what + text, readable(pane)), qPrintable(what + text));
            for (const QString &tip : tipsOf(pane))
                QVERIFY2(isPlainTip(tip), qPrintable(tip));
        }
    }

    /// Side by side: what was asked, and what the bank answers.
    void theReviewShowsThem()
    {
        for (const QString &text : std::as_const(m_texts)) {
            if (text.contains(QChar(0xFFFD)) || text.contains(QChar(0))) continue; // no JSON of the bank's
            ReviewCase made;
            made.asked.recipientName = u"asked "_s + text;
            made.name = u"named "_s + text;
            QStringList shown;
            for (const ReviewTableRow &row : reviewRows(made.sheet().comparison)) {
                for (const ReviewCell &cell : {row.asked, row.answered}) {
                    MarkedText marked;
                    marked.setContent(cell.text, MarkedText::Look::text, cell.marks);
                    shown += marked.shownText();
                }
            }
            QVERIFY2(isShown(u"asked "_s + text, shown), qPrintable(text));
            QVERIFY2(isShown(u"named "_s + text, shown), qPrintable(text));
        }
    }

    void theAddressBookShowsThem()
    {
        FakeRecipientBook book;
        book.rows.clear();
        for (qsizetype i = 0; i < m_texts.size(); ++i)
            book.rows += bookEntry(u"r%1"_s.arg(i), m_texts[i]);
        book.total = book.rows.size();
        RecipientsWindow window(book, Environment::practice);
        window.show();
        auto *table = window.findChild<QTableWidget *>();
        QTRY_COMPARE(table->rowCount(), m_texts.size());
        QStringList shown;
        for (const QString &text : std::as_const(m_texts))
            shown += visibleText(text);
        QCOMPARE(textsOfColumn(*table, 0), shown);
        for (const QString &tip : tipsOf(window))
            QVERIFY2(isPlainTip(tip), qPrintable(tip));
    }

    void theTemplatesShowThem()
    {
        FakeTemplateBook templates;
        templates.rows.clear();
        for (qsizetype i = 0; i < m_texts.size(); ++i) {
            templates.rows += sampleTemplate(u"t%1"_s.arg(i), m_texts[i]);
            templates.rows.last().draft.recipientName = m_texts[i];
        }
        ManualClock clock;
        TemplatesWindow window(templates, clock, Environment::practice);
        window.show();
        auto *table = window.findChild<QTableWidget *>();
        QTRY_COMPARE(table->rowCount(), m_texts.size());
        QStringList shown;
        for (const QString &text : std::as_const(m_texts))
            shown += visibleText(text);
        QCOMPARE(textsOfColumn(*table, 0), shown);
        QCOMPARE(textsOfColumn(*table, 1), shown);
        for (const QString &tip : tipsOf(window))
            QVERIFY2(isPlainTip(tip), qPrintable(tip));
    }

    /// A tip makes markup of what looks like it; made by plainTip() it reads as the text it was made of.
    void tipsReadAsTheTextTheyWereMadeOf()
    {
        for (const QString &text : std::as_const(m_texts)) {
            const QString seen = visibleText(text);
            const QString tip = plainTip(seen);
            QVERIFY2(isPlainTip(tip), qPrintable(tip));
            QCOMPARE(QTextDocumentFragment::fromHtml(tip).toPlainText().simplified(), seen.simplified());
        }
    }

private:
    QStringList m_texts;
};

QTEST_MAIN(TestUiNaughtyTexts)
#include "tst_ui_naughtytexts.moc"
