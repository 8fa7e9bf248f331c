#include "ui/settings/keypage.h"

#include "core/futures.h"
#include "ui/help/helppage.h"
#include "ui/models/errorwords.h"
#include "ui/models/visibletext.h"
#include "ui/settings/fieldrow.h"
#include "ui/settings/filefield.h"
#include "ui/settings/newpassword.h"
#include "ui/settings/passwords.h"
#include "ui/settings/profilewords.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QVBoxLayout *columnOf(QWidget *panel)
{
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    return column;
}

HintButton *actButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new HintButton(text, {}, parent);
    button->setObjectName(name);
    setButtonRole(button, ButtonRole::primary);
    return button;
}

} // namespace

KeyPage::KeyPage(SetupDesk &desk, Prepare prepare, QWidget *parent)
    : SetupPage(tr("Signing key"),
                tr("Every request to the bank is signed with your private key. It stays on this computer, in a file "
                   "protected by a password; the bank gets the public key only."),
                parent),
      m_desk(desk), m_prepare(std::move(prepare)), m_problem(new Note(content())),
      m_progress(plainLabel({}, Tone::muted, content()))
{
    setHelpTopic(*this, HelpTopic::keys);
    m_have = havePanel();
    m_choice = choicePanel();
    m_create = createPanel();
    m_open = openPanel();
    m_adopt = adoptPanel();
    for (QWidget *panel : {m_have, m_choice, m_create, m_open, m_adopt})
        column()->addWidget(panel);
    m_problem->setObjectName(u"keyProblem"_s);
    m_problem->hide();
    m_progress->setObjectName(u"keyProgress"_s);
    m_progress->hide();
    column()->addWidget(m_progress);
    column()->addWidget(m_problem);
    column()->addStretch();
    show(Panel::create);
}

QWidget *KeyPage::havePanel()
{
    auto *panel = new QWidget(content());
    auto *column = columnOf(panel);
    m_key = new Note(panel);
    m_key->setObjectName(u"keyFound"_s);
    m_fingerprint = plainLabel({}, Tone::normal, panel);
    m_fingerprint->setObjectName(u"keyFingerprint"_s);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fingerprint->setFont(accountFont());
    m_instructions = plainLabel({}, Tone::normal, panel);
    m_instructions->setObjectName(u"keyInstructions"_s);
    m_savePublic = actButton(tr("&Save public key…"), u"savePublicKey"_s, panel);
    m_saved = plainLabel({}, Tone::good, panel);
    m_saved->setObjectName(u"publicKeySaved"_s);
    auto *again = new HintButton(tr("&Open it again…"), {}, panel);
    again->setObjectName(u"openAgain"_s);
    auto *other = new HintButton(tr("&Use another key…"), {}, panel);
    other->setObjectName(u"otherKey"_s);
    auto *ways = new QHBoxLayout;
    ways->addWidget(again);
    ways->addWidget(other);
    ways->addStretch();
    column->addWidget(m_key);
    column->addWidget(m_fingerprint);
    column->addWidget(m_instructions);
    column->addWidget(m_savePublic, 0, Qt::AlignLeft);
    column->addWidget(m_saved);
    column->addLayout(ways);
    connect(m_savePublic, &QPushButton::clicked, this, &KeyPage::askForPublicFile);
    connect(again, &QPushButton::clicked, this, &KeyPage::openAgain);
    connect(other, &QPushButton::clicked, this, &KeyPage::openAnother);
    return panel;
}

void KeyPage::openAgain()
{
    m_openChoice->setChecked(true);
    show(Panel::open);
    m_file->setFileName(m_desk.resolvedPath(m_profileName, m_keyFile));
    m_password->setFocus();
}

void KeyPage::openAnother()
{
    m_openChoice->setChecked(true);
    show(Panel::open);
    m_file->setFileName({});
    m_file->edit()->setFocus();
}

QWidget *KeyPage::choicePanel()
{
    auto *panel = new QWidget(content());
    auto *column = columnOf(panel);
    m_createChoice = new QRadioButton(tr("Crea&te a new key (RSA, 3072 bits)"), panel);
    m_createChoice->setObjectName(u"chooseCreate"_s);
    m_createChoice->setChecked(true);
    m_openChoice = new QRadioButton(tr("Use a &key file that you have (PEM)"), panel);
    m_openChoice->setObjectName(u"chooseOpen"_s);
    column->addWidget(m_createChoice);
    column->addWidget(m_openChoice);
    connect(m_createChoice, &QRadioButton::clicked, this, [this] { show(Panel::create); });
    connect(m_openChoice, &QRadioButton::clicked, this, [this] { show(Panel::open); });
    return panel;
}

QWidget *KeyPage::createPanel()
{
    auto *panel = new QWidget(content());
    auto *column = columnOf(panel);
    m_newPassword = new NewPassword(m_desk, u"create"_s, panel);
    m_createButton = actButton(tr("&Create the key"), u"createKey"_s, panel);
    m_createButton->setEnabled(false);
    column->addWidget(m_newPassword);
    column->addWidget(plainLabel(tr("Nobody can recover this password. Without it the key is lost, and the bank has to "
                                    "enrol a new one."),
                                 Tone::muted, panel));
    column->addWidget(m_createButton, 0, Qt::AlignLeft);
    connect(m_newPassword, &NewPassword::changed, this,
            [this] { m_createButton->setEnabled(m_newPassword->isReady()); });
    connect(m_createButton, &QPushButton::clicked, this, &KeyPage::createKey);
    return panel;
}

QWidget *KeyPage::openPanel()
{
    auto *panel = new QWidget(content());
    auto *column = columnOf(panel);
    m_file = new FileField(FileField::Want::file, tr("Choose the private key's file"), panel);
    m_file->edit()->setObjectName(u"existingFile"_s);
    m_password = passwordEdit(panel);
    m_password->setObjectName(u"existingPassword"_s);
    auto *button = actButton(tr("Op&en the key"), u"openKey"_s, panel);
    column->addWidget(new FieldRow(tr("Key &file"), m_file, {}, m_file->edit(), panel));
    column->addWidget(
        new FieldRow(tr("Its pass&word"), m_password, tr("Leave it empty if the file has none."), nullptr, panel));
    column->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, &KeyPage::openKey);
    return panel;
}

QWidget *KeyPage::adoptPanel()
{
    auto *panel = new QWidget(content());
    auto *column = columnOf(panel);
    auto *why = new Note(panel);
    why->setObjectName(u"keyInTheClear"_s);
    why->setContent(
        Note::Grade::warn, u"!"_s, tr("This key file is not protected by a password."),
        tr("Whoever copies it can sign in your name. Give it a password: the program keeps a protected copy "
           "in the profile's folder. The file itself stays as it is; delete it afterwards, with its "
           "backups."));
    m_adoptPassword = new NewPassword(m_desk, u"adopt"_s, panel);
    m_adoptButton = actButton(tr("&Make a protected copy"), u"adoptKey"_s, panel);
    m_adoptButton->setEnabled(false);
    column->addWidget(why);
    column->addWidget(m_adoptPassword);
    column->addWidget(m_adoptButton, 0, Qt::AlignLeft);
    connect(m_adoptPassword, &NewPassword::changed, this,
            [this] { m_adoptButton->setEnabled(m_adoptPassword->isReady()); });
    connect(m_adoptButton, &QPushButton::clicked, this, &KeyPage::adoptKey);
    connect(m_file, &FileField::changed, this, [this] {
        if (!m_adopt->isHidden()) show(Panel::open);
    });
    return panel;
}

void KeyPage::show(Panel panel)
{
    m_have->setVisible(panel == Panel::have);
    m_choice->setVisible(panel != Panel::have);
    m_create->setVisible(panel == Panel::create);
    m_open->setVisible(panel == Panel::open || panel == Panel::adopt);
    m_adopt->setVisible(panel == Panel::adopt);
    m_problem->hide();
    if (panel != Panel::adopt) m_adoptPassword->clear();
    if (panel != Panel::create) m_newPassword->clear();
}

void KeyPage::readFrom(const Profile &profile)
{
    if (profile.name == m_profileName && profile.keyFile == m_keyFile) return;
    m_profileName = profile.name;
    m_keyFile = profile.keyFile;
    m_keyFingerprint = profile.keyFingerprint;
    m_details.reset();
    showKey();
}

void KeyPage::writeTo(Profile &profile) const
{
    profile.keyFile = m_keyFile;
    profile.keyFingerprint = m_keyFingerprint;
}

void KeyPage::entered(const Profile &)
{
    if (!m_keyFile.isEmpty() && m_progress->isHidden()) showKey();
}

void KeyPage::showKey()
{
    if (m_keyFile.isEmpty()) return show(Panel::create);
    show(Panel::have);
    const QString file = tr("Key file: %1").arg(visibleText(m_keyFile));
    m_saved->hide();
    m_savePublic->setVisible(m_details.has_value());
    m_instructions->setVisible(m_details.has_value());
    m_fingerprint->setVisible(!m_keyFingerprint.isEmpty());
    m_fingerprint->setText(fingerprintLines(m_keyFingerprint));
    m_fingerprint->setAccessibleName(tr("Fingerprint of the public key (SHA-256): %1").arg(m_keyFingerprint));
    if (!m_details) {
        const QString what =
            m_keyFingerprint.isEmpty()
                ? tr("%1\nOpen it with its password to see its fingerprint and to save the public key.").arg(file)
                : tr("%1\nBelow is the fingerprint of its public key (SHA-256). Open the key with its password to save "
                     "the public key again.")
                      .arg(file);
        m_key->setContent(Note::Grade::info, u"i"_s, tr("The profile has a key."), what);
        return;
    }
    m_key->setContent(Note::Grade::good, u"✓"_s, tr("The key is ready: RSA, %1 bits.").arg(m_details->bits), file);
    m_instructions->setText(
        tr("Above is the fingerprint of the public key (SHA-256). Now save the public key and send that file to the "
           "bank: your manager there has the application for enrolling a signature key, and will read the fingerprint "
           "to you by phone. A practice bank of your own is started with it. The public key is no secret; the private "
           "key's file and its password never go to anybody."));
}

QString KeyPage::freeKeyFile()
{
    const auto name = m_prepare();
    if (!name) {
        fails(name.error());
        return {};
    }
    m_profileName = *name;
    QString file = u"keys/signing.pem"_s;
    for (int number = 2; QFileInfo::exists(m_desk.resolvedPath(m_profileName, file)); ++number)
        file = u"keys/signing-%1.pem"_s.arg(number);
    return file;
}

void KeyPage::createKey()
{
    const QString file = freeKeyFile();
    if (file.isEmpty()) return;
    setBusy(tr("Making the key… This takes a few seconds."));
    watch(m_desk.createKey(m_desk.resolvedPath(m_profileName, file), m_newPassword->take()), this,
          [this, file](const Result<KeyDetails> &made) {
              setBusy({});
              if (!made) return fails(made.error());
              have(file, *made);
          });
}

void KeyPage::openKey()
{
    const QString file = m_file->fileName();
    if (file.isEmpty()) {
        say(tr("Choose the key's file first."), {});
        m_file->edit()->setFocus();
        return;
    }
    setBusy(tr("Opening the key…"));
    watch(m_desk.inspectKey(file, takePassword(m_password)), this, [this, file](const Result<KeyDetails> &opened) {
        setBusy({});
        const bool inTheClear = opened ? !opened->encrypted : opened.error().code == ErrorCode::keyNotEncrypted;
        if (inTheClear) return show(Panel::adopt);
        if (!opened) return fails(opened.error());
        const bool own = file == m_desk.resolvedPath(m_profileName, m_keyFile);
        have(own ? m_keyFile : file, *opened);
    });
}

void KeyPage::adoptKey()
{
    const QString file = freeKeyFile();
    if (file.isEmpty()) return;
    setBusy(tr("Making the protected copy… This takes a moment."));
    watch(m_desk.adoptKey(m_file->fileName(), {}, m_desk.resolvedPath(m_profileName, file), m_adoptPassword->take()),
          this, [this, file](const Result<KeyDetails> &adopted) {
              setBusy({});
              if (!adopted) return fails(adopted.error());
              have(file, *adopted);
          });
}

void KeyPage::have(const QString &file, const KeyDetails &details)
{
    m_keyFile = file;
    m_details = details;
    m_keyFingerprint = details.fingerprint;
    showKey();
    m_savePublic->setFocus();
    Q_EMIT changed();
}

void KeyPage::askForPublicFile()
{
    QFileDialog *dialog = openSaveChooser(this, tr("Save the public key for the bank"),
                                          u"countersign-%1-public.pem"_s.arg(m_profileName));
    connect(dialog, &QFileDialog::fileSelected, this, &KeyPage::savePublicKey);
}

void KeyPage::savePublicKey(const QString &path)
{
    if (!m_details) return;
    watch(m_desk.savePublicKey(m_details->publicPem, path), this, [this, path](const Result<> &saved) {
        m_saved->setVisible(saved.has_value());
        if (!saved) return fails(saved.error());
        m_problem->hide();
        m_saved->setText(tr("✓ Saved: %1").arg(visibleText(path)));
    });
}

void KeyPage::setBusy(const QString &what)
{
    const bool busy = !what.isEmpty();
    for (QWidget *panel : {m_have, m_choice, m_create, m_open, m_adopt})
        panel->setEnabled(!busy);
    m_progress->setText(what);
    m_progress->setVisible(busy);
    if (busy) m_problem->hide();
    Q_EMIT learned();
}

void KeyPage::fails(const Error &error)
{
    say(tr("That did not work."), errorSentence(error));
    if (!m_open->isHidden()) m_password->setFocus();
}

void KeyPage::say(const QString &headline, const QString &text)
{
    m_problem->setContent(Note::Grade::danger, u"✕"_s, headline, text);
    m_problem->offerHelp(HelpTopic::keys);
    m_problem->show();
}

bool KeyPage::isBusy() const
{
    return !m_progress->isHidden();
}

bool KeyPage::shows(ProfileField field) const
{
    return field == ProfileField::keyFile;
}

void KeyPage::showElsewhere(const QList<OpenPoint> &points)
{
    if (isBusy()) return;
    if (!points.isEmpty()) m_problem->setContent(Note::Grade::warn, u"!"_s, points.first().sentence);
    if (!points.isEmpty() || m_details) m_problem->setVisible(!points.isEmpty());
}

void KeyPage::focusOn(const OpenPoint &)
{
    (m_createChoice->isChecked() ? static_cast<QWidget *>(m_createChoice) : m_openChoice)->setFocus();
}

} // namespace countersign::ui
