#include "ui/settings/profilechooser.h"

#include "config/profilevalidation.h"
#include "ui/help/helplink.h"
#include "ui/help/helppage.h"
#include "ui/models/errorwords.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/environmentstripe.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QListWidget>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int nameRole = Qt::UserRole;
constexpr int conditionRole = Qt::UserRole + 1;
constexpr int errorRole = Qt::UserRole + 2; ///< why it can't be opened
} // namespace

ProfileChooser::ProfileChooser(SetupDesk &desk, QWidget *parent)
    : QDialog(parent), m_list(new QListWidget(this)), m_help(new HelpLink(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Choose a profile"));
    setHelpTopic(*this, HelpTopic::connecting);
    resize(620, 420);
    QLabel *head = plainLabel(tr("&Which profile do you want to open?"), Tone::heading, this);
    head->setContentsMargins(20, 16, 20, 10);
    head->setTextInteractionFlags(Qt::NoTextInteraction);
    head->setBuddy(m_list);
    m_list->setObjectName(u"profiles"_s);
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setUniformItemSizes(false);
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(footer());
    connect(m_list, &QListWidget::currentItemChanged, this, &ProfileChooser::showCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &ProfileChooser::open);
    fill(desk);
    m_list->setCurrentRow(0);
    m_list->setFocus();
    showCurrent();
}

void ProfileChooser::fill(SetupDesk &desk)
{
    for (const QString &name : desk.profiles())
        addProfile(desk, name);
}

void ProfileChooser::addProfile(SetupDesk &desk, const QString &name)
{
    const auto profile = desk.loadProfile(name);
    Condition condition = Condition::ready;
    QString text;
    if (!profile) {
        condition = Condition::unreadable;
        text = tr("%1  —  can't be opened\n%2").arg(visibleText(name), errorSentence(profile.error()));
    } else {
        const EnvironmentStripe stripe(profile->environment);
        QString second = visibleText(profile->companyName);
        if (!validateProfile(*profile).isEmpty()) {
            condition = Condition::unfinished;
            second = tr("Setting up is not finished.");
        }
        text = tr("%1  —  %2: %3\n%4").arg(visibleText(name), stripe.word(), stripe.sentence(), second);
    }
    auto *item = new QListWidgetItem(text, m_list);
    item->setData(nameRole, name);
    item->setData(conditionRole, static_cast<int>(condition));
    if (!profile) item->setData(errorRole, static_cast<int>(profile.error().code));
}

QWidget *ProfileChooser::footer()
{
    auto *bar = new QWidget(this);
    bar->setProperty("ground", u"window"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *make = new HintButton(tr("&Set up another profile…"), {}, bar);
    make->setObjectName(u"newProfile"_s);
    auto *close = new HintButton(tr("&Close"), u"Esc"_s, bar);
    m_open = new HintButton(tr("&Open"), {}, bar);
    m_open->setObjectName(u"openProfile"_s);
    setButtonRole(m_open, ButtonRole::primary);
    auto *rows = new QVBoxLayout(bar);
    rows->setContentsMargins(20, 12, 20, 12);
    rows->setSpacing(12);
    rows->addWidget(m_help);
    auto *row = new QHBoxLayout;
    rows->addLayout(row);
    auto *bring = new HintButton(tr("&Bring one from another computer…"), {}, bar);
    bring->setObjectName(u"bringProfile"_s);
    row->addWidget(make);
    row->addWidget(bring);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_open);
    connect(make, &QPushButton::clicked, this, [this] {
        Q_EMIT newProfile();
        accept();
    });
    connect(bring, &QPushButton::clicked, this, [this] {
        Q_EMIT bringWanted();
        accept();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &ProfileChooser::open);
    return bar;
}

void ProfileChooser::showCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    const auto condition = item ? static_cast<Condition>(item->data(conditionRole).toInt()) : Condition::unreadable;
    const QVariant error = item ? item->data(errorRole) : QVariant();
    m_help->offer(error.isValid() ? helpTopicOf(static_cast<ErrorCode>(error.toInt())) : std::nullopt);
    m_open->setEnabled(condition != Condition::unreadable);
    m_open->setText(condition == Condition::unfinished ? tr("&Go on setting up") : tr("&Open"));
}

void ProfileChooser::open()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !m_open->isEnabled()) return;
    const QString name = item->data(nameRole).toString();
    if (static_cast<Condition>(item->data(conditionRole).toInt()) == Condition::unfinished)
        Q_EMIT continueSetup(name);
    else
        Q_EMIT chosen(name);
    accept();
}

} // namespace countersign::ui
