#pragma once

#include "payouts/recipientbook.h"

#include <QPointer>
#include <QTimer>

class QAbstractItemView;
class QCompleter;
class QLineEdit;
class QStringListModel;

namespace countersign::ui {

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

protected:
    /// Enter in the list takes the line; the field below would move on to the next one.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int askAfterMs = 200;
    static constexpr int shortestAsked = 3; ///< characters
    static constexpr int offeredAtMost = 8;
    void ask();
    void choose(const QModelIndex &line);
    void offer(const QList<RecipientRecord> &entries);

    RecipientBook &m_book;
    QCompleter *m_completer;
    QStringListModel *m_lines;
    QTimer m_timer;
    QPointer<QLineEdit> m_edit; ///< typed in last
    QList<RecipientRecord> m_offered;
};

} // namespace countersign::ui
