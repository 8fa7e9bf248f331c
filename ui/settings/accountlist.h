#pragma once

#include "config/profile.h"
#include "ui/settings/setuppage.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace countersign::ui {

class FieldRow;

/// The settlement accounts: number, BIK and an own word for each. There is always one entry to type into; one that is
/// wholly empty does not count.
class AccountList final : public QWidget
{
    Q_OBJECT
public:
    explicit AccountList(QWidget *parent = nullptr);
    void setAccounts(const QList<SettlementAccount> &accounts);
    [[nodiscard]] QList<SettlementAccount> accounts() const;
    /// Points of accounts, accountNumber and accountBik; the index counts in accounts().
    void showPoints(const QList<OpenPoint> &points);
    void focusOn(const OpenPoint &point);

Q_SIGNALS:
    void changed();

private:
    struct Entry
    {
        QWidget *frame;
        QLineEdit *number;
        QLineEdit *bik;
        QLineEdit *title;
        QWidget *remove;
        FieldRow *numberRow;
        FieldRow *bikRow;
        [[nodiscard]] SettlementAccount account() const;
    };
    void addEntry(const SettlementAccount &account);
    void removeEntry(const QWidget *frame);
    void renumber();
    /// The entries that accounts() tells of.
    [[nodiscard]] QList<Entry> filled() const;

    QVBoxLayout *m_column;
    QLabel *m_problem;
    QWidget *m_add;
    QList<Entry> m_entries;
};

} // namespace countersign::ui
