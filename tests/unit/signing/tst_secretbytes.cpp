#include "signing/secretbytes.h"

#include <QTest>

#include <type_traits>
#include <utility>

using namespace countersign;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes> && std::is_nothrow_move_assignable_v<SecretBytes>);

class TestSecretBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheBytesItWasGiven()
    {
        const SecretBytes secret(QByteArrayView("correct horse"));
        QCOMPARE(secret.view().toByteArray(), QByteArray("correct horse"));
        QVERIFY(!secret.isEmpty());
    }

    void takesWhatWasTypedAsComposedUtf8()
    {
        const SecretBytes composed = SecretBytes::fromText(QStringLiteral("й"));
        const SecretBytes decomposed = SecretBytes::fromText(QStringLiteral("и\u0306"));
        QVERIFY(composed.equals(decomposed));
        QCOMPARE(composed.view().toByteArray(), QByteArray("\xd0\xb9"));
    }

    void isEmptyAfterItWasMovedFrom()
    {
        SecretBytes first(QByteArrayView("secret"));
        SecretBytes second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): what this test is about
        QCOMPARE(second.view().toByteArray(), QByteArray("secret"));
        SecretBytes third(QByteArrayView("other"));
        third = std::move(second);
        QVERIFY(second.isEmpty()); // NOLINT(bugprone-use-after-move)
        QCOMPARE(third.view().toByteArray(), QByteArray("secret"));
    }

    void overwritesWhatIsCutOff()
    {
        SecretBytes secret(QByteArrayView("secret"));
        const char *bytes = secret.view().data();
        secret.truncate(2);
        QCOMPARE(secret.view().toByteArray(), QByteArray("se"));
        QCOMPARE(QByteArray(bytes + 2, 4), QByteArray(4, '\0'));
        secret.truncate(100);
        QCOMPARE(secret.size(), 2);
    }

    void isEmptyAfterItWasWiped()
    {
        SecretBytes secret(QByteArrayView("secret"));
        secret.wipe();
        QVERIFY(secret.isEmpty());
        QVERIFY(secret.view().isEmpty());
    }

    void comparesContentAndLength()
    {
        const SecretBytes secret(QByteArrayView("secret"));
        QVERIFY(secret.equals(secret.clone()));
        QVERIFY(!secret.equals(SecretBytes(QByteArrayView("secreT"))));
        QVERIFY(!secret.equals(SecretBytes(QByteArrayView("secret1"))));
        QVERIFY(!secret.equals(SecretBytes()));
        QVERIFY(SecretBytes().equals(SecretBytes()));
    }
};

QTEST_GUILESS_MAIN(TestSecretBytes)
#include "tst_secretbytes.moc"
