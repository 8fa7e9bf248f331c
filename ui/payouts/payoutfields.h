#pragma once

#include "domain/validation.h"
#include "payouts/recipientbook.h"
#include "ui/models/recipientwords.h"
#include "ui/widgets/fieldnotes.h"

#include <QHash>
#include <QSet>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace countersign::ui {

class DigitsEdit;
class GuardedEdit;
class KppEdit;
class MoneyEdit;
class NameEdit;
class ParagraphEdit;
class PastedAccount;

/// The fields of a payout with what is said under each. Knows no rules: it gives the draft and shows the report that
/// the rules make of it. Untouched empty fields are not reproached.
class PayoutFields final : public QWidget
{
    Q_OBJECT
public:
    explicit PayoutFields(const QList<AccountNumber> &accounts, QWidget *parent = nullptr);

    /// Each field exactly as typed, numbers without the gaps that are shown.
    [[nodiscard]] PayoutDraft draft() const;
    void setDraft(const PayoutDraft &draft);
    /// Offers the book's entries while name or INN are typed. The book must outlive the fields.
    void offerFrom(RecipientBook &book);
    /// Offers banks while a BIK or a part of a bank's name is typed.
    void offerBanks(std::function<QList<BankEntry>(const QString &, qsizetype)> search);
    void showReport(const ValidationReport &report);
    /// What is known of the recipient, under the account.
    void showRecipient(const RecipientSentence &known);
    /// Beside the account in the list, once the bank has told it.
    void setBalance(const QString &account, Money balance);
    void focusFirst();
    /// Leads to that field and asks for it there.
    void demand(Field field);
    /// A field that somebody has typed in or left; only such fields are asked to be filled in.
    [[nodiscard]] bool isTouched(Field field) const { return m_touched.contains(field); }
    [[nodiscard]] QString notesOf(Field field) const;
    /// What is to be known of the input itself, as short lines: fields whose latest input was not taken, a pasted
    /// account that is not to be trusted, and what an imported document says that the bank is not told.
    [[nodiscard]] QList<Remark> remarks() const;
    /// What is wrong with the account that was pasted, as a sentence; empty: nothing, or it was not pasted.
    [[nodiscard]] QString pasteRemark() const;
    /// Compares a pasted account with the clipboard once more.
    void compareWithClipboard();
    /// What the bank last told about the chosen account.
    [[nodiscard]] std::optional<Money> balance() const;

Q_SIGNALS:
    /// The draft is another one now.
    void changed();
    /// A field was left: what is said may be stricter now.
    void fieldLeft();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRow(QGridLayout *grid, const QString &label, QWidget *editor, Field field, QWidget *content = nullptr);
    void watchEdit(GuardedEdit *edit, Field field, const QString &name);
    [[nodiscard]] QWidget *taxRow();
    [[nodiscard]] QWidget *bankRow();
    [[nodiscard]] QWidget *amountRow();
    [[nodiscard]] QWidget *urgencyRow();
    [[nodiscard]] QWidget *purposeBox();
    [[nodiscard]] QWidget *vatRow();
    void offerVatLines(const QList<int> &rates);
    /// At the purpose's end, in place of a line about VAT that stands there; refused when there is no room.
    void closePurposeWith(const QString &line);
    void closePurposeWithVat(int percent);
    void touch(Field field);
    void takeRecipient(const RecipientRecord &entry);
    void refuse(Field field, const QString &why, bool isEmpty);
    void noteChange(Field field);
    [[nodiscard]] static bool isPasted(Field field, const QString &last, const QString &text);
    [[nodiscard]] QString textOf(Field field) const;
    void fillNotes(const ValidationReport &report, Field field, QList<FieldNotes::Line> &lines) const;
    [[nodiscard]] FieldNotes::Line lineOf(const Finding &finding) const;
    void markEditor(Field field, const ValidationReport &report);
    void showCounter();

    QComboBox *m_sender;
    NameEdit *m_name;
    DigitsEdit *m_inn;
    KppEdit *m_kpp;
    DigitsEdit *m_bik;
    QLineEdit *m_bankName; ///< finds a bank; not a field of the payout
    DigitsEdit *m_account;
    MoneyEdit *m_amount;
    ParagraphEdit *m_purpose;
    QToolButton *m_vatUsual;
    QToolButton *m_vatOther;
    QList<int> m_vatRates; ///< the usual one first
    QLabel *m_counter;
    QCheckBox *m_urgent;
    QHash<Field, FieldNotes *> m_notes;
    QHash<Field, QWidget *> m_editors;
    QHash<Field, QString> m_refusals; ///< why the latest input was not taken; until the field is edited
    QSet<Field> m_touched;
    QHash<QString, Money> m_balances; ///< by account
    ValidationReport m_report;
    RecipientSentence m_recipient;
    PastedAccount *m_pasted;
    DraftSource m_source;         ///< where the fields came from
    QHash<Field, QString> m_came; ///< their texts when the draft was shown
    QHash<Field, QString> m_last; ///< before the latest change, without spaces
    bool m_loading = false;
    bool m_typing = false; ///< no field was left since the latest change: nothing moves up under the typing
};

} // namespace countersign::ui
