#include "bootstrap/practicerun.h"

#include "bootstrap/childprogram.h"
#include "core/try.h"
#include "domain/workingdays.h"
#include "signing/keyfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTcpServer>

namespace countersign {

namespace {

constexpr int bankEndsWithinMs = 2000;
constexpr qint64 passwordLimit = 200;

Result<QByteArray> carried(const QString &resource)
{
    QFile source(QStringLiteral(":/practice/") + resource);
    if (!source.open(QIODevice::ReadOnly)) return fail(ErrorCode::internalFault, resource);
    return source.readAll();
}

/// The sample of a directory never grows old: its day is that of the practice.
QByteArray ofDay(const QByteArray &directory, QDate day)
{
    static const QRegularExpression ownDay(QStringLiteral(" BusinessDay=\"[0-9-]*\""));
    QString text = QString::fromLatin1(directory); // one character for each byte, whatever its encoding
    text.replace(ownDay, QStringLiteral(" BusinessDay=\"%1\"").arg(day.toString(Qt::ISODate)));
    return text.toLatin1();
}

/// Puts what the program carries beside the profile, so that a person can look at it and change it.
Result<QString> unpack(const QString &resource, const QByteArray &bytes, const QString &folder)
{
    QFile target(folder + QLatin1Char('/') + resource);
    if (!QDir().mkpath(folder) || !target.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        target.write(bytes) != bytes.size()) {
        return fail(ErrorCode::fileUnwritable, target.fileName());
    }
    return target.fileName();
}

/// The bank must know where the webhooks go before our receiver listens there.
quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16{0};
}

QString publicSuffix()
{
    return QStringLiteral(".public");
}

QString passwordSuffix()
{
    return QStringLiteral(".password");
}

Result<> keepPassword(const QString &path, const QString &password)
{
    QSaveFile file(path);
    const QByteArray bytes = password.toLatin1();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::fileUnwritable, path);
    return {};
}

Profile practiceProfile()
{
    Profile profile = newProfile(PracticeRun::profileName(), Environment::practice);
    profile.operatorName = QStringLiteral("A. Petrova");
    profile.companyName = QStringLiteral("ABC LLC");
    profile.companyInn = QStringLiteral("3316004790");
    profile.companyKpp = QStringLiteral("156605101");
    profile.accounts = {{QStringLiteral("40702810300200000013"), QStringLiteral("049205131"), QString()}};
    profile.projectId = QStringLiteral("practice");
    profile.keyFile = QStringLiteral("keys/practice.pem");
    profile.directoryFile = QStringLiteral("ed807_sample.xml");
    profile.automaticConfirmation = AutomaticConfirmation::off;
    return profile;
}

Profile keptProfile(const ProfileStore &profiles)
{
    if (!PracticeRun::isOurs(profiles, PracticeRun::profileName())) return practiceProfile();
    return profiles.load(PracticeRun::profileName()).value_or(practiceProfile());
}

} // namespace

PracticeRun::PracticeRun(ProfileStore profiles, const Clock &clock, Ids &ids, QString program, QObject *parent)
    : QObject(parent), m_profiles(std::move(profiles)), m_clock(clock), m_program(std::move(program)),
      m_profile(keptProfile(m_profiles)), m_password(keptPassword()), m_newPassword(ids.next()),
      m_keyThread(QStringLiteral("keys"))
{
    endWithThisProgram(m_bank); // else the next run finds the ledger taken
    connect(&m_bank, &QProcess::readyReadStandardOutput, this, &PracticeRun::readAnnouncement);
    connect(&m_bank, &QProcess::errorOccurred, this, [this](QProcess::ProcessError problem) {
        if (problem == QProcess::FailedToStart) Q_EMIT failed({ErrorCode::fileUnreadable, m_program});
    });
    connect(&m_bank, &QProcess::finished, this, [this] {
        if (m_announced) return;
        Q_EMIT failed({ErrorCode::listenFailed, QString::fromUtf8(m_bank.readAllStandardError()).trimmed()});
    });
}

PracticeRun::~PracticeRun()
{
    disconnect(&m_bank, nullptr, this, nullptr);
    if (m_bank.state() == QProcess::NotRunning) return;
    askToEnd(m_bank);
    if (!m_bank.waitForFinished(bankEndsWithinMs)) m_bank.kill();
}

QString PracticeRun::bankProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/countersign-demo-bank");
}

bool PracticeRun::isNameTaken(const ProfileStore &profiles)
{
    const auto stored = profiles.load(profileName());
    return stored && stored->environment != Environment::practice;
}

bool PracticeRun::isOurs(const ProfileStore &profiles, const QString &name)
{
    return name == profileName() && !isNameTaken(profiles) &&
           QFile::exists(profiles.paths(name).resolved(practiceProfile().keyFile) + passwordSuffix());
}

QString PracticeRun::keyFile() const
{
    return m_profiles.paths(m_profile.name).resolved(m_profile.keyFile);
}

QString PracticeRun::keptPassword() const
{
    QFile file(keyFile() + passwordSuffix());
    const bool whole = QFile::exists(keyFile()) && QFile::exists(keyFile() + publicSuffix());
    return whole && file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.read(passwordLimit)).trimmed()
                                                   : QString();
}

QString PracticeRun::bankFolder() const
{
    return m_profiles.dataFolder() + QStringLiteral("/practice-bank");
}

QString PracticeRun::takePassword()
{
    return std::exchange(m_password, QString());
}

void PracticeRun::start(const QStringList &bankOptions)
{
    if (isNameTaken(m_profiles)) {
        Q_EMIT failed({ErrorCode::notAllowed, profileName()});
        return;
    }
    m_bankOptions = bankOptions;
    m_profile.webhook.enabled = true;
    m_profile.webhook.port = freePort();
    if (const auto saved = m_profiles.save(m_profile); !saved) { // makes the folders
        Q_EMIT failed(saved.error());
        return;
    }
    if (m_password.isEmpty())
        makeKey();
    else
        startBank();
}

/// The password is kept after the key: a password without its key would be of no use to the next start.
void PracticeRun::makeKey()
{
    m_keyThread.post([this, path = keyFile(), password = m_newPassword] {
        const auto made = [&]() -> Result<QString> {
            COUNTERSIGN_TRY_INTO(key, PrivateKey::generate(3072));
            COUNTERSIGN_TRY(savePrivateKey(path, key, SecretBytes::fromText(password), ExistingFile::replace));
            COUNTERSIGN_TRY(savePublicKey(path + publicSuffix(), key.publicKey()));
            COUNTERSIGN_TRY(keepPassword(path + passwordSuffix(), password));
            return key.publicKey().fingerprint();
        }();
        QMetaObject::invokeMethod(
            this, [this, made] { keyMade(made); }, Qt::QueuedConnection);
    });
}

void PracticeRun::keyMade(const Result<QString> &made)
{
    if (!made) {
        Q_EMIT failed(made.error());
        return;
    }
    m_password = m_newPassword;
    m_profile.keyFingerprint = *made;
    startBank();
}

/// The bank's script, of all that is unpacked.
Result<QString> PracticeRun::unpackAll(const QString &profileFolder) const
{
    COUNTERSIGN_TRY_INTO(directory, carried(m_profile.directoryFile));
    COUNTERSIGN_TRY(unpack(m_profile.directoryFile, ofDay(directory, bankDay(m_clock.now())), profileFolder));
    const QString script = QStringLiteral("script.json");
    COUNTERSIGN_TRY_INTO(lines, carried(script));
    return unpack(script, lines, bankFolder());
}

void PracticeRun::startBank()
{
    const ProfilePaths paths = m_profiles.paths(m_profile.name);
    const auto script = unpackAll(paths.folder);
    if (!script) {
        Q_EMIT failed(script.error());
        return;
    }
    QStringList arguments{QStringLiteral("--listen"),      QStringLiteral("127.0.0.1:0"),
                          QStringLiteral("--data"),        bankFolder(),
                          QStringLiteral("--project"),     m_profile.projectId,
                          QStringLiteral("--partner-key"), keyFile() + publicSuffix(),
                          QStringLiteral("--script"),      *script};
    if (m_profile.webhook.port != 0) {
        arguments += {QStringLiteral("--webhook"),
                      QStringLiteral("http://127.0.0.1:%1%2").arg(m_profile.webhook.port).arg(m_profile.webhook.path)};
    }
    m_bank.setProcessChannelMode(QProcess::SeparateChannels);
    m_bank.start(m_program, arguments + m_bankOptions);
}

void PracticeRun::readAnnouncement()
{
    m_announcement += m_bank.readAllStandardOutput();
    const auto end = m_announcement.indexOf('\n');
    if (m_announced || end < 0) return;
    m_announced = true;
    if (const auto saved = saveProfile(m_announcement.first(end)); !saved) {
        Q_EMIT failed(saved.error());
        return;
    }
    Q_EMIT ready();
}

Result<> PracticeRun::saveProfile(const QByteArray &announcement)
{
    const QJsonObject said = QJsonDocument::fromJson(announcement).object();
    m_profile.bankUrl = QUrl(said.value(QLatin1String("url")).toString());
    m_profile.bankPublicKeyFiles = {said.value(QLatin1String("bank_public_key")).toString()};
    m_profile.extraCertificateFile = said.value(QLatin1String("certificate")).toString();
    if (!m_profile.bankUrl.isValid() || m_profile.bankPublicKeyFiles.first().isEmpty()) {
        return fail(ErrorCode::unexpectedValue, QString::fromUtf8(announcement));
    }
    return m_profiles.save(m_profile);
}

} // namespace countersign
