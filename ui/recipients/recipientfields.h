#pragma once

#include "domain/bankdirectory.h"
#include "payouts/recipientbook.h"

#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace countersign::ui {

class DigitsEdit;
class GuardedEdit;
class KppEdit;
class NameEdit;

/// The fields of an entry of the address book.
class RecipientFields final : public QWidget
{
    Q_OBJECT
public:
    explicit RecipientFields(QWidget *parent = nullptr);
    void setDetails(const RecipientDetails &details);
    /// Each field exactly as typed.
    [[nodiscard]] RecipientDetails details() const;
    void focusFirst();
    void focusOn(Field field);
    /// Marks these until something is changed.
    void markWrong(const QList<Field> &fields);
    /// See RecipientsWindow::offerBanks.
    void offerBanks(std::function<QList<BankEntry>(const QString &, qsizetype)> search);

Q_SIGNALS:
    void changed();
    /// Typed or pasted text was not taken; `why` is a whole sentence.
    void refused(const QString &why);

private:
    void addRow(QFormLayout *form, const QString &label, GuardedEdit *edit, const QString &name,
                QWidget *content = nullptr);
    [[nodiscard]] QWidget *bankRow();
    [[nodiscard]] QWidget *editorOf(Field field) const;
    void showBank();
    void showWarnings();

    NameEdit *m_name;
    DigitsEdit *m_inn;
    KppEdit *m_kpp;
    DigitsEdit *m_bik;
    QLineEdit *m_bankName; ///< finds a bank; not a part of the entry
    QLabel *m_bank;        ///< the name of the BIK's bank
    std::function<QList<BankEntry>(const QString &, qsizetype)> m_banks;
    DigitsEdit *m_account;
    NameEdit *m_note;
    QLabel *m_warnings = nullptr;
};

} // namespace countersign::ui
