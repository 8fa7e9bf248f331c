#pragma once

#include <QWidget>

class QPushButton;

namespace countersign {
class PayoutDesk;
}

namespace countersign::ui {

/// Below a search that finds nothing in the open folder: how many payouts hold these words in all folders, and the way
/// there. Hidden while it has nothing to offer.
class FoundElsewhere : public QWidget
{
    Q_OBJECT
public:
    /// `desk` must outlive the widget.
    FoundElsewhere(PayoutDesk &desk, QWidget *parent);

    /// Asks the desk; shows the button when it has answered that there are some.
    void lookFor(const QString &words);
    /// Hides the button and forgets what was asked.
    void forget();

Q_SIGNALS:
    /// The same words are wanted in all payouts.
    void allWanted();

private:
    PayoutDesk &m_desk;
    QPushButton *m_show;
    QString m_words;
};

} // namespace countersign::ui
