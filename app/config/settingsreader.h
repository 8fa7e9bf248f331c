#pragma once

#include "core/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <set>

namespace countersign {

/// Whether a text may stand in a settings file: at most 4,096 characters, none of them a control character.
[[nodiscard]] bool isSettingsText(const QString &text);

/// Reads one object of a settings file, strictly: each member must be there and of its type, and there may be no other.
/// The first fault is kept and everything after it reads as empty, so that reading code needs no branches; ask result()
/// of the outermost reader at the end.
class SettingsReader
{
public:
    explicit SettingsReader(QJsonObject object);

    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    /// See isSettingsText.
    QString text(const QString &key);
    QStringList texts(const QString &key);
    bool flag(const QString &key);
    qint64 integer(const QString &key, qint64 least, qint64 most);
    /// The objects report into this reader; call finish() on each.
    SettingsReader object(const QString &key);
    QList<SettingsReader> objects(const QString &key);
    /// The index of the member's text in `words`.
    qsizetype word(const QString &key, const QStringList &words);
    /// Keeps a fault of this member.
    void fault(const QString &key);
    /// Every member that nobody asked for is a fault. At the end of each object.
    void finish();

    /// settingsInvalid; detail: the member's path ("bank.project_id", "accounts.2.bik").
    [[nodiscard]] Result<> result() const;

private:
    using Fault = std::shared_ptr<std::optional<Error>>;
    SettingsReader(QJsonObject object, QString path, Fault fault);
    QJsonValue take(const QString &key);

    QJsonObject m_object;
    QString m_path;
    Fault m_fault;
    std::set<QString> m_taken;
};

/// One JSON object in UTF-8 without doubled keys, at most 1 MiB. Errors: settingsInvalid; detail: what the parser says.
[[nodiscard]] Result<QJsonObject> parseSettings(const QByteArray &text);

} // namespace countersign
