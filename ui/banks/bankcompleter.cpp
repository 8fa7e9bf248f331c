#include "ui/banks/bankcompleter.h"

#include "ui/models/directorywords.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/offerpopup.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr qsizetype wholeBik = 9;

/// What speaks against paying through that bank is said before it is chosen.
QString lineOf(const BankEntry &bank)
{
    QStringList parts{bank.bik.text(), visibleText(bank.name)};
    if (!bank.town.isEmpty()) parts += visibleText(bank.town);
    if (const QString limits = bankLimitWords(bank); !limits.isEmpty()) parts += limits;
    return parts.join(u" · "_s);
}

} // namespace

BankCompleter::BankCompleter(Search search, QObject *parent)
    : QObject(parent), m_search(std::move(search)),
      m_popup(new OfferPopup(u"bankOffers"_s, tr("Banks from the directory"), offeredAtMost, this))
{
    connect(m_popup, &OfferPopup::chosen, this, [this](int line) {
        if (line >= 0 && line < m_offered.size()) Q_EMIT chosen(m_offered.at(line));
    });
}

void BankCompleter::attach(QLineEdit &edit)
{
    connect(&edit, &QLineEdit::textEdited, this, [this, &edit](const QString &text) { ask(edit, text.trimmed()); });
}

QAbstractItemView *BankCompleter::popup() const
{
    return m_popup->view();
}

/// The directory is in memory: no waiting, no thread.
void BankCompleter::ask(QLineEdit &edit, const QString &text)
{
    const bool wholeNumber = text.size() == wholeBik && Bik::parse(text);
    m_offered = text.size() < shortestAsked || wholeNumber ? QList<BankEntry>() : m_search(text, offeredAtMost);
    QStringList lines;
    for (const BankEntry &bank : std::as_const(m_offered))
        lines += lineOf(bank);
    if (lines.isEmpty() && text.size() >= shortestAsked && !wholeNumber)
        return m_popup->say(edit, tr("No bank of the directory has “%1” in its BIK or name").arg(text));
    m_popup->offer(edit, lines);
}

} // namespace countersign::ui
