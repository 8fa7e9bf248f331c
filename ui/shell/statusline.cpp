#include "ui/shell/statusline.h"

#include "ui/help/helplink.h"
#include "ui/models/datewords.h"
#include "ui/models/errorwords.h"
#include "ui/models/payoutwords.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr milliseconds tellFor{8000};
constexpr milliseconds tellProblemFor{60'000};
} // namespace

StatusLine::StatusLine(const WindowFacts &facts, QWidget *parent)
    : QStatusBar(parent), m_message(plainLabel({}, Tone::normal, this)), m_help(new HelpLink(this)),
      m_bank(plainLabel({}, Tone::small, this)), m_webhooks(plainLabel({}, Tone::small, this)),
      m_key(plainLabel({}, Tone::small, this)), m_isPractice(facts.environment == Environment::practice)
{
    setSizeGripEnabled(false);
    setContentsMargins(8, 0, 8, 0);
    QLabel *person = plainLabel(tr("%1 — policy: %2").arg(facts.operatorName, facts.policyWords), Tone::small, this);
    m_bank->setObjectName(u"bankStatus"_s);
    m_webhooks->setObjectName(u"webhookStatus"_s);
    m_key->setObjectName(u"keyStatus"_s);
    person->setObjectName(u"personStatus"_s);
    auto *lines = new QWidget(this);
    auto *row = new QHBoxLayout;
    for (QLabel *label : {m_bank, m_webhooks, m_key, person}) {
        label->setWordWrap(false);
        label->setContentsMargins(4, 0, 8, 0);
        row->addWidget(label);
    }
    row->insertStretch(row->count() - 1, 1);
    m_message->setObjectName(u"statusMessage"_s);
    m_message->setContentsMargins(4, 0, 8, 2);
    m_message->hide();
    auto *column = new QVBoxLayout(lines);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *message = new QHBoxLayout;
    message->setContentsMargins(0, 0, 8, 0);
    message->addWidget(m_message, 1);
    message->addWidget(m_help);
    column->addLayout(message);
    column->addLayout(row);
    addWidget(lines, 1);
    m_messageTimer.setSingleShot(true);
    connect(&m_messageTimer, &QTimer::timeout, this, [this] {
        m_message->hide();
        m_help->hide();
    });
}

void StatusLine::showOverview(const Overview &overview, Instant now)
{
    const bool reachable = overview.bankReachable.value_or(false);
    const bool practiceGone = m_isPractice && overview.bankReachable && !reachable;
    m_bank->setText(practiceGone ? tr("✕ The practice bank does not answer: restart the program")
                                 : bankWords(overview, now));
    m_bank->setToolTip(zoneWords());
    m_bank->setProperty("tone", !overview.bankReachable ? u"muted"_s : reachable ? u"good"_s : u"danger"_s);
    repolish(m_bank);
    m_webhooks->setText(webhookWords(overview, now));
    m_webhooks->setProperty("tone", overview.refusedMessages > 0 ? u"danger"_s : u"small"_s);
    repolish(m_webhooks);
    m_webhooks->setToolTip(overview.webhookProblem.isEmpty() ? zoneWords() : plainTip(overview.webhookProblem));
    m_key->setText(keyWords(overview));
}

void StatusLine::tell(const QString &sentence)
{
    say(sentence, std::nullopt, tellFor);
}

void StatusLine::tellProblem(const Error &error)
{
    say(errorSentence(error), helpTopicOf(error.code), tellProblemFor);
}

void StatusLine::say(const QString &sentence, std::optional<HelpTopic> help, milliseconds time)
{
    m_message->setText(sentence);
    m_message->show();
    m_help->offer(help);
    m_messageTimer.start(time);
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
