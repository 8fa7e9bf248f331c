#include "pictures.h"
#include "reviewsheets.h"
#include "support/fakepayoutdesk.h"
#include "support/fakerecipientbook.h"
#include "support/manualclock.h"
#include "ui/models/recipientwords.h"
#include "ui/payouts/beforesending.h"
#include "ui/payouts/payoutfields.h"
#include "ui/payouts/payoutform.h"
#include "ui/payouts/recipientpanel.h"
#include "ui/recipients/bookcompleter.h"
#include "ui/review/markedtext.h"
#include "ui/review/reviewdialog.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

const QString ours = u"40702810300200000013"_s;
const QString known = u"40702810500000000001"_s;
const QString swapped = u"40702810900000000666"_s;

Instant dayInOctober()
{
    return fromMilliseconds(1'791'795'600'000); // 2026-10-12 in Moscow
}

Duplicate earlierPayout(qint64 number)
{
    return {{.id = {u"p%1"_s.arg(number)},
             .number = number,
             .state = PayoutState::paid,
             .createdAt = dayInOctober(),
             .stateSince = dayInOctober()},
            {DuplicateReason::sameContent}};
}

/// A form on the screen over a desk that has paid one account only.
struct Form
{
    TwoBanks banks;
    FakePayoutDesk desk;
    QList<Duplicate> duplicates;
    QList<RecipientRecord> entries; ///< of the book, as the core finds them
    FakeRecipientBook book;         ///< as it is searched while typing
    QPointer<PayoutForm> window;

    Form()
    {
        const ValidationRules rules{.directory = &banks,
                                    .senderAccounts = {*AccountNumber::parse(ours)},
                                    .limit = Money::fromKopecks(100'000'000),
                                    .today = QDate(2026, 11, 22),
                                    .checkDigitsBlock = false};
        desk.checkAnswer = [rules](const PayoutDraft &typed) { return validate(typed, rules); };
        desk.recipientAnswer = [this](const PayoutDraft &draft) -> Result<RecipientCheck> {
            const RecipientIdentity who{u"Vektor LLC"_s, u"7707083893"_s, u"044525974"_s, known};
            const QList<PaidRecipient> paid{{.who = who, .payments = 6, .lastPaidAt = dayInOctober()}};
            const RecipientIdentity asked = identityOf(draft);
            return RecipientCheck{.who = asked,
                                  .standing = standingOf(asked, paid, inBook()),
                                  .book = entries,
                                  .actOf = {},
                                  .duplicates = duplicates};
        };
        book.rows = {};
        window = new PayoutForm(desk, book, rules.senderAccounts, EnvironmentKind::practice);
        window->show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(window);
    }
    ~Form() { delete window; }

    [[nodiscard]] QList<BookEntry> inBook() const
    {
        QList<BookEntry> list;
        for (const RecipientRecord &entry : entries) {
            const RecipientDetails &said = entry.details;
            list.append({.who = {said.name, said.inn, said.bik, said.account}, .since = entry.changedAt});
        }
        return list;
    }

    template <class T = QLineEdit>
    T *field(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    void fillIn(const QString &account) const
    {
        type("recipient", u"Vektor LLC"_s);
        type("inn", u"7707083893"_s);
        type("kpp", u"773601001"_s);
        type("bik", u"044525974"_s);
        type("account", account);
        type("amount", u"52300"_s);
        type("purpose", u"Delivery services under act 44. VAT exempt"_s);
    }
    void type(const char *name, const QString &text) const
    {
        auto *target = field<QWidget>(name);
        target->setFocus();
        QTest::keyClicks(target, text);
    }
    void paste(const char *name, const QString &text) const
    {
        QGuiApplication::clipboard()->setText(text);
        auto *target = field<QWidget>(name);
        target->setFocus();
        QTest::keySequence(target, QKeySequence::Paste);
    }
    [[nodiscard]] bool canSend() const { return field<QPushButton>("send")->isEnabled(); }
    [[nodiscard]] QString standing() const { return field<QWidget>("standingNote")->accessibleDescription(); }
    [[nodiscard]] bool asksForDigits() const { return field("retyped")->isVisible(); }
};

/// All that a review says, in no order.
QString textsOf(const ReviewDialog &review)
{
    QStringList said;
    for (const auto *text : review.findChildren<MarkedText *>())
        said += text->shownText();
    for (const auto *label : review.findChildren<QLabel *>())
        said += label->text();
    return said.join(u'\n');
}

} // namespace

/// The form names who is new and what looks the same, and the act is done by a person with the paper in hand.
class TestUiRecipientActs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    void aKnownRecipientNeedsNothing()
    {
        Form form;
        form.fillIn(known);
        QTRY_VERIFY(form.window->findChild<PayoutFields *>()->notesOf(Field::account).contains(u"Paid 6 times"_s));
        QVERIFY(form.window->findChild<PayoutFields *>()->notesOf(Field::account).contains(u"12 Oct 2026"_s));
        QVERIFY(!form.asksForDigits());
        QVERIFY(form.canSend());
    }

    void aSwappedAccountCannotGoTheShortWay()
    {
        Form form;
        form.fillIn({});
        form.paste("account", swapped);
        QTRY_VERIFY(form.asksForDigits());
        QVERIFY(!form.canSend());
        const QString notes = form.window->findChild<PayoutFields *>()->notesOf(Field::account);
        QVERIFY2(notes.contains(u"New account"_s), qPrintable(notes));
        takePictures(*form.window, u"form-new-account"_s);

        QTest::keyClick(form.window, Qt::Key_Return, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QVERIFY(form.desk.sendingActs.isEmpty());

        form.paste("retyped", u"000666"_s); // the clipboard knows only what is there already
        QCOMPARE(form.field("retyped")->text(), QString());
        QVERIFY(!form.canSend());
        form.type("retyped", u"000001"_s); // what the paper says
        QVERIFY(!form.canSend());
        form.field("retyped")->clear();
        form.type("retyped", u"000666"_s);
        QVERIFY(form.canSend());
        QTest::mouseClick(form.field<QPushButton>("send"), Qt::LeftButton);
        QTRY_COMPARE(form.desk.sendingActs.size(), 1);
        QCOMPARE(form.desk.sendingActs.first().typedDigits, u"000666"_s);
        QCOMPARE(form.desk.sendingActs.first().recipient.account, swapped);
        QVERIFY(form.desk.savedDrafts.last().source.originOf(Field::account) == Origin::pasted);
        QVERIFY(form.desk.savedDrafts.last().source.originOf(Field::recipientName) == Origin::typed);
    }

    void aClipboardThatWasReplacedIsSaidBeforeSending()
    {
        Form form;
        form.fillIn({});
        form.paste("account", known);
        QTRY_VERIFY(form.canSend());
        const auto *fields = form.window->findChild<PayoutFields *>();
        QVERIFY(!fields->notesOf(Field::account).contains(u"clipboard"_s));
        QGuiApplication::clipboard()->setText(swapped);
        QTRY_VERIFY(fields->notesOf(Field::account).contains(u"The clipboard holds another account now"_s));
        QVERIFY(form.window->findChild<BeforeSending *>()->headline().contains(u"1 warning"_s));
        QTest::mouseClick(form.field<QPushButton>("send"), Qt::LeftButton); // a person has seen it and goes on
        QTRY_COMPARE(form.desk.sendingActs.size(), 1);
    }

    void anAccountThatWasReplacedBeforePastingIsSaid()
    {
        Form form;
        form.fillIn({});
        QGuiApplication::clipboard()->setText(known);
        form.paste("account", swapped);
        const auto *fields = form.window->findChild<PayoutFields *>();
        QTRY_VERIFY(fields->notesOf(Field::account).contains(groupedDigits(known)));
        QTRY_VERIFY(form.asksForDigits());
        takePictures(*form.window, u"form-replaced-clipboard"_s);
    }

    void anotherAccountInTheBookIsNamed_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("inBook");
        QTest::addColumn<bool>("named");
        QTest::addRow("paid, the book agrees") << known << known << false;
        QTest::addRow("paid, the book says otherwise") << known << u"40702810200000000777"_s << true;
        QTest::addRow("swapped") << swapped << known << true;
        QTest::addRow("swapped in the book too") << swapped << swapped << false;
    }

    void anotherAccountInTheBookIsNamed()
    {
        QFETCH(QString, account);
        QFETCH(QString, inBook);
        QFETCH(bool, named);
        Form form;
        form.entries = {RecipientRecord{
            .id = {u"r1"_s},
            .details = {.name = u"Vektor LLC"_s, .inn = u"7707083893"_s, .bik = u"044525974"_s, .account = inBook}}};
        form.fillIn(account);
        auto *note = form.field<QWidget>("standingNote");
        QTRY_VERIFY(note->isVisible());
        const QString expected = u"The address book has another account for this recipient: …"_s + inBook.right(4);
        QCOMPARE(note->accessibleDescription().contains(expected), named);
        QCOMPARE(form.asksForDigits(), named || account != known);
        if (account == known && named) takePictures(*form.window, u"form-book-disagrees"_s);
    }

    void theRecipientIsAddedToTheBookByOneAct()
    {
        Form form;
        form.fillIn(known);
        auto *add = form.field<QPushButton>("addToBook");
        QTRY_VERIFY(add->isVisible());
        QTest::mouseClick(add, Qt::LeftButton);
        QTRY_COMPARE(form.book.acts, QStringList{u"save  0"_s});
        QCOMPARE(form.book.saved.account, known);
        QCOMPARE(form.book.saved.name, u"Vektor LLC"_s);
        QTRY_VERIFY(!add->isVisible());
        form.entries = {bookEntry(u"r1"_s, u"Vektor LLC"_s)}; // another account: this one may be added
        form.type("purpose", u"."_s);
        QTRY_VERIFY(add->isVisible());
        form.entries.first().details.account = known;
        form.entries.first().details.bik = u"044525974"_s;
        form.entries.first().details.inn = u"7707083893"_s;
        form.type("purpose", u"."_s);
        QTRY_VERIFY(!add->isVisible());
        QCOMPARE(form.field<QLabel>("inBook")->text(), u"✓ In the address book"_s);
        form.entries.first().details.name = u"АО Сигма"_s; // somebody else's entry answers for nobody but them
        form.entries.first().details.inn = u"7728168971"_s;
        form.type("purpose", u"."_s);
        QTRY_COMPARE(form.field<QLabel>("inBook")->text(), u"! In the address book this account belongs to АО Сигма"_s);
        QVERIFY(!add->isVisible());
    }

    void anEntryOfTheBookIsFoundByTypingAndFillsItsFieldsOnly()
    {
        Form form;
        form.type("amount", u"52300"_s);
        form.type("purpose", u"Delivery services under act 44. VAT exempt"_s);
        form.book.rows = {bookEntry(u"r1"_s, u"ООО Вектор"_s), bookEntry(u"r2"_s, u"<b>АО Сосна</b>"_s)};
        form.type("recipient", u"vek"_s);
        auto *offers = form.window->findChild<BookCompleter *>()->popup();
        QTRY_VERIFY(offers->isVisible());
        QCOMPARE(form.book.queries.last().search, u"vek"_s);
        QCOMPARE(offers->model()->index(0, 0).data().toString(), u"ООО Вектор · INN 7701991200 · account …0256"_s);
        QTest::keyClick(offers, Qt::Key_Down);
        QTest::keyClick(offers, Qt::Key_Return);
        QTRY_COMPARE(form.field("recipient")->text(), u"ООО Вектор"_s);
        const auto kept = [&form] {
            return form.desk.savedDrafts.isEmpty() ? PayoutDraft{} : form.desk.savedDrafts.last();
        };
        QTRY_COMPARE(kept().recipientName, u"ООО Вектор"_s); // what was typed before may have been kept already
        const PayoutDraft draft = kept();
        QCOMPARE(draft.account, u"40702810400009900256"_s);
        QCOMPARE(draft.inn, u"7701991200"_s);
        QCOMPARE(draft.bik, u"044525593"_s);
        QCOMPARE(draft.purpose, u"Delivery services under act 44. VAT exempt"_s);
        QVERIFY(draft.source.originOf(Field::account) == Origin::book);
        QVERIFY(draft.source.originOf(Field::purpose) == Origin::typed);
        QCOMPARE(draft.source.book->entry, RecipientId{u"r1"_s});
        QCOMPARE(draft.source.book->version, 2);
        QTRY_VERIFY(form.asksForDigits()); // the book vouches for nobody
        QVERIFY(!form.canSend());
    }

    void nothingIsOfferedForALetterOrTwo()
    {
        Form form;
        form.book.rows = {bookEntry(u"r1"_s, u"ООО Вектор"_s)};
        form.type("recipient", u"ve"_s);
        form.type("inn", u"770"_s);
        QTRY_COMPARE(form.book.queries.size(), 1);
        QCOMPARE(form.book.queries.first().search, u"770"_s);
    }

    void anotherAccountTakesTheActBack()
    {
        Form form;
        form.fillIn(swapped);
        QTRY_VERIFY(form.asksForDigits());
        form.type("retyped", u"000666"_s);
        QVERIFY(form.canSend());
        form.field("account")->setText(u"40702810800001000666"_s); // ends alike
        QTRY_VERIFY(form.field("retyped")->text().isEmpty());
        QVERIFY(!form.canSend());
    }

    void earlierPayoutsAreNamedAndTicked()
    {
        Form form;
        form.duplicates = {earlierPayout(41), earlierPayout(39)};
        form.fillIn(known);
        QTRY_VERIFY(form.field<QCheckBox>("known:41"));
        QTRY_VERIFY(!form.canSend());
        takePictures(*form.window, u"form-duplicate"_s);
        form.field<QCheckBox>("known:41")->click();
        QVERIFY(!form.canSend());
        form.field<QCheckBox>("known:39")->click();
        QVERIFY(form.canSend());
        QTest::mouseClick(form.field<QPushButton>("send"), Qt::LeftButton);
        QTRY_COMPARE(form.desk.sendingActs.size(), 1);
        QCOMPARE(form.desk.sendingActs.first().knownEarlier, (QList<PayoutId>{{u"p41"_s}, {u"p39"_s}}));
    }

    /// "That one is another payout" was said of the draft as it stood then.
    void aTickDoesNotOutliveAnEditOfTheDraft()
    {
        Form form;
        form.duplicates = {earlierPayout(41)};
        form.fillIn(known);
        QTRY_VERIFY(form.field<QCheckBox>("known:41"));
        form.field<QCheckBox>("known:41")->click();
        QVERIFY(form.canSend());
        form.type("purpose", u" 2"_s);
        QVERIFY(!form.field<QCheckBox>("known:41")->isChecked());
        QVERIFY(!form.canSend());
        const auto checked = form.desk.checkedRecipients.size();
        QTRY_VERIFY(form.desk.checkedRecipients.size() > checked);
        QVERIFY(!form.field<QCheckBox>("known:41")->isChecked());
        form.field<QCheckBox>("known:41")->click();
        QTest::mouseClick(form.field<QPushButton>("send"), Qt::LeftButton);
        QTRY_COMPARE(form.desk.sendingActs.size(), 1);
        QCOMPARE(form.desk.sendingActs.first().draftSha256, sha256Hex(canonicalBytes(form.desk.savedDrafts.last())));
    }

    void earlierPayoutsAreShownWithTheirStateAndReason()
    {
        Duplicate found = earlierPayout(41);
        found.earlier.state = PayoutState::failed;
        found.reasons = {DuplicateReason::sameNumberAndAccount, DuplicateReason::sameNumberAndAmount};
        const QString said = duplicateSentence(found);
        QVERIFY2(said.startsWith(u"No. 41 of 12 Oct 2026 (Failed"_s), qPrintable(said));
        QVERIFY2(said.endsWith(u"the same document number and account, the same document number and amount"_s),
                 qPrintable(said));
    }

    void whatTheCoreFindsWhenSendingIsAskedForInTheForm()
    {
        Form form;
        form.fillIn(known);
        QTRY_VERIFY(form.canSend());
        form.duplicates = {earlierPayout(42)};
        form.desk.actAnswers.insert(u"sendForChecking"_s, fail(ErrorCode::duplicateNotAcknowledged, u"42"_s));
        QTest::mouseClick(form.field<QPushButton>("send"), Qt::LeftButton);
        QTRY_VERIFY(form.field<QCheckBox>("known:42"));
        QVERIFY(form.field<QWidget>("problem")->isVisible());
        QTRY_VERIFY(!form.canSend());
    }

    void sentencesSayWhatToDo_data()
    {
        QTest::addColumn<RecipientStanding>("standing");
        QTest::addColumn<QString>("expected");
        const RecipientIdentity who{u"Vektor LLC"_s, u"7707083893"_s, u"044525225"_s, u"40702810500000002345"_s};
        QTest::addRow("once") << RecipientStanding{.kind = StandingKind::paidBefore,
                                                   .payments = 1,
                                                   .lastPaidAt = dayInOctober()}
                              << u"Paid once, last on 12 Oct 2026"_s;
        QTest::addRow("new account") << RecipientStanding{.kind = StandingKind::newAccount,
                                                          .earlier = {{who, 3, dayInOctober()}}}
                                     << u"…2345 at BIK 044525225, last on 12 Oct 2026"_s;
        QTest::addRow("left since") << RecipientStanding{.kind = StandingKind::newAccount,
                                                         .payments = 2,
                                                         .lastPaidAt = dayInOctober(),
                                                         .earlier = {{who, 1, dayInOctober()}}}
                                    << u"This account was last paid on 12 Oct 2026. Since then you have paid this "
                                       u"recipient to another account: …2345"_s;
        QTest::addRow("call") << RecipientStanding{.kind = StandingKind::newAccount, .earlier = {}}
                              << u"Call the recipient before you send"_s;
        QTest::addRow("changed") << RecipientStanding{.kind = StandingKind::recipientChanged,
                                                      .lastPaidAt = dayInOctober(),
                                                      .lastName = u"<b>Vektor</b>"_s,
                                                      .lastInn = u"7707083893"_s}
                                 << u"under the name “<b>Vektor</b>”, with INN 7707083893"_s;
        QTest::addRow("the book has another account")
            << RecipientStanding{.kind = StandingKind::bookDisagrees, .payments = 2, .inBook = {who}}
            << u"The address book has another account for this recipient: …2345 at BIK 044525225 (Vektor LLC). "
               u"Paid 2 times. If the account is right, correct the address book. Call"_s;
        QTest::addRow("the book struck it off")
            << RecipientStanding{.kind = StandingKind::bookDisagrees, .leftInBook = true}
            << u"The address book had this account and no longer has it. Nobody with this account"_s;
        QTest::addRow("never paid there, and the book has another one")
            << RecipientStanding{.kind = StandingKind::newAccount,
                                 .earlier = {{who, 3, dayInOctober()}},
                                 .inBook = {who}}
            << u"The address book has another account for this recipient: …2345"_s;
        QTest::addRow("look-alike") << RecipientStanding{.kind = StandingKind::neverPaid, .lookAlikeOf = u"Касса"_s}
                                    << u"only looks like “Касса”"_s;
        QTest::addRow("nothing") << RecipientStanding{} << QString();
    }

    void sentencesSayWhatToDo()
    {
        QFETCH(RecipientStanding, standing);
        QFETCH(QString, expected);
        const RecipientSentence sentence = recipientSentence(standing);
        const QString said = sentence.headline + u". "_s + sentence.text;
        QVERIFY2(said.contains(expected), qPrintable(said));
    }

    void whatTheBankIsNotToldIsSaid()
    {
        DraftSource source;
        source.file =
            ImportedFrom{.fileName = u"x"_s, .row = 1, .incomeCode = u"1"_s, .priority = u"3"_s, .uin = u"0"_s};
        QCOMPARE(sourceSentences(source),
                 (QStringList{u"Imported from x, row 1"_s, u"Income code 1: the bank is not told"_s,
                              u"Priority 3: the bank is not told"_s}));
        source.file = ImportedFrom{.fileName = u"x"_s, .row = 1, .uin = u"50133547364"_s};
        QCOMPARE(unsentRemarks(source).size(), 1);
        QVERIFY(unsentRemarks(source).first().severity == Severity::hint);
    }

    void sourcesAreSaid()
    {
        DraftSource source;
        QVERIFY(sourceSentences(source).isEmpty());
        source.file = ImportedFrom{.fileName = u"1c_to_kl.txt"_s, .fileSha256 = "x", .row = 17, .priority = u"5"_s};
        noteOrigin(source, {Field::account}, Origin::imported);
        noteEdit(source, Field::account, Origin::typed, known);
        QCOMPARE(sourceSentences(source), (QStringList{u"Imported from 1c_to_kl.txt, row 17"_s,
                                                       u"Changed by hand: account; it came as “%1”"_s.arg(known)}));
    }

    void theReviewNamesWhatWasAcknowledgedAndAsksForItsTick()
    {
        const PayoutId payout{u"p1"_s};
        ReviewSheet sheet = cleanCase().sheet();
        sheet.recipientAct =
            RecipientActRecord{.payout = payout, .standing = StandingKind::newAccount, .user = u"Anna"_s};
        sheet.duplicateActs = {{.payout = payout, .earlierNumber = 41, .user = u"Anna"_s}};
        sheet.requiredTicks += {newRecipientTick(), repeatTick()};
        noteOrigin(sheet.source, {Field::account, Field::bik}, Origin::pasted);
        FakePayoutDesk desk;
        ManualClock clock;
        desk.sheets.insert(payout, sheet);
        PayoutDossier dossier;
        dossier.payout = {.id = payout, .state = PayoutState::review};
        dossier.confirmInfo = sheet.info;
        desk.dossiers.insert(payout, dossier);
        const QPointer<ReviewDialog> review = new ReviewDialog(desk, clock, payout, EnvironmentKind::practice);
        review->resize(1040, 1400);
        review->show();
        QTRY_VERIFY(review->findChild<QCheckBox *>(u"tick:newAccount"_s));
        const auto *repeat = review->findChild<QCheckBox *>(u"tick:looksLikeEarlier"_s);
        QVERIFY(repeat);
        QVERIFY2(repeat->accessibleName().contains(u"earlier payout"), qPrintable(repeat->accessibleName()));
        const QString all = textsOf(*review);
        for (const char *words : {"Another account than before", "No. 41", "new recipient", "Anna", "Pasted: "})
            QVERIFY2(all.contains(QLatin1String(words)), qPrintable(all));
        auto *confirm = review->findChild<QPushButton *>(u"confirm"_s);
        auto *standing = review->findChild<QLabel *>(u"standing"_s);
        QTRY_VERIFY(!standing->text().contains(u"Scroll"_s));
        clock.advance(std::chrono::seconds(3));
        QVERIFY(!confirm->isEnabled());
        QVERIFY(!review->findChild<QCheckBox *>(u"tick:looksLikeEarlier"_s)->isChecked());
        review->findChild<QCheckBox *>(u"tick:newAccount"_s)->setChecked(true);
        QVERIFY(!confirm->isEnabled());
        review->findChild<QCheckBox *>(u"tick:looksLikeEarlier"_s)->setChecked(true);
        QTRY_VERIFY(confirm->isEnabled());
        takePictures(*review, u"review-new-recipient"_s);
        delete review;
    }

    void theReviewSaysWhatHasChangedSinceItWasSent()
    {
        const PayoutId payout{u"p1"_s};
        const RecipientIdentity now{u"Vektor LLC"_s, u"7707083893"_s, u"044525225"_s, u"40702810500000002345"_s};
        ReviewSheet sheet = cleanCase().sheet();
        sheet.standingSince = RecipientStanding{
            .kind = StandingKind::bookDisagrees, .payments = 5, .lastPaidAt = dayInOctober(), .inBook = {now}};
        sheet.requiredTicks += newRecipientTick();
        FakePayoutDesk desk;
        ManualClock clock;
        desk.sheets.insert(payout, sheet);
        PayoutDossier dossier;
        dossier.payout = {.id = payout, .state = PayoutState::review};
        dossier.confirmInfo = sheet.info;
        desk.dossiers.insert(payout, dossier);
        const QPointer<ReviewDialog> review = new ReviewDialog(desk, clock, payout, EnvironmentKind::practice);
        review->resize(1040, 1400);
        review->show();
        QTRY_VERIFY(review->findChild<QCheckBox *>(u"tick:newAccount"_s));
        const QString all = textsOf(*review);
        for (const char *words :
             {"Since it was sent", "Not the account in the address book", "2345", "has changed since"})
            QVERIFY2(all.contains(QLatin1String(words)), qPrintable(all));
        QVERIFY(!all.contains(u"before you send"_s));
        takePictures(*review, u"review-changed-since"_s);
        delete review;
    }

    /// What could not be asked when it was sent, or is lost, is asked here.
    void theReviewAsksForTheActThatIsMissing()
    {
        const PayoutId payout{u"p1"_s};
        ReviewSheet sheet = cleanCase().sheet();
        sheet.standingSince = RecipientStanding{.kind = StandingKind::neverPaid};
        sheet.retypingNeeded = true;
        sheet.repeatsSince = {earlierPayout(41), earlierPayout(39)};
        sheet.requiredTicks += {newRecipientTick(), repeatTickOf(41), repeatTickOf(39)};
        FakePayoutDesk desk;
        ManualClock clock;
        desk.sheets.insert(payout, sheet);
        PayoutDossier dossier;
        dossier.payout = {.id = payout, .state = PayoutState::review};
        dossier.confirmInfo = sheet.info;
        desk.dossiers.insert(payout, dossier);
        const QPointer<ReviewDialog> review = new ReviewDialog(desk, clock, payout, EnvironmentKind::practice);
        review->resize(1040, 1400);
        review->show();
        QTRY_VERIFY(review->findChild<QCheckBox *>(u"tick:looksLike:41"_s));
        const QString all = textsOf(*review);
        for (const char *words : {"No. 41 of 12 Oct 2026 (Paid", "No. 39", "looks like another payout",
                                  "I have looked at payout No. 39", "not compared with the paper"})
            QVERIFY2(all.contains(QLatin1String(words)), qPrintable(all));
        auto *confirm = review->findChild<QPushButton *>(u"confirm"_s);
        auto *standing = review->findChild<QLabel *>(u"standing"_s);
        QTRY_VERIFY(!standing->text().contains(u"Scroll"_s));
        clock.advance(std::chrono::seconds(3));
        for (QCheckBox *box : review->findChildren<QCheckBox *>())
            box->setChecked(true);
        QVERIFY(!confirm->isEnabled());
        auto *digits = review->findChild<QLineEdit *>(u"retyped"_s);
        QVERIFY(digits && digits->isVisible());
        digits->setFocus();
        QTest::keyClicks(digits, u"000002"_s);
        QVERIFY(review->findChild<QLabel *>(u"retypedVerdict"_s)->isVisible());
        QVERIFY(!confirm->isEnabled());
        digits->clear();
        QTest::keyClicks(digits, sheet.asked.account.text().right(retypedDigits));
        QTRY_VERIFY(confirm->isEnabled());
        takePictures(*review, u"review-act-missing"_s);
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(desk.decisions.size(), 1);
        QCOMPARE(desk.decisions.first().retypedDigits, sheet.asked.account.text().right(retypedDigits));
        QVERIFY(desk.decisions.first().ticks.contains(repeatTickOf(41)));
        delete review;
    }

    void groupedDigitsNeverGoOntoTheClipboard()
    {
        Form form;
        form.fillIn(swapped);
        QTRY_VERIFY(form.asksForDigits());
        form.field("account")->selectAll();
        form.field("account")->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), swapped);
        for (const QLabel *label : form.window->findChild<RecipientPanel *>()->findChildren<QLabel *>()) {
            const bool grouped = label->text().contains(u"4070 2810"_s);
            QVERIFY(!grouped || label->textInteractionFlags() == Qt::NoTextInteraction);
        }
    }
};

QTEST_MAIN(TestUiRecipientActs)
#include "tst_ui_recipientacts.moc"
