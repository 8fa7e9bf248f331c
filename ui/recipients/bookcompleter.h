#pragma once

#include "payouts/recipientbook.h"

#include <QPointer>
#include <QTimer>

class QAbstractItemView;
class QLineEdit;

namespace countersign::ui {

class OfferPopup;

/// Offers entries of the address book under a field while somebody types a name or an INN into it. Changes no field
/// itself; whoever owns the fields hears which entry was chosen.
class BookCompleter final : public QObject
{
    Q_OBJECT
public:
    /// The book must outlive it.
    explicit BookCompleter(RecipientBook &book, QObject *parent = nullptr);
    void attach(QLineEdit &edit);
    [[nodiscard]] QAbstractItemView *popup() const;

Q_SIGNALS:
    void chosen(const countersign::RecipientRecord &entry);

private:
    static constexpr int askAfterMs = 200;
    static constexpr int shortestAsked = 3; ///< characters
    static constexpr int offeredAtMost = 8;
    void ask();
    void offer(const QList<RecipientRecord> &entries);

    RecipientBook &m_book;
    OfferPopup *m_popup;
    QTimer m_timer;
    QPointer<QLineEdit> m_edit; ///< typed in last
    QList<RecipientRecord> m_offered;
};

} // namespace countersign::ui
