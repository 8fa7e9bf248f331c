#pragma once

#include "payouts/recipientbook.h"

#include <QWidget>

class QFormLayout;

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

Q_SIGNALS:
    void changed();
    /// Typed or pasted text was not taken; `why` is a whole sentence.
    void refused(const QString &why);

private:
    void addRow(QFormLayout *form, const QString &label, GuardedEdit *edit, const QString &name);

    NameEdit *m_name;
    DigitsEdit *m_inn;
    KppEdit *m_kpp;
    DigitsEdit *m_bik;
    DigitsEdit *m_account;
    NameEdit *m_note;
};

} // namespace countersign::ui
