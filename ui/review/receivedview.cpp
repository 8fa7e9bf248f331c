#include "ui/review/receivedview.h"

#include "domain/payoutcontent.h"
#include "ui/models/jsonlayout.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

/// Every line safe to show; the line breaks themselves stay.
QString shownLines(const QByteArray &bytes)
{
    QStringList lines;
    for (const QString &line : QString::fromUtf8(bytes).split(u'\n'))
        lines += visibleText(line);
    return lines.join(u'\n');
}

} // namespace

ReceivedView::ReceivedView(const ConfirmInfoRecord &info, QWidget *parent)
    : QWidget(parent), m_message(info.message.isEmpty() ? info.bytes : info.message), m_text(new QPlainTextEdit(this)),
      m_exact(new QCheckBox(tr("Exactly as it came"), this)), m_search(new QLineEdit(this)),
      m_found(plainLabel({}, Tone::small, this))
{
    m_text->setObjectName(u"received"_s);
    m_text->setReadOnly(true);
    m_text->setFont(accountFont(92));
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("The bank's message as it was received"));
    m_search->setPlaceholderText(tr("Find in the message"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(readableWidth());
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_search, 1);
    bar->addWidget(m_found, 1);
    bar->addWidget(m_exact);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 10);
    layout->addLayout(bar);
    layout->addWidget(m_text, 1);
    QLabel *digest = plainLabel(tr("%1 bytes. SHA-256 of the confirmation in it: %2")
                                    .arg(QString::number(m_message.size()), QString::fromLatin1(info.bytesSha256)),
                                Tone::small, this);
    layout->addWidget(digest);
    connect(m_exact, &QCheckBox::toggled, this, &ReceivedView::showText);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_text->moveCursor(QTextCursor::Start);
        findNext();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &ReceivedView::findNext);
    showText();
}

void ReceivedView::showText()
{
    m_text->setPlainText(shownLines(m_exact->isChecked() ? m_message : laidOutJson(m_message)));
}

void ReceivedView::findNext()
{
    const QString wanted = m_search->text();
    if (wanted.isEmpty()) {
        m_found->clear();
        return;
    }
    bool found = m_text->find(wanted);
    if (!found) {
        m_text->moveCursor(QTextCursor::Start);
        found = m_text->find(wanted);
    }
    const auto count = m_text->toPlainText().count(wanted, Qt::CaseInsensitive);
    m_found->setText(found ? tr("Found %1 times").arg(count) : tr("Not found"));
}

} // namespace countersign::ui
