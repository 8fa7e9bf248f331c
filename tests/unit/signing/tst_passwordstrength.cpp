#include "signing/passwordstrength.h"

#include <QTest>

using namespace countersign;

class TestPasswordStrength : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void estimates_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<PasswordStrength>("strength");
        QTest::addRow("nothing") << QString() << PasswordStrength::tooShort;
        QTest::addRow("eleven characters of all kinds") << QStringLiteral("aB3$xY7!pQ9") << PasswordStrength::tooShort;
        QTest::addRow("eleven Russian letters, 22 bytes")
            << QStringLiteral("абвгдежзикл") << PasswordStrength::tooShort;
        QTest::addRow("one letter repeated") << QStringLiteral("aaaaaaaaaaaaaaaaaaaa") << PasswordStrength::weak;
        QTest::addRow("two letters in turn") << QStringLiteral("azazazazazazazaz") << PasswordStrength::weak;
        QTest::addRow("digits counted up") << QStringLiteral("123456789012") << PasswordStrength::weak;
        QTest::addRow("alphabet") << QStringLiteral("abcdefghijklmnop") << PasswordStrength::weak;
        QTest::addRow("twelve digits") << QStringLiteral("829304715962") << PasswordStrength::weak;
        QTest::addRow("twelve lower-case letters") << QStringLiteral("qkwzmtrxblvc") << PasswordStrength::acceptable;
        QTest::addRow("twelve of all kinds") << QStringLiteral("aB3$xY7!pQ9#") << PasswordStrength::strong;
        QTest::addRow("four Russian words") << QStringLiteral("лошадь верно скрепка заряд") << PasswordStrength::strong;
    }

    void estimates()
    {
        QFETCH(QString, password);
        QFETCH(PasswordStrength, strength);
        QCOMPARE(passwordStrength(SecretBytes::fromText(password)), strength);
    }

    void onlyTheUpperTwoGradesProtectAKey()
    {
        QVERIFY(!mayProtectKey(PasswordStrength::tooShort));
        QVERIFY(!mayProtectKey(PasswordStrength::weak));
        QVERIFY(mayProtectKey(PasswordStrength::acceptable));
        QVERIFY(mayProtectKey(PasswordStrength::strong));
    }
};

QTEST_GUILESS_MAIN(TestPasswordStrength)
#include "tst_passwordstrength.moc"
