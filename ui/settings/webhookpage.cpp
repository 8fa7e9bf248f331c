#include "ui/settings/webhookpage.h"

#include "ui/settings/fieldrow.h"
#include "ui/settings/filefield.h"
#include "ui/settings/linesedit.h"
#include "ui/settings/profilewords.h"
#include "ui/widgets/digitsedit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/note.h"

#include <QCheckBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int portDigits = 5;
constexpr uint highestPort = 65535;
constexpr int peerAddressLimit = 45;
constexpr int webPathLimit = 200;
constexpr int peerLines = 3;

const QString &ownDropFolder()
{
    static const QString folder = u"drop"_s; // ProfilePaths::dropFolder, counted from the profile's folder
    return folder;
}

} // namespace

WebhookPage::WebhookPage(QWidget *parent)
    : SetupPage(tr("Webhooks"), {}, parent),
      m_receiver(new QCheckBox(tr("&Receive webhooks on this computer"), content())),
      m_address(new NameEdit(peerAddressLimit, content())),
      m_port(new DigitsEdit(portDigits, DigitsEdit::Show::plain, content())),
      m_path(new NameEdit(webPathLimit, content())),
      m_certificate(new FileField(FileField::Want::file, tr("Choose the receiver's certificate"), content())),
      m_key(new FileField(FileField::Want::file, tr("Choose the receiver's private key"), content())),
      m_peers(new LinesEdit(peerLines, content())),
      m_watch(new QCheckBox(tr("&Watch a folder for webhooks"), content())),
      m_folder(new FileField(FileField::Want::folder, tr("Choose the folder to watch"), content()))
{
    auto *always = new Note(content());
    always->setContent(Note::Grade::info, u"i"_s, tr("The bank is always asked for news."),
                       tr("You need nothing on this page: Countersign asks the bank by itself while a payout is on its "
                          "way. Webhooks only make the news come sooner, and are believed only with the bank's "
                          "signature."));
    column()->addWidget(always);
    addReceiver();
    addFolder();
    column()->addStretch();
    enableFields();
    for (const QLineEdit *edit : {m_address, m_port, m_path})
        connect(edit, &QLineEdit::textChanged, this, &SetupPage::changed);
    for (const FileField *field : {m_certificate, m_key, m_folder})
        connect(field, &FileField::changed, this, &SetupPage::changed);
    connect(m_peers, &QPlainTextEdit::textChanged, this, &SetupPage::changed);
    for (const QCheckBox *box : {m_receiver, m_watch}) {
        connect(box, &QCheckBox::toggled, this, [this] {
            if (m_watch->isChecked() && m_folder->fileName().isEmpty()) m_folder->setFileName(ownDropFolder());
            enableFields();
            Q_EMIT changed();
        });
    }
}

void WebhookPage::addReceiver()
{
    m_receiver->setObjectName(u"receiveWebhooks"_s);
    m_address->setObjectName(u"webhookAddress"_s);
    m_port->setObjectName(u"webhookPort"_s);
    m_path->setObjectName(u"webhookPath"_s);
    m_certificate->edit()->setObjectName(u"webhookCertificate"_s);
    m_key->edit()->setObjectName(u"webhookKey"_s);
    m_peers->setObjectName(u"webhookPeers"_s);
    column()->addWidget(m_receiver);
    connect(m_peers, &LinesEdit::refused, this,
            [this](const QString &why) { rowOf(ProfileField::webhookAllowedPeers)->setProblem(why); });
    m_receiverRows = {
        addField(ProfileField::webhookAddress, tr("Listen on &address"), m_address,
                 tr("127.0.0.1 behind a proxy of your company's; otherwise this computer's own address.")),
        addField(ProfileField::webhookPort, tr("P&ort"), m_port),
        addField(ProfileField::webhookPath, tr("Pat&h"), m_path),
        addField(ProfileField::webhookCertificateFile, tr("&Certificate file"), m_certificate,
                 tr("With its key: webhooks come through TLS. Both empty: plain HTTP, only behind a proxy."),
                 m_certificate->edit()),
        addField(ProfileField::webhookKeyFile, tr("&Key of the certificate"), m_key, {}, m_key->edit()),
        addField(
            ProfileField::webhookAllowedPeers, tr("Who ma&y connect"), m_peers,
            tr("Addresses or networks such as 192.0.2.0/24, one a line: your proxy's, or those that the bank names. "
               "Empty: everybody; the bank's signature decides in any case.")),
    };
}

void WebhookPage::addFolder()
{
    m_watch->setObjectName(u"watchFolder"_s);
    m_folder->edit()->setObjectName(u"dropFolder"_s);
    column()->addWidget(m_watch);
    m_folderRow = addRow(tr("&Folder"), m_folder,
                         tr("Your company's web server writes NAME.json with the body and NAME.sig with the signature. "
                            "“drop” is the folder inside the profile's own."),
                         m_folder->edit());
}

void WebhookPage::enableFields()
{
    for (QWidget *row : std::as_const(m_receiverRows))
        row->setVisible(m_receiver->isChecked());
    m_folderRow->setVisible(m_watch->isChecked());
}

void WebhookPage::readFrom(const Profile &profile)
{
    m_receiver->setChecked(profile.webhook.enabled);
    m_address->setText(profile.webhook.listenAddress);
    m_port->setText(QString::number(profile.webhook.port));
    m_path->setText(profile.webhook.path);
    m_certificate->setFileName(profile.webhook.certificateFile);
    m_key->setFileName(profile.webhook.keyFile);
    m_peers->setLines(profile.webhook.allowedPeers);
    m_folder->setFileName(profile.dropFolder);
    m_watch->setChecked(!profile.dropFolder.isEmpty());
}

void WebhookPage::writeTo(Profile &profile) const
{
    const uint port = m_port->text().toUInt();
    WebhookSettings &webhook = profile.webhook; // its limits are set elsewhere
    webhook.enabled = m_receiver->isChecked();
    webhook.listenAddress = m_address->text().trimmed();
    webhook.port = static_cast<quint16>(port <= highestPort ? port : 0);
    webhook.path = m_path->text().trimmed();
    webhook.certificateFile = m_certificate->fileName();
    webhook.keyFile = m_key->fileName();
    webhook.allowedPeers = m_peers->lines();
    profile.dropFolder = m_watch->isChecked() ? m_folder->fileName() : QString();
}

QList<OpenPoint> WebhookPage::ownPoints(const Profile &) const
{
    QList<OpenPoint> points;
    if (m_receiver->isChecked() && m_port->text().isEmpty())
        points.append(
            {ProfileField::webhookPort, -1, findingSentence({ProfileField::webhookPort, ProfileProblem::missing})});
    if (m_receiver->isChecked() && m_port->text().toUInt() > highestPort)
        points.append(
            {ProfileField::webhookPort, -1, findingSentence({ProfileField::webhookPort, ProfileProblem::malformed})});
    if (m_watch->isChecked() && m_folder->fileName().isEmpty())
        points.append({std::nullopt, -1, tr("Choose the folder to watch, or don't watch one.")});
    return points;
}

void WebhookPage::showElsewhere(const QList<OpenPoint> &points)
{
    m_folderRow->setProblem(points.isEmpty() ? QString() : points.first().sentence);
}

} // namespace countersign::ui
