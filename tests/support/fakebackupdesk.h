#pragma once

#include "config/backupdesk.h"

#include <QPromise>

#include <optional>

namespace countersign {

/// Remembers what was to be backed up, and answers when a test says so.
class FakeBackupDesk final : public BackupDesk
{
public:
    using BackupDesk::BackupDesk;
    QStringList paths;
    QList<bool> handedOver;
    BackupStanding stands;
    std::optional<QPromise<Result<BackupMade>>> writing;

    QFuture<Result<BackupMade>> write(QString path, bool over) override
    {
        paths.append(path);
        handedOver.append(over);
        writing.emplace();
        writing->setProgressRange(0, 1000);
        writing->start();
        return writing->future();
    }
    BackupStanding standing() const override { return stands; }
    QString proposedName() const override { return QStringLiteral("countersign-main-2026-11-23-1800.zip"); }
    void answer(const Result<BackupMade> &made)
    {
        writing->addResult(made);
        writing->finish();
    }
};

/// Knows one backup; answers at once, and never for a file that it does not know.
class FakeRestoreDesk final : public RestoreDesk
{
public:
    Result<BackupContents> contents = sample();
    QStringList asked;

    static BackupContents sample()
    {
        return {.made = fromMilliseconds(1'795'000'000'000),
                .program = QStringLiteral("0.1.0"),
                .profile = QStringLiteral("whole"),
                .environment = Environment::live,
                .projectId = QStringLiteral("project-7"),
                .storeVersion = 8,
                .payouts = 12'345,
                .auditEntries = 99'999,
                .auditHead = QByteArray(64, 'a'),
                .lastEntry = fromMilliseconds(1'794'999'000'000),
                .journalEntries = 31'000};
    }

    QFuture<Result<BackupContents>> examine(QString path, QString profile) override
    {
        asked.append(QStringLiteral("examine %1 %2").arg(path, profile));
        return answer(contents);
    }
    QFuture<Result<Restored>> restore(QString path, QString profile) override
    {
        asked.append(QStringLiteral("restore %1 %2").arg(path, profile));
        return answer(Result<Restored>(Restored{profile, {}}));
    }
    QFuture<Result<Restored>> bring(QString path) override
    {
        asked.append(QStringLiteral("bring ") + path);
        return answer(Result<Restored>(Restored{QStringLiteral("whole"), {}}));
    }

private:
    template <class T>
    static QFuture<T> answer(const T &value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(value);
        promise.finish();
        return promise.future();
    }
};

} // namespace countersign
