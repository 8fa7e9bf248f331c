#pragma once

#include "exchange/importsheet.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::ui {

class FieldNotes;

/// The row of a file that one stands on: what has no column or no room in it, and all that speaks against it.
class ImportRowDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportRowDetails(QWidget *parent = nullptr);

    void showNone();
    /// `isNewAccount`: the recipient was never paid to the row's account.
    void showRow(const ImportRow &row, bool isNewAccount);

Q_SIGNALS:
    /// The payout that the row became before is to be looked at.
    void payoutWanted(const countersign::PayoutId &id);

private:
    QLabel *m_title;
    QPushButton *m_earlier;
    QLabel *m_facts;
    FieldNotes *m_notes;
    PayoutId m_earlierPayout;
};

} // namespace countersign::ui
