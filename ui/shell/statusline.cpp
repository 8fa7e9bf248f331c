#include "ui/shell/statusline.h"

#include "ui/models/datewords.h"
#include "ui/models/payoutwords.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int tellFor = 8000; // milliseconds
}

StatusLine::StatusLine(const WindowFacts &facts, QWidget *parent)
    : QStatusBar(parent), m_bank(plainLabel({}, Tone::small, this)), m_webhooks(plainLabel({}, Tone::small, this)),
      m_key(plainLabel({}, Tone::small, this))
{
    setSizeGripEnabled(false);
    setContentsMargins(8, 0, 8, 0);
    QLabel *person = plainLabel(tr("%1 — policy: %2").arg(facts.operatorName, facts.policyWords), Tone::small, this);
    m_bank->setObjectName(u"bankStatus"_s);
    m_webhooks->setObjectName(u"webhookStatus"_s);
    m_key->setObjectName(u"keyStatus"_s);
    person->setObjectName(u"personStatus"_s);
    for (QLabel *label : {m_bank, m_webhooks, m_key, person}) {
        label->setWordWrap(false);
        label->setContentsMargins(4, 0, 8, 0);
    }
    addWidget(m_bank);
    addWidget(m_webhooks);
    addWidget(m_key);
    addPermanentWidget(person);
}

void StatusLine::showOverview(const Overview &overview, Instant now)
{
    m_bank->setText(bankWords(overview, now));
    const bool reachable = overview.bankReachable.value_or(false);
    m_bank->setProperty("tone", !overview.bankReachable ? u"muted"_s : reachable ? u"good"_s : u"danger"_s);
    repolish(m_bank);
    m_webhooks->setText(webhookWords(overview, now));
    m_webhooks->setProperty("tone", overview.refusedMessages > 0 ? u"danger"_s : u"small"_s);
    repolish(m_webhooks);
    m_webhooks->setToolTip(plainTip(overview.webhookProblem));
    m_key->setText(keyWords(overview));
}

void StatusLine::tell(const QString &sentence)
{
    showMessage(sentence, tellFor);
}

/// While a status bar is not in sight it does not put its texts aside for a message: both would stand in one place.
void StatusLine::showEvent(QShowEvent *event)
{
    QStatusBar::showEvent(event);
    const QString sentence = currentMessage();
    if (sentence.isEmpty()) return;
    clearMessage();
    tell(sentence);
}

QString bankWords(const Overview &overview, Instant now)
{
    if (!overview.bankReachable) return StatusLine::tr("○ Bank not asked yet");
    if (*overview.bankReachable) return StatusLine::tr("● Bank reachable");
    if (!overview.lastBankContact) return StatusLine::tr("✕ Bank not reachable");
    return StatusLine::tr("✕ Bank not reachable, last heard at %1").arg(shortMoment(*overview.lastBankContact, now));
}

QString webhookWords(const Overview &overview, Instant now)
{
    if (!overview.webhookProblem.isEmpty()) return StatusLine::tr("Webhooks: can't listen");
    if (overview.webhookAddress.isEmpty()) return StatusLine::tr("Webhooks: off, the bank is asked instead");
    if (overview.refusedMessages > 0) {
        return StatusLine::tr("! Messages with a wrong signature were refused: %1. Check the bank's public key.")
            .arg(overview.refusedMessages);
    }
    if (!overview.lastWebhook) return StatusLine::tr("Webhooks: listening on %1").arg(overview.webhookAddress);
    return StatusLine::tr("Webhooks: listening on %1 · last at %2")
        .arg(overview.webhookAddress, shortMoment(*overview.lastWebhook, now));
}

QString keyWords(const Overview &overview)
{
    if (!overview.keyUnlocked) return StatusLine::tr("Key locked");
    const QString &print = overview.keyFingerprint;
    const QString shortPrint = print.size() > 14 ? print.first(5) + u"…"_s + print.last(5) : print;
    return StatusLine::tr("Key %1 · RSA-%2").arg(shortPrint).arg(overview.keyBits);
}

} // namespace countersign::ui
