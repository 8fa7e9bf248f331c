#include "domain/answeredrecipient.h"

#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

/// Who the answer names: the same one, or somebody else.
class AnsweredRecipientTest : public QObject
{
    Q_OBJECT

    const RecipientIdentity m_asked{.name = u"ИП Громов Пётр Ильич"_s,
                                    .inn = u"502990147781"_s,
                                    .bik = u"044525974"_s,
                                    .account = u"40802810300000990118"_s};

    static ConfirmInformation answer(const RecipientIdentity &who)
    {
        ConfirmInformation information;
        information.hasAccountDetails = true;
        information.recipient.name = who.name;
        information.recipient.inn = who.inn;
        information.recipient.bik = who.bik;
        information.recipient.accountNumber = who.account;
        return information;
    }

private Q_SLOTS:
    void theSameOneIsNobodyElse()
    {
        QVERIFY(!otherRecipient(m_asked, answer(m_asked)));
        RecipientIdentity spelt = m_asked;
        spelt.name = u"ип  громов петр ильич"_s;
        QVERIFY(!otherRecipient(m_asked, answer(spelt)));
    }

    void oneOtherPartIsSomebodyElse_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("inn");
        QTest::addColumn<QString>("bik");
        QTest::addColumn<QString>("account");
        QTest::addRow("name") << u"VECTOR LIMITED"_s << m_asked.inn << m_asked.bik << m_asked.account;
        QTest::addRow("look-alike name") << QString(m_asked.name).replace(u'о', u'\x6f') << m_asked.inn << m_asked.bik
                                         << m_asked.account;
        QTest::addRow("INN") << m_asked.name << u"500100732259"_s << m_asked.bik << m_asked.account;
        QTest::addRow("BIK") << m_asked.name << m_asked.inn << u"044525225"_s << m_asked.account;
        QTest::addRow("account") << m_asked.name << m_asked.inn << m_asked.bik << u"40802810300000990119"_s;
        QTest::addRow("only the account given") << QString() << QString() << QString() << u"40802810300000990119"_s;
    }
    void oneOtherPartIsSomebodyElse()
    {
        QFETCH(QString, name);
        QFETCH(QString, inn);
        QFETCH(QString, bik);
        QFETCH(QString, account);
        const RecipientIdentity named{.name = name, .inn = inn, .bik = bik, .account = account};
        QVERIFY(otherRecipient(m_asked, answer(named)) == std::optional(named));
    }

    void whatIsLeftOutOrAddedIsNobodyElse()
    {
        QVERIFY(!otherRecipient(m_asked, {}));
        QVERIFY(!otherRecipient(m_asked, answer({})));
        RecipientIdentity withoutInn = m_asked;
        withoutInn.inn.clear();
        QVERIFY(!otherRecipient(withoutInn, answer(m_asked)));
        ConfirmInformation other = answer({});
        other.hasAccountDetails = false;
        other.recipient.accountNumber = u"1"_s;
        QVERIFY(!otherRecipient(m_asked, other));
    }
};

QTEST_GUILESS_MAIN(AnsweredRecipientTest)
#include "tst_answeredrecipient.moc"
