#include "ui/recipients/bookcompleter.h"

#include "core/futures.h"
#include "ui/models/visibletext.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString lineOf(const RecipientDetails &details)
{
    const QString ending = details.account.right(4);
    if (details.inn.isEmpty()) return BookCompleter::tr("%1 · account …%2").arg(visibleText(details.name), ending);
    return BookCompleter::tr("%1 · INN %2 · account …%3").arg(visibleText(details.name), details.inn, ending);
}

} // namespace

BookCompleter::BookCompleter(RecipientBook &book, QObject *parent)
    : QObject(parent), m_book(book), m_completer(new QCompleter(this)), m_lines(new QStringListModel(this))
{
    m_completer->setModel(m_lines);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // the book has searched already
    m_completer->setMaxVisibleItems(offeredAtMost);
    m_completer->popup()->setObjectName(u"bookOffers"_s);
    m_completer->popup()->setAccessibleName(tr("Recipients from the address book"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(askAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &BookCompleter::ask);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &BookCompleter::choose);
    m_completer->popup()->installEventFilter(this);
}

bool BookCompleter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && popup()->currentIndex().isValid()) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            const QModelIndex line = popup()->currentIndex();
            popup()->hide();
            choose(line);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void BookCompleter::choose(const QModelIndex &line)
{
    if (line.row() >= 0 && line.row() < m_offered.size()) Q_EMIT chosen(m_offered.at(line.row()));
}

void BookCompleter::attach(QLineEdit &edit)
{
    connect(&edit, &QLineEdit::textEdited, this, [this, &edit](const QString &text) {
        m_edit = &edit;
        m_completer->popup()->hide();
        if (text.trimmed().size() >= shortestAsked)
            m_timer.start();
        else
            m_timer.stop();
    });
}

QAbstractItemView *BookCompleter::popup() const
{
    return m_completer->popup();
}

void BookCompleter::ask()
{
    if (!m_edit) return;
    const RecipientQuery query{.search = m_edit->text(), .limit = offeredAtMost};
    watch(m_book.recipients(query), this, [this, query](const Result<RecipientPage> &page) {
        const bool stillTyping = m_edit && m_edit->hasFocus() && m_edit->text() == query.search;
        if (page && stillTyping) offer(page->rows);
    });
}

void BookCompleter::offer(const QList<RecipientRecord> &entries)
{
    m_offered = entries.first(std::min<qsizetype>(entries.size(), offeredAtMost));
    QStringList lines;
    for (const RecipientRecord &entry : std::as_const(m_offered))
        lines += lineOf(entry.details);
    m_lines->setStringList(lines);
    if (lines.isEmpty()) return m_completer->popup()->hide();
    m_completer->setWidget(m_edit);
    m_completer->complete();
}

} // namespace countersign::ui
