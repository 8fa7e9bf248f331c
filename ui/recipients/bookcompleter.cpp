#include "ui/recipients/bookcompleter.h"

#include "core/futures.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/offerpopup.h"

#include <QLineEdit>

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
    : QObject(parent), m_book(book),
      m_popup(new OfferPopup(u"bookOffers"_s, tr("Recipients from the address book"), offeredAtMost, this))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(askAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &BookCompleter::ask);
    connect(m_popup, &OfferPopup::chosen, this, [this](int line) {
        if (line >= 0 && line < m_offered.size()) Q_EMIT chosen(m_offered.at(line));
    });
}

void BookCompleter::attach(QLineEdit &edit)
{
    connect(&edit, &QLineEdit::textEdited, this, [this, &edit](const QString &text) {
        m_edit = &edit;
        m_popup->hide();
        if (text.trimmed().size() >= shortestAsked)
            m_timer.start();
        else
            m_timer.stop();
    });
}

QAbstractItemView *BookCompleter::popup() const
{
    return m_popup->view();
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
    m_popup->offer(*m_edit, lines);
}

} // namespace countersign::ui
