#include "ui/settings/bankpage.h"

#include "config/setupdesk.h"
#include "ui/settings/bankkeylist.h"
#include "ui/settings/fieldrow.h"
#include "ui/settings/filefield.h"
#include "ui/settings/profilewords.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/nameedit.h"

#include <QCheckBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int addressLimit = 300;
constexpr int projectLimit = 200;
} // namespace

BankPage::BankPage(SetupDesk &desk, QWidget *parent)
    : SetupPage(tr("Bank"), {}, parent), m_address(new NameEdit(addressLimit, content())),
      m_project(new NameEdit(projectLimit, content())), m_keys(new BankKeyList(desk, content())),
      m_certificate(new FileField(FileField::Want::file, tr("Choose an extra certificate"), content())),
      m_automatic(new ChoiceBox(content())),
      m_idempotency(new QCheckBox(tr("Send an &idempotency key with each request"), content())),
      m_directory(new FileField(FileField::Want::file, tr("Choose the BIK directory"), content()))
{
    m_address->setObjectName(u"bankUrl"_s);
    m_project->setObjectName(u"projectId"_s);
    m_certificate->edit()->setObjectName(u"extraCertificate"_s);
    m_directory->edit()->setObjectName(u"directoryFile"_s);
    addField(ProfileField::bankUrl, tr("Ad&dress"), m_address, tr("Such as https://demo.bank131.ru"));
    addField(ProfileField::projectId, tr("Pro&ject id"), m_project, tr("From the bank's letter; it says who asks."));
    column()->addWidget(m_keys);
    addAnswer();
    addRow(
        tr("&Extra certificate"), m_certificate,
        tr("Only if the test tells you so: the certificate of the practice bank, or of your company's proxy. Without "
           "one, the certificates of this system are trusted."),
        m_certificate->edit());
    m_idempotency->setObjectName(u"idempotency"_s);
    addRow(
        tr("Repetition"), m_idempotency,
        tr("A second protection at the bank against carrying out a request twice. Ask the bank whether it wants it."));
    m_idempotency->setAccessibleName(m_idempotency->text().remove(u'&'));
    addRow(tr("BIK direc&tory"), m_directory,
           tr("The Bank of Russia's ED807 file. With it, the form names the bank of a BIK. It is offered at the "
              "next start, to be taken by you. May stay empty."),
           m_directory->edit());
    column()->addStretch();
    connect(m_address, &QLineEdit::textChanged, this, &SetupPage::changed);
    connect(m_project, &QLineEdit::textChanged, this, &SetupPage::changed);
    connect(m_keys, &BankKeyList::changed, this, &SetupPage::changed);
    connect(m_keys, &BankKeyList::learned, this, &SetupPage::learned);
    connect(m_certificate, &FileField::changed, this, &SetupPage::changed);
    connect(m_directory, &FileField::changed, this, &SetupPage::changed);
    connect(m_idempotency, &QCheckBox::toggled, this, &SetupPage::changed);
    connect(m_automatic, &QComboBox::currentIndexChanged, this, &SetupPage::changed);
}

void BankPage::addAnswer()
{
    m_automatic->setObjectName(u"automaticConfirmation"_s);
    for (const auto answer : {AutomaticConfirmation::unknown, AutomaticConfirmation::off, AutomaticConfirmation::on})
        m_automatic->addItem(automaticConfirmationWords(answer), static_cast<int>(answer));
    addField(
        ProfileField::automaticConfirmation, tr("Automatic con&firmation"), m_automatic,
        tr("Ask the bank whether it is on for your project. Where it is on, money leaves as soon as a payout is sent, "
           "and the review comes too late. Ask the bank to switch it off."));
}

QUrl BankPage::address() const
{
    return QUrl(m_address->text().trimmed(), QUrl::StrictMode);
}

void BankPage::readFrom(const Profile &profile)
{
    m_address->setText(profile.bankUrl.toString());
    m_project->setText(profile.projectId);
    m_keys->setKind(profile.environment);
    m_keys->setFiles(profile.name, profile.bankPublicKeyFiles, profile.comparedBankKeys);
    m_keys->setOwnKey(profile.keyFingerprint);
    m_certificate->setFileName(profile.extraCertificateFile);
    m_idempotency->setChecked(profile.sendIdempotencyKey);
    m_automatic->setCurrentIndex(m_automatic->findData(static_cast<int>(profile.automaticConfirmation)));
    m_directory->setFileName(profile.directoryFile);
}

void BankPage::writeTo(Profile &profile) const
{
    profile.bankUrl = address();
    profile.projectId = m_project->text().trimmed();
    profile.bankPublicKeyFiles = m_keys->files();
    profile.comparedBankKeys = m_keys->compared();
    profile.extraCertificateFile = m_certificate->fileName();
    profile.sendIdempotencyKey = m_idempotency->isChecked();
    profile.automaticConfirmation = static_cast<AutomaticConfirmation>(m_automatic->currentData().toInt());
    profile.directoryFile = m_directory->fileName();
}

void BankPage::kindChanged(Environment kind)
{
    m_keys->setKind(kind);
    bool untouched = m_address->text().isEmpty();
    for (const Environment other : {Environment::practice, Environment::demo, Environment::live})
        untouched = untouched || address() == newProfile({}, other).bankUrl;
    if (untouched) m_address->setText(newProfile({}, kind).bankUrl.toString());
    rowOf(ProfileField::bankUrl)
        ->setHint(kind == Environment::practice
                      ? tr("What the practice bank printed when it started, such as http://127.0.0.1:8100")
                      : tr("The beginning only, without a path."));
}

void BankPage::entered(const Profile &profile)
{
    m_keys->setOwnKey(profile.keyFingerprint);
}

bool BankPage::shows(ProfileField field) const
{
    return field == ProfileField::bankPublicKeyFiles || SetupPage::shows(field);
}

QList<OpenPoint> BankPage::ownPoints(const Profile &profile) const
{
    QList<OpenPoint> points;
    if (!m_address->text().trimmed().isEmpty() && address().isEmpty())
        points.append({ProfileField::bankUrl, -1, findingSentence({ProfileField::bankUrl, ProfileProblem::malformed})});
    points += m_keys->openPoints(profile.keyFingerprint);
    // On a live profile the same is said by what is found in it, and holds it up.
    const bool asked = profile.automaticConfirmation == AutomaticConfirmation::off;
    if (profile.environment == Environment::demo && !asked) {
        const bool on = profile.automaticConfirmation == AutomaticConfirmation::on;
        const auto problem = on ? ProfileProblem::notAllowed : ProfileProblem::missing;
        points.append({ProfileField::automaticConfirmation, -1,
                       findingSentence({ProfileField::automaticConfirmation, problem}), false});
    }
    return points;
}

void BankPage::showElsewhere(const QList<OpenPoint> &points)
{
    m_keys->showPoints(points);
}

void BankPage::focusOn(const OpenPoint &point)
{
    SetupPage::focusOn(point);
    if (!point.field || rowOf(*point.field)) return;
    m_keys->focusOn(point);
    ensureWidgetVisible(m_keys);
}

} // namespace countersign::ui
