// A profile's settings file, which an editor, another version or a stranger may have written.

#include "config/profilejson.h"
#include "config/profilestore.h"
#include "config/profilevalidation.h"
#include "fuzztarget.h"

#include <QFile>
#include <QTemporaryDir>

namespace countersign::fuzz {

namespace {

const QString profileName = QStringLiteral("fuzz");

/// A data folder with that one profile in it.
struct DataFolder
{
    QTemporaryDir folder;
    ProfileStore store{folder.path()};

    DataFolder() { demand(store.save(newProfile(profileName, Environment::practice)).has_value(), "it can be saved"); }
    [[nodiscard]] Result<Profile> loaded(QByteArrayView settings) const
    {
        QFile file(store.paths(profileName).settingsFile);
        demand(file.open(QIODevice::WriteOnly) && file.write(settings.data(), settings.size()) == settings.size(),
               "the file can be written");
        file.close();
        return store.load(profileName);
    }
};

} // namespace

void tryBytes(QByteArrayView bytes)
{
    static const DataFolder data;
    const auto profile = profileFromJson(bytes.toByteArray());
    const auto loaded = data.loaded(bytes);
    demand(loaded.has_value() == (profile && profile->name == profileName), "only a profile of this name is loaded");
    if (!profile) {
        demand(profile.error().code == ErrorCode::settingsInvalid, "the settings are to blame");
        return;
    }
    demand(!loaded || *loaded == *profile, "a file holds what its bytes say");
    const QByteArray written = toJson(*profile);
    const auto again = profileFromJson(written);
    demand(again.has_value() && *again == *profile, "settings that are saved come back as they were");
    demand(toJson(*again) == written, "the same settings give the same bytes");
    (void)validateProfile(*profile);
}

QList<QByteArray> seeds()
{
    Profile live = newProfile(profileName, Environment::live);
    live.operatorName = QStringLiteral("Анна Петрова");
    live.companyInn = QStringLiteral("3316004790");
    live.accounts = {{QStringLiteral("40702810300200000013"), QStringLiteral("049205131"), QString()}};
    live.bankPublicKeyFiles = {QStringLiteral("keys/bank.pem")};
    live.webhook.enabled = true;
    live.limits = {Money::fromKopecks(1), Money::fromKopecks(9007199254740993), {}};
    const QByteArray text = toJson(live);
    return {text,
            toJson(newProfile(profileName, Environment::practice)),
            toJson(newProfile(QStringLiteral("other"), Environment::demo)),
            QByteArray(text).replace("\"version\"", "\"vers\\u0069on\""),
            QByteArray(text).replace("9007199254740993", "9007199254740993.0"),
            QByteArray(text).replace("{\n", "{\n\"name\":\"fuzz\","),
            "\xef\xbb\xbf" + text};
}

} // namespace countersign::fuzz
