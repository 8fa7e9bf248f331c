#pragma once

#include "config/setupdesk.h"

#include <QMap>
#include <QPromise>

#include <functional>
#include <memory>
#include <set>

namespace countersign {

/// A SetupDesk whose answers a test sets. It answers at once, or, while `holdAnswers` is true, only when the test calls
/// release(). Profiles are kept in memory; `asked` tells what was asked ("createKey /data/practice/keys/signing.pem").
class FakeSetupDesk : public SetupDesk
{
public:
    using SetupDesk::SetupDesk;

    // what it answers
    Result<KeyDetails> createAnswer = details(QStringLiteral("a1"));
    Result<KeyDetails> inspectAnswer = details(QStringLiteral("b2"));
    Result<KeyDetails> adoptAnswer = details(QStringLiteral("c3"));
    QMap<QString, Result<KeyDetails>> bankKeys; ///< by path; otherwise keyFileUnreadable
    Result<> savePublicAnswer;
    Result<> saveAnswer;
    Result<QList<ConnectionFinding>> testAnswer = QList<ConnectionFinding>{};
    QMap<QString, Profile> stored;
    std::set<QString> damaged; ///< names of profiles that can't be read

    // what was asked
    QStringList asked;
    QStringList passwords; ///< those given, in order
    QByteArray savedPem;
    std::optional<Profile> tested;

    bool holdAnswers = false;
    void release()
    {
        const auto held = std::exchange(m_held, {});
        for (const auto &answer : held)
            answer();
    }

    static KeyDetails details(const QString &byte, int bits = 3072)
    {
        return {QStringList(32, byte).join(u':'), bits, QByteArrayLiteral("-----BEGIN PUBLIC KEY-----\n"), true};
    }

    PasswordRating ratePassword(const QString &password) const override
    {
        if (password.size() < 12) return PasswordRating::tooShort;
        if (std::set<QChar>(password.cbegin(), password.cend()).size() < 6) return PasswordRating::weak;
        return password.size() < 20 ? PasswordRating::acceptable : PasswordRating::strong;
    }
    QFuture<Result<KeyDetails>> createKey(QString path, QString password) override
    {
        asked.append(QStringLiteral("createKey ") + path);
        passwords.append(password);
        return answer(createAnswer);
    }
    QFuture<Result<KeyDetails>> inspectKey(QString path, QString password) override
    {
        asked.append(QStringLiteral("inspectKey ") + path);
        passwords.append(password);
        return answer(inspectAnswer);
    }
    QFuture<Result<KeyDetails>> adoptKey(QString path, QString password, QString newPath, QString newPassword) override
    {
        asked.append(QStringLiteral("adoptKey %1 %2").arg(path, newPath));
        passwords.append(password);
        passwords.append(newPassword);
        return answer(adoptAnswer);
    }
    QFuture<Result<KeyDetails>> inspectBankKey(QString path) override
    {
        asked.append(QStringLiteral("inspectBankKey ") + path);
        return answer(bankKeys.value(path, fail(ErrorCode::keyFileUnreadable, path)));
    }
    QFuture<Result<>> savePublicKey(QByteArray pem, QString path) override
    {
        asked.append(QStringLiteral("savePublicKey ") + path);
        savedPem = pem;
        return answer(savePublicAnswer);
    }
    QFuture<Result<QList<ConnectionFinding>>> testConnection(Profile profile, QString password) override
    {
        asked.append(QStringLiteral("testConnection"));
        passwords.append(password);
        tested = profile;
        return answer(testAnswer);
    }
    QStringList profiles() const override { return stored.keys(); }
    Result<Profile> loadProfile(const QString &name) const override
    {
        if (damaged.contains(name)) return fail(ErrorCode::settingsInvalid, QStringLiteral("bank.url"));
        if (!stored.contains(name)) return fail(ErrorCode::profileUnknown, name);
        return stored.value(name);
    }
    Result<> saveProfile(const Profile &profile) override
    {
        asked.append(QStringLiteral("saveProfile ") + profile.name);
        if (saveAnswer) stored.insert(profile.name, profile);
        return saveAnswer;
    }
    QString resolvedPath(const QString &profileName, const QString &fileName) const override
    {
        if (fileName.isEmpty() || fileName.startsWith(u'/')) return fileName;
        return QStringLiteral("/data/%1/%2").arg(profileName, fileName);
    }

private:
    template <class T>
    QFuture<T> answer(const T &value)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        const QFuture<T> future = promise->future();
        const auto give = [promise, value] {
            promise->addResult(value);
            promise->finish();
        };
        if (holdAnswers)
            m_held.append(give);
        else
            give();
        return future;
    }
    QList<std::function<void()>> m_held;
};

/// A key that opens with `rightPassword` only.
class FakeKeyLock : public KeyLock
{
public:
    using KeyLock::KeyLock;
    QString rightPassword = QStringLiteral("right");
    ErrorCode failure = ErrorCode::keyPasswordWrong;
    bool holdAnswers = false;
    int tries = 0;

    bool isLocked() const override { return m_locked; }
    QFuture<Result<>> unlock(QString password) override
    {
        ++tries;
        m_promise = std::make_shared<QPromise<Result<>>>();
        m_promise->start();
        m_right = password == rightPassword;
        const auto future = m_promise->future();
        if (!holdAnswers) release();
        return future;
    }
    void release()
    {
        if (m_right) m_locked = false;
        m_promise->addResult(m_right ? Result<>() : fail(failure));
        m_promise->finish();
        if (m_right) Q_EMIT changed();
    }
    void lock() override
    {
        m_locked = true;
        Q_EMIT changed();
    }

private:
    std::shared_ptr<QPromise<Result<>>> m_promise;
    bool m_locked = true;
    bool m_right = false;
};

} // namespace countersign
