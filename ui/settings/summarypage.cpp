#include "ui/settings/summarypage.h"

#include "core/futures.h"
#include "domain/requisites.h"
#include "ui/models/moneywords.h"
#include "ui/models/visibletext.h"
#include "ui/settings/connectionview.h"
#include "ui/settings/profilewords.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct SummaryWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::SummaryPage)
};

QString limitWords(const std::optional<Money> &limit)
{
    return limit ? withRouble(*limit) : SummaryWords::tr("no limit");
}

QString webhookWords(const Profile &profile)
{
    QStringList ways{SummaryWords::tr("the bank is asked for news")};
    if (profile.webhook.enabled)
        ways.append(SummaryWords::tr("a receiver at %1, port %2")
                        .arg(visibleText(profile.webhook.listenAddress))
                        .arg(profile.webhook.port));
    if (!profile.dropFolder.isEmpty())
        ways.append(SummaryWords::tr("the folder %1").arg(visibleText(profile.dropFolder)));
    return ways.join(u"; "_s);
}

QString accountWords(const QList<SettlementAccount> &accounts)
{
    QStringList lines;
    for (const SettlementAccount &account : accounts)
        lines.append(groupedDigits(account.number) + u"  "_s + account.bik + u"  "_s + visibleText(account.title));
    return lines.join(u'\n');
}

} // namespace

SummaryPage::SummaryPage(SetupDesk &desk, QWidget *parent)
    : SetupPage(tr("Check and test"), {}, parent), m_desk(desk), m_head(plainLabel({}, Tone::strong, content())),
      m_points(new QWidget(content())), m_facts(new QWidget(content())), m_grid(new QGridLayout(m_facts)),
      m_connection(new ConnectionView(desk, content()))
{
    m_head->setObjectName(u"openPointsHead"_s);
    m_points->setObjectName(u"openPoints"_s);
    m_facts->setObjectName(u"summary"_s);
    auto *points = new QVBoxLayout(m_points);
    points->setContentsMargins(0, 0, 0, 0);
    points->setSpacing(0);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
    column()->addWidget(m_head);
    column()->addWidget(m_points);
    column()->addWidget(m_facts);
    column()->addWidget(horizontalRule(content()));
    column()->addWidget(m_connection);
    column()->addStretch();
    connect(m_connection, &ConnectionView::answered, this, [this] {
        // the lines have their places only after the layout's turn
        QTimer::singleShot(0, this, [this] { verticalScrollBar()->setValue(verticalScrollBar()->maximum()); });
    });
}

void SummaryPage::readFrom(const Profile &) {}

void SummaryPage::writeTo(Profile &) const {}

void SummaryPage::entered(const Profile &profile)
{
    qDeleteAll(m_facts->findChildren<QLabel *>(Qt::FindDirectChildrenOnly));
    addFact(tr("Profile"), tr("%1 (%2)").arg(visibleText(profile.name), environmentName(profile.environment)));
    addFact(tr("Company"), visibleText(profile.companyName));
    addFact(tr("You"), visibleText(profile.operatorName));
    addFact(tr("Accounts"), accountWords(profile.accounts));
    addFact(tr("Bank"), visibleText(profile.bankUrl.toString()));
    addFact(tr("Project id"), visibleText(profile.projectId));
    addFact(tr("Key file"), visibleText(profile.keyFile));
    if (!profile.keyFingerprint.isEmpty())
        addFact(tr("Your key's fingerprint"), fingerprintLines(profile.keyFingerprint))->setFont(accountFont());
    addBankKeys(profile);
    if (profile.environment != Environment::practice) addAutomaticConfirmation(profile.automaticConfirmation);
    addFact(tr("One payout, one day"),
            tr("%1, %2").arg(limitWords(profile.limits.perPayout), limitWords(profile.limits.perDay)));
    addFact(tr("Hours"),
            profile.hours
                ? tr("%1 to %2").arg(profile.hours->from.toString(u"HH:mm"_s), profile.hours->to.toString(u"HH:mm"_s))
                : tr("at any time"));
    addFact(tr("News from the bank"), webhookWords(profile));
    m_connection->setProfile(profile);
}

void SummaryPage::addBankKeys(const Profile &profile)
{
    if (profile.bankPublicKeyFiles.isEmpty()) addFact(tr("Bank's public key"), tr("none: webhooks can't be believed"));
    for (const QString &file : profile.bankPublicKeyFiles) {
        QLabel *fact = addFact(tr("Bank's key, fingerprint"), u"…"_s);
        fact->setObjectName(u"bankKeyFact"_s);
        QLabel *answer = nullptr;
        if (profile.environment != Environment::practice) answer = addFact({}, u"…"_s);
        watch(m_desk.inspectBankKey(m_desk.resolvedPath(profile.name, file)), fact,
              [fact, answer, compared = profile.comparedBankKeys](const Result<KeyDetails> &found) {
                  if (found) fact->setFont(accountFont());
                  fact->setText(found ? fingerprintLines(found->fingerprint) : bankKeySentence(found.error()));
                  if (!answer) return;
                  const bool done = found && compared.contains(found->fingerprint);
                  answer->setText(done ? tr("compared with the bank by phone") : tr("not compared with the bank yet"));
                  setTone(answer, done ? Tone::good : Tone::warn);
              });
    }
}

void SummaryPage::addAutomaticConfirmation(AutomaticConfirmation answer)
{
    QLabel *fact = addFact(tr("Automatic confirmation"), automaticConfirmationWords(answer));
    fact->setObjectName(u"automaticFact"_s);
    setTone(fact, answer == AutomaticConfirmation::off ? Tone::good : Tone::warn);
}

QLabel *SummaryPage::addFact(const QString &label, const QString &text)
{
    const int row = m_grid->rowCount();
    QLabel *name = plainLabel(label, Tone::muted, m_facts);
    name->setWordWrap(false);
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    QLabel *fact = plainLabel(text.isEmpty() ? u"—"_s : text, Tone::normal, m_facts);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_grid->addWidget(fact, row, 1);
    return fact;
}

void SummaryPage::setOpenPoints(const QList<PlacedPoint> &points)
{
    qDeleteAll(m_points->findChildren<HintButton *>(Qt::FindDirectChildrenOnly));
    m_points->setVisible(!points.isEmpty());
    const bool held = std::any_of(points.cbegin(), points.cend(), [](const PlacedPoint &p) { return p.point.holds; });
    if (points.isEmpty())
        m_head->setText(tr("✓ Everything is filled in."));
    else if (held)
        m_head->setText(tr("! Still open: %1. Choose one of these to go there.").arg(points.size()));
    else
        m_head->setText(tr("✓ Everything is filled in. Still open with the bank: %1. Choose one of these to go there.")
                            .arg(points.size()));
    setTone(m_head, points.isEmpty() ? Tone::good : Tone::warn);
    for (const PlacedPoint &placed : points) {
        auto *button = new HintButton(QString(placed.point.sentence).replace(u'&', u"&&"_s), {}, m_points);
        button->setObjectName(u"openPoint"_s);
        setButtonRole(button, ButtonRole::quiet);
        m_points->layout()->addWidget(button);
        m_points->layout()->setAlignment(button, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, placed] { Q_EMIT pointChosen(placed); });
    }
}

} // namespace countersign::ui
