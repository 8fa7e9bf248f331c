#include "ui/settings/kindpage.h"

#include "ui/settings/fieldrow.h"
#include "ui/settings/profilewords.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/note.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int nameLimit = 40;

QString usualName(Environment kind)
{
    switch (kind) {
    case Environment::practice:
        return u"practice"_s;
    case Environment::demo:
        return u"demo"_s;
    case Environment::live:
        return u"live"_s;
    }
    return {};
}

} // namespace

KindPage::KindPage(const QStringList &taken, QWidget *parent)
    : SetupPage(tr("Kind of profile"),
                tr("What is this profile for? A profile is one connection to a bank, with its own key, data and "
                   "limits. You can have several."),
                parent),
      m_taken(taken), m_kinds(new QButtonGroup(this)),
      m_ownBank(new QCheckBox(tr("I start a practice bank mysel&f, and enter where it is"), content())),
      m_name(new NameEdit(nameLimit, content())), m_fixed(new Note(content())),
      m_bring(new HintButton(tr("&Bring a profile from another computer…"), {}, content()))
{
    addKind(
        Environment::practice, tr("&Practice"),
        tr("For learning and trying out; no real money moves. Countersign brings a practice bank, starts it on this "
           "computer, and makes all that it needs: a key, an account with money and a few payouts. They stay from one "
           "start to the next. There is nothing to fill in."));
    addOwnBank();
    addKind(Environment::demo, tr("&Demo"),
            tr("The bank's own test stand, over the internet. No real money moves. The bank gives you a project id and "
               "enrols your public key."));
    addKind(Environment::live, tr("Li&ve"),
            tr("Real money. The bank enrols your public key by a signed application. Limits and payment hours must be "
               "set before the first payout."));
    setTabOrder(m_kinds->button(static_cast<int>(Environment::practice)), m_ownBank);
    setTabOrder(m_kinds->button(static_cast<int>(Environment::live)), m_name);
    setTabOrder(m_name, m_bring);
    m_name->setObjectName(u"profileName"_s);
    addField(ProfileField::name, tr("Profile na&me"), m_name,
             tr("Small Latin letters, digits, “-” and “_”. The profile's folder is called so."));
    m_fixed->setContent(Note::Grade::info, u"i"_s, tr("Kind and name stay as they are."),
                        tr("The profile's folder is made, and its key may be in it. For another kind, set up another "
                           "profile."));
    m_fixed->hide();
    column()->addWidget(m_fixed);
    auto *promise = new Note(content());
    promise->setObjectName(u"deskMode"_s);
    promise->setContent(
        Note::Grade::warn, u"!"_s, tr("What one computer can promise"),
        tr("The signing key will be on this PC. Malware with full control of that PC can wait for a "
           "correct approval and act in your name; we make this hard and visible, we cannot exclude it. "
           "Keep this PC for payments, up to date, and its limits low."));
    column()->addWidget(promise);
    m_bring->setObjectName(u"bringProfile"_s);
    m_bring->setAutoDefault(false);
    column()->addWidget(m_bring, 0, Qt::AlignLeft);
    connect(m_bring, &QPushButton::clicked, this, &KindPage::bringWanted);
    column()->addStretch();
    proposeName();
    showNameRow();
    connect(m_ownBank, &QCheckBox::toggled, this, [this] {
        showNameRow();
        Q_EMIT learned(); // it is no part of the profile
    });
    connect(m_kinds, &QButtonGroup::idClicked, this, [this] {
        proposeName();
        showNameRow();
        Q_EMIT kindChosen(kind());
        Q_EMIT changed();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameTyped = true; });
    connect(m_name, &QLineEdit::textChanged, this, &SetupPage::changed);
}

void KindPage::addKind(Environment kind, const QString &name, const QString &meaning)
{
    auto *button = new QRadioButton(name, content());
    button->setObjectName(u"kind-"_s + usualName(kind));
    QFont bold = button->font();
    bold.setBold(true);
    button->setFont(bold);
    button->setAccessibleDescription(meaning);
    button->setChecked(kind == Environment::practice);
    m_kinds->addButton(button, static_cast<int>(kind));
    QLabel *words = plainLabel(meaning, Tone::normal, content());
    words->setContentsMargins(24, 0, 0, 0);
    auto *pair = new QVBoxLayout;
    pair->setSpacing(2);
    pair->addWidget(button);
    pair->addWidget(words);
    column()->addLayout(pair);
}

void KindPage::addOwnBank()
{
    m_ownBank->setObjectName(u"ownPracticeBank"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(24, 0, 0, 0);
    row->addWidget(m_ownBank);
    column()->addLayout(row);
}

bool KindPage::isReadyMade() const
{
    return kind() == Environment::practice && !m_ownBank->isChecked();
}

void KindPage::showNameRow()
{
    m_ownBank->setEnabled(kind() == Environment::practice && m_name->isEnabled());
    rowOf(ProfileField::name)->setVisible(!isReadyMade());
}

Environment KindPage::kind() const
{
    return static_cast<Environment>(m_kinds->checkedId());
}

void KindPage::proposeName()
{
    if (m_nameTyped || !m_name->isEnabled()) return;
    const QString usual = usualName(kind());
    QString name = usual;
    for (int number = 2; m_taken.contains(name); ++number)
        name = usual + u'-' + QString::number(number);
    m_name->setText(name);
}

void KindPage::readFrom(const Profile &profile)
{
    m_kinds->button(static_cast<int>(profile.environment))->setChecked(true);
    if (!profile.name.isEmpty()) m_name->setText(profile.name);
    m_ownBank->setChecked(!profile.name.isEmpty() && kind() == Environment::practice);
    showNameRow();
}

void KindPage::writeTo(Profile &profile) const
{
    profile.environment = kind();
    profile.name = m_name->text().trimmed();
}

void KindPage::fix()
{
    m_name->setEnabled(false);
    for (QAbstractButton *button : m_kinds->buttons())
        button->setEnabled(false);
    m_ownBank->setEnabled(false);
    m_bring->hide();
    m_fixed->show();
}

QList<OpenPoint> KindPage::ownPoints(const Profile &profile) const
{
    if (isReadyMade() || !m_taken.contains(profile.name)) return {};
    return {{ProfileField::name, -1, tr("There is a profile of this name already. Choose another name.")}};
}

} // namespace countersign::ui
