#include "ui/settings/advancedpage.h"

#include "ui/settings/fieldrow.h"
#include "ui/settings/linesedit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/theme.h"

#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int submerchantLimit = 200;
constexpr int pinLines = 3;
} // namespace

AdvancedPage::AdvancedPage(QWidget *parent)
    : SetupPage(tr("Advanced"), tr("Nearly everybody leaves this page as it is."), parent),
      m_pins(new LinesEdit(pinLines, content())), m_submerchant(new NameEdit(submerchantLimit, content())),
      m_calls(numberBox(u"callsAtOnce"_s, mostCallsAtOnce)),
      m_connections(numberBox(u"webhookConnections"_s, mostWebhookConnections)),
      m_connectionsPerPeer(numberBox(u"webhookConnectionsPerPeer"_s, mostWebhookConnections)),
      m_requests(numberBox(u"webhookRequests"_s, mostWebhookRequests))
{
    m_pins->setObjectName(u"serverKeyPins"_s);
    m_pins->setFont(accountFont());
    m_submerchant->setObjectName(u"submerchant"_s);
    column()->addWidget(sectionLabel(tr("The bank's server"), content()));
    FieldRow *pins = addField(
        ProfileField::serverKeyPins, tr("Server &keys"), m_pins,
        tr("SHA-256 fingerprints of the keys that the bank's server may show, one a line, at least two. Nothing is "
           "sent to a server with another key, whatever certificate it has. Empty: the usual checks alone."));
    connect(m_pins, &LinesEdit::refused, pins, &FieldRow::setProblem);
    addField(ProfileField::submerchant, tr("Payer's &identifier"), m_submerchant,
             tr("Only for financial institutions that are not residents of Russia: the bank's identifier of the legal "
                "entity that pays. It goes out with every request."));
    addField(ProfileField::callsAtOnce, tr("Re&quests at once"), m_calls,
             tr("How many payouts may have a request on its way to the bank. One payout never has more than one."));
    addReceiver();
    column()->addStretch();
    connect(m_pins, &QPlainTextEdit::textChanged, this, &SetupPage::changed);
    connect(m_submerchant, &QLineEdit::textChanged, this, &SetupPage::changed);
    for (const QSpinBox *box : {m_calls, m_connections, m_connectionsPerPeer, m_requests})
        connect(box, &QSpinBox::valueChanged, this, &SetupPage::changed);
}

void AdvancedPage::addReceiver()
{
    column()->addWidget(sectionLabel(tr("The receiver of webhooks"), content()));
    addField(ProfileField::webhookConnections, tr("&Connections"), m_connections,
             tr("At once; what comes beyond is closed unanswered, and the bank sends again."));
    addField(ProfileField::webhookConnectionsPerPeer, tr("Of one &address"), m_connectionsPerPeer,
             tr("At once. Lower it where no proxy of your company's stands in front."));
    addField(ProfileField::webhookRequestsPerSecond, tr("Req&uests a second"), m_requests,
             tr("Of all addresses together; what comes beyond is asked to come again later."));
}

QSpinBox *AdvancedPage::numberBox(const QString &name, int most)
{
    auto *box = new QSpinBox(content());
    box->setObjectName(name);
    box->setRange(1, most);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons); // the arrow keys do the same
    box->setMaximumWidth(120);
    return box;
}

bool AdvancedPage::isUsedBy(const Profile &profile)
{
    const WebhookSettings usual;
    return !profile.serverKeyPins.isEmpty() || !profile.submerchant.isEmpty() ||
           profile.callsAtOnce != Profile().callsAtOnce || profile.webhook.connections != usual.connections ||
           profile.webhook.connectionsPerPeer != usual.connectionsPerPeer ||
           profile.webhook.requestsPerSecond != usual.requestsPerSecond;
}

void AdvancedPage::readFrom(const Profile &profile)
{
    m_pins->setLines(profile.serverKeyPins);
    m_submerchant->setText(profile.submerchant);
    m_calls->setValue(profile.callsAtOnce);
    m_connections->setValue(profile.webhook.connections);
    m_connectionsPerPeer->setValue(profile.webhook.connectionsPerPeer);
    m_requests->setValue(profile.webhook.requestsPerSecond);
}

void AdvancedPage::writeTo(Profile &profile) const
{
    profile.serverKeyPins = m_pins->lines();
    profile.submerchant = m_submerchant->text().trimmed();
    profile.callsAtOnce = m_calls->value();
    profile.webhook.connections = m_connections->value();
    profile.webhook.connectionsPerPeer = m_connectionsPerPeer->value();
    profile.webhook.requestsPerSecond = m_requests->value();
}

} // namespace countersign::ui
