#include "reviewsheets.h"
#include "support/fakepayoutdesk.h"
#include "support/manualclock.h"
#include "ui/models/comparisonwords.h"
#include "ui/models/visibletext.h"
#include "ui/review/comparisontable.h"
#include "ui/review/markedtext.h"
#include "ui/review/reviewdialog.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestUnknown = 2000; // more of one unknown member is left to the tab "As received"

QString withoutGaps(QString text)
{
    return text.remove(u' ').remove(QChar(0x00A0));
}

/// What a person can read in a part of the window, in the order in which it is painted.
QString readable(const QWidget &part)
{
    QStringList texts;
    for (const QWidget *widget : part.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&part)) continue;
        if (const auto *marked = qobject_cast<const MarkedText *>(widget)) texts += marked->shownText();
        if (const auto *label = qobject_cast<const QLabel *>(widget)) texts += label->text();
    }
    return texts.join(u'\n');
}

/// The same for a person's eyes: nothing is cut off.
bool isWhole(const QWidget &widget)
{
    return widget.height() >= widget.heightForWidth(widget.width());
}

QString shownValue(const QJsonObject &stored, QLatin1String side)
{
    const QString value = stored.value(side).toString();
    if (stored.value("field"_L1) == "urgency"_L1 && !value.isEmpty()) return value == u"true" ? u"yes"_s : u"no"_s;
    return visibleText(value.first(std::min(value.size(), longestUnknown)));
}

ReviewField fieldOf(const QString &word)
{
    for (int i = 0; i <= int(ReviewField::unknownMember); ++i) {
        if (fieldWord(ReviewField(i)) == word) return ReviewField(i);
    }
    qFatal("no field has this word");
}

/// A review on the screen whose sheet carries the digest of the view that the store would keep.
struct StoredReview
{
    FakePayoutDesk desk;
    ManualClock clock;
    QByteArray view;
    QPointer<ReviewDialog> window;

    explicit StoredReview(ReviewSheet sheet)
    {
        view = viewBytes(sheet.comparison, QByteArray(64, 'a'), sheet.info.bytesSha256);
        sheet.viewSha256 = sha256Hex(view);
        desk.sheets.insert(sheet.payout, sheet);
        PayoutDossier dossier;
        dossier.payout.state = PayoutState::review;
        dossier.confirmInfo = sheet.info;
        desk.dossiers.insert(sheet.payout, dossier);
        window = new ReviewDialog(desk, clock, sheet.payout, EnvironmentKind::practice);
        window->resize(1040, 1200);
        window->show();
        [[maybe_unused]] const bool shown = QTest::qWaitFor([this] { return table() != nullptr; });
        QCoreApplication::processEvents(); // layouts settle
    }
    ~StoredReview() { delete window; }

    [[nodiscard]] ComparisonTable *table() const { return window->findChild<ComparisonTable *>(); }
    [[nodiscard]] QString label(const char *name) const
    {
        return window->findChild<QLabel *>(QLatin1String(name))->text();
    }
    [[nodiscard]] QList<QJsonObject> storedRows() const
    {
        QList<QJsonObject> rows;
        for (const QJsonValue row : QJsonDocument::fromJson(view).object().value("rows"_L1).toArray())
            rows += row.toObject();
        return rows;
    }
    /// The painted row of a stored one; unknown members are found by their path. Null: the head says it.
    [[nodiscard]] ReviewRow *paintedRow(const QJsonObject &stored) const
    {
        const ReviewField field = fieldOf(stored.value("field"_L1).toString());
        if (field != ReviewField::unknownMember) return table()->rowOf(field);
        for (ReviewRow *row : table()->rows()) {
            if (readable(*row).split(u'\n').contains(visibleText(stored.value("path"_L1).toString()))) return row;
        }
        return nullptr;
    }

    /// What is stored and not painted, or painted cut; empty: everything is there.
    [[nodiscard]] QString difference() const
    {
        for (const QJsonObject &stored : storedRows()) {
            const QString word = stored.value("field"_L1).toString();
            const ReviewRow *row = paintedRow(stored);
            const QString problem = row ? differenceIn(*row, stored) : differenceInHead(stored);
            if (!problem.isEmpty()) return word + u": "_s + problem;
            const QString tick = stored.value("tick"_L1).toString();
            const auto *box = window->findChild<QCheckBox *>(u"tick:"_s + tick);
            if (!tick.isEmpty() && (!box || !box->isVisibleTo(window))) return word + u": no tick"_s;
        }
        return {};
    }

private:
    [[nodiscard]] QString differenceInHead(const QJsonObject &stored) const
    {
        const QString asked = stored.value("asked"_L1).toString();
        const QString answered = stored.value("answered"_L1).toString();
        switch (fieldOf(stored.value("field"_L1).toString())) {
        case ReviewField::amount:
            return label("amount") == asked + u"\u00A0₽"_s && asked == answered ? QString() : u"amount in the head"_s;
        case ReviewField::currency:
            return answered.compare(u"rub", Qt::CaseInsensitive) == 0 ? QString() : u"currency in the head"_s;
        case ReviewField::payoutCount:
            return answered == u"1" ? QString() : u"number of payouts"_s;
        case ReviewField::sessionId:
            return label("origin").contains(visibleText(answered)) ? QString() : u"session in the head"_s;
        default:
            return u"no row"_s;
        }
    }

    static QString differenceIn(const ReviewRow &row, const QJsonObject &stored)
    {
        const auto cells = row.findChildren<MarkedText *>();
        if (cells.size() != 2) return u"cells"_s;
        for (const MarkedText *cell : cells) {
            if (cell->isVisibleTo(&row) && !isWhole(*cell)) return u"cut: "_s + cell->shownText();
        }
        for (const QLabel *text : row.findChildren<QLabel *>()) {
            if (text->isVisibleTo(&row) && text->wordWrap() && !isWhole(*text)) return u"cut: "_s + text->text();
        }
        const QString asked = shownValue(stored, "asked"_L1);
        const QString answered = shownValue(stored, "answered"_L1);
        if (!withoutGaps(cells[0]->shownText()).contains(withoutGaps(asked))) return u"asked "_s + asked;
        if (!withoutGaps(cells[1]->shownText()).contains(withoutGaps(answered))) return u"answered "_s + answered;
        const QString everything = readable(row);
        const QString echoed = shownValue(stored, "echoed"_L1);
        if (!withoutGaps(everything).contains(withoutGaps(echoed))) return u"echoed "_s + echoed;
        if (stored.value("grade"_L1) == "changed"_L1 && !everything.contains(u'≠') && !everything.contains(u'!'))
            return u"change without its sign"_s;
        if (stored.value("grade"_L1) == "added"_L1 && !everything.contains(u'+')) return u"addition without sign"_s;
        return {};
    }
};

/// Cases without end: fields of the answer replaced, emptied or filled with text that wants to be something else.
ReviewCase generatedCase(quint32 seed)
{
    static const QStringList texts{u"ООО «Вектор»"_s,
                                   u"ООО \"ВЕКТОР\""_s,
                                   u"Vector LLC"_s,
                                   u"OOO Bектор"_s, // mixed alphabets
                                   u"<b>40702810500000000001</b><img src=x>"_s,
                                   u"ООО\u202E«Вектор»\u200B"_s,
                                   u"&lt;script&gt; ] } \" ' \\ %1 %2"_s,
                                   u"очень длинное "_s.repeated(30),
                                   u"бе\u0301з\u0308 пробелов"_s,
                                   QString(300, u'W')};
    static const QStringList numbers{
        u"40702810500000000001"_s, u"40817810400003869535"_s, u"044525974"_s,  u"049205131"_s, u"7707083893"_s,
        u"1111111111"_s,           u"4070281050000000000"_s,  u"４０７０２"_s, u"773601001"_s};
    QRandomGenerator random(seed);
    const auto one = [&](const QStringList &of) { return of.at(random.bounded(int(of.size()))); };
    ReviewCase made;
    const auto perhaps = [&](QString &value, const QStringList &of) {
        if (random.bounded(3) == 0) value = one(of);
    };
    perhaps(made.account, numbers);
    perhaps(made.name, texts);
    perhaps(made.bik, numbers);
    perhaps(made.inn, numbers);
    perhaps(made.kpp, numbers);
    perhaps(made.bankName, texts);
    perhaps(made.corrAccount, numbers);
    perhaps(made.senderAccount, numbers);
    perhaps(made.purpose, texts);
    if (random.bounded(4) == 0) made.kopecks = random.bounded(1, 2'000'000'000);
    if (random.bounded(3) == 0) made.asked.kpp.clear();
    if (random.bounded(4) == 0) made.extra = u",\"note\":"_s + ReviewCase::quoted(one(texts));
    return made;
}

} // namespace

/// What the store keeps as "seen" is what the widgets show (threat-model.md U1).
class TestUiReviewView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    /// Acknowledged in the form by whoever sent it, and once more by whoever confirms (ru-payments.md 0.2).
    void whatDoesNotFitTheAccountNeedsItsOwnTick()
    {
        const ReviewSheet sheet = kindConflictsCase().sheet();
        const QString name = fieldWord(ReviewField::recipientName);
        const QString purpose = fieldWord(ReviewField::purpose);
        QCOMPARE(sheet.requiredTicks, (QStringList{name, purpose}));
        QVERIFY(effectOf(sheet) == Effect::look);
        const QString said = tickSentence(name, sheet.comparison);
        QVERIFY2(said.endsWith(u"a name without a legal form, and the account of an organisation"_s), qPrintable(said));
        const QString code = tickSentence(purpose, sheet.comparison);
        QVERIFY2(code.endsWith(u"a currency-control code, and both sides are residents"_s), qPrintable(code));
    }

    void everyStoredValueIsPainted_data()
    {
        QTest::addColumn<ReviewSheet>("sheet");
        QTest::addRow("clean") << cleanCase().sheet();
        QTest::addRow("the published example") << publishedCase().sheet();
        QTest::addRow("added") << addedKppCase().sheet();
        QTest::addRow("spelling") << normalisedNameCase().sheet();
        QTest::addRow("kind conflicts") << kindConflictsCase().sheet();
        QTest::addRow("unknown members") << unknownMembersCase(7).sheet();
        ReviewCase longText;
        longText.name = u"<h1>Paid</h1>\u202E"_s + QString(3000, u'Ж') + u" конец"_s;
        longText.extra = u",\"note\":"_s + ReviewCase::quoted(QString(5000, u'x'));
        QTest::addRow("long hostile text") << longText.sheet();
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("generated %u", seed) << generatedCase(seed).sheet();
    }
    void everyStoredValueIsPainted()
    {
        QFETCH(ReviewSheet, sheet);
        const StoredReview review(sheet);
        const QString difference = review.difference();
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void theDecisionCarriesTheDigestOfWhatWasPainted()
    {
        StoredReview review(cleanCase().sheet());
        auto *confirm = review.window->findChild<QPushButton *>(u"confirm"_s);
        QTRY_VERIFY(!review.label("standing").contains(u"Scroll"_s));
        review.clock.advance(ReviewDialog::shortestLook);
        QTRY_VERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(review.desk.decisions.size(), 1);
        QCOMPARE(review.desk.decisions.first().viewSha256, sha256Hex(review.view));
    }

    void aValueThatIsNotPaintedIsFound()
    {
        const StoredReview review(publishedCase().sheet());
        auto *account = review.table()->rowOf(ReviewField::recipientAccount)->findChildren<MarkedText *>().at(1);
        account->setContent(u"40817810400003869535"_s, MarkedText::Look::account);
        QVERIFY(review.difference().startsWith(u"recipientAccount: answered"_s));
    }
};

QTEST_MAIN(TestUiReviewView)
#include "tst_ui_reviewview.moc"
