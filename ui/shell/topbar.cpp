#include "ui/shell/topbar.h"

#include "ui/models/datewords.h"
#include "ui/models/payoutwords.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int searchDelay = 180; // milliseconds
}

TopBar::TopBar(const WindowFacts &facts, QWidget *parent)
    : QWidget(parent), m_new(new HintButton(tr("New payout"), u"Ctrl+N"_s, this)),
      m_review(new HintButton(tr("Review"), u"Ctrl+R"_s, this)), m_search(new QLineEdit(this)),
      m_balance(plainLabel(u"—"_s, Tone::strong, this)), m_balanceTime(plainLabel({}, Tone::small, this))
{
    setProperty("ground", u"base"_s);
    setAttribute(Qt::WA_StyledBackground);
    setButtonRole(m_new, ButtonRole::primary);
    m_new->setAutoDefault(true); // Enter presses the button that has the focus
    m_review->setAutoDefault(true);
    m_new->setObjectName(u"newPayoutButton"_s);
    m_review->setObjectName(u"reviewButton"_s);
    m_search->setObjectName(u"search"_s);
    m_search->setPlaceholderText(tr("Recipient, account, purpose, amount…"));
    m_search->setAccessibleName(tr("Search in this folder"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(140);
    m_search->setMaximumWidth(340);
    m_search->setMaxLength(200);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_new);
    row->addWidget(m_review);
    row->addWidget(m_search, 2);
    row->addStretch(1);
    row->addWidget(makeBalance(facts));

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchDelay);
    connect(m_new, &HintButton::clicked, this, &TopBar::newPayoutClicked);
    connect(m_review, &HintButton::clicked, this, &TopBar::reviewClicked);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(&m_searchTimer, &QTimer::timeout, this, [this] { Q_EMIT searchChanged(m_search->text().trimmed()); });
    setReviewCount(0);
}

QWidget *TopBar::makeBalance(const WindowFacts &facts)
{
    auto *area = new QWidget(this);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->addStretch(1);
    first->setSpacing(6);
    QLabel *name = plainLabel(tr("Settlement account"), Tone::small, area);
    QLabel *account =
        plainLabel(facts.accounts.isEmpty() ? u"—"_s : facts.accounts.first().grouped(), Tone::muted, area);
    account->setFont(accountFont(90));
    first->addWidget(name);
    first->addWidget(account);
    auto *second = new QHBoxLayout;
    second->addStretch(1);
    second->setSpacing(6);
    m_balance->setFont(amountFont(112));
    m_balance->setObjectName(u"balance"_s);
    m_balanceTime->setObjectName(u"balanceTime"_s);
    second->addWidget(m_balance);
    second->addWidget(m_balanceTime);
    for (QLabel *label : {name, account, m_balance, m_balanceTime})
        label->setWordWrap(false);
    column->addLayout(first);
    column->addLayout(second);
    return area;
}

void TopBar::setReviewCount(qint64 count)
{
    m_review->setText(count > 0 ? tr("Review %1").arg(count) : tr("Review"));
    m_review->setEnabled(count > 0);
    m_review->setAccessibleName(tr("Review, payouts waiting: %1").arg(count));
    m_review->updateGeometry();
}

void TopBar::setBalance(const Result<Balance> &balance, Instant now)
{
    if (balance) m_lastBalance = *balance;
    m_balance->setText(m_lastBalance ? amountWords(m_lastBalance->amount.kopecks()) : u"—"_s);
    if (!m_lastBalance) return m_balanceTime->setText(tr("balance not known"));
    m_balanceTime->setToolTip(zoneWords());
    const QString moment = shortMoment(m_lastBalance->at, now);
    //: after the balance: when the bank told it
    m_balanceTime->setText(balance ? tr("at %1").arg(moment) : tr("at %1, not known since").arg(moment));
}

} // namespace countersign::ui
