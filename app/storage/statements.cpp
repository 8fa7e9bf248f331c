#include "storage/statements.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <numeric>

static void loadResources()
{
    Q_INIT_RESOURCE(storage); // a static library's resources need asking for, outside any namespace
}

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

QStringList embeddedFiles()
{
    loadResources();
    QStringList paths;
    const QDir folder(u":/storage/sql/sqlite"_s);
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names)
        paths.append(folder.filePath(name));
    return paths;
}

/// "…/0002_append_only.sql" → 2; 0 for files of named statements.
int migrationVersion(const QString &path)
{
    static const QRegularExpression pattern(u"/(\\d{4})_[^/]*\\.sql$"_s);
    return pattern.match(path).captured(1).toInt();
}

/// Paragraphs between empty lines, comments left out.
QStringList paragraphs(const QStringList &lines)
{
    QStringList found;
    QString current;
    for (const QString &line : lines) {
        if (line.startsWith(u"--")) continue;
        if (!line.isEmpty()) {
            current += line + u'\n';
        } else if (!current.isEmpty()) {
            found.append(std::exchange(current, {}));
        }
    }
    if (!current.isEmpty()) found.append(current);
    return found;
}

/// Every statement after "-- name: x", as x.
QHash<QString, QString> namedTexts()
{
    static constexpr QStringView marker = u"-- name: ";
    QHash<QString, QString> texts;
    const QStringList files = embeddedFiles();
    for (const QString &path : files) {
        if (migrationVersion(path) > 0) continue;
        QString name;
        const QStringList lines = linesOf(path);
        for (const QString &line : lines) {
            if (line.startsWith(marker)) {
                name = line.mid(marker.size());
            } else if (!name.isEmpty() && !line.isEmpty()) {
                texts[name] += line + u'\n';
            }
        }
    }
    return texts;
}

} // namespace

Statements::Statements()
{
    static const QHash<QString, QString> embedded = namedTexts(); // what is embedded does not change
    m_texts = embedded;
}

int newestMigration()
{
    const QStringList files = embeddedFiles();
    const auto versions = [](int newest, const QString &path) { return std::max(newest, migrationVersion(path)); };
    return std::accumulate(files.begin(), files.end(), 0, versions);
}

QList<Migration> embeddedMigrations()
{
    QList<Migration> migrations;
    const QStringList files = embeddedFiles();
    for (const QString &path : files) {
        const int version = migrationVersion(path);
        if (version == 0) continue;
        const QString name = path.section(u'/', -1).chopped(4);
        migrations.append({.version = version, .name = name, .statements = paragraphs(linesOf(path))});
    }
    return migrations;
}

} // namespace countersign
