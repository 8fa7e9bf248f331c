#include "directory/ed807directory.h"
#include "domain/controldigits.h"

#include <QFile>
#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

/// The dated copy that lies beside the clone, row by row; it has lost the restrictions (ru-payments.md 5.5).
QList<BankEntry> rowsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const QStringList header = lines.value(0).trimmed().split(u'\t');
    QList<BankEntry> entries;
    for (const QString &line : lines.sliced(1)) {
        const QStringList cells = line.split(u'\t');
        const auto cell = [&](const char *name) { return cells.value(header.indexOf(QLatin1String(name))).trimmed(); };
        const auto bik = Bik::parse(cell("bic"));
        if (!bik) continue;
        BankEntry entry{*bik, cell("namep"), cell("nnp"), cell("pttype"), {}, cell("accountcbrbic"), {}};
        const bool usable = cell("regulationaccounttype") == u"CRSA" || cell("regulationaccounttype") == u"UTRA";
        if (usable && cell("accountstatus") == u"ACAC") entry.correspondentAccounts = {cell("account")};
        entries += entry;
    }
    return entries;
}

} // namespace

/// Search and keys over a whole directory.
class RealDirectoryTest : public QObject
{
    Q_OBJECT

    QList<BankEntry> m_rows;
    std::optional<Ed807Directory> m_directory;

    [[nodiscard]] QStringList found(QStringView text, qsizetype limit = 10) const
    {
        QStringList biks;
        for (const BankEntry &entry : m_directory->search(text, limit))
            biks += entry.bik.text();
        return biks;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_rows = rowsOf(QStringLiteral(COUNTERSIGN_SHARED "/data/bik-directory-2026-08-21.tsv"));
        if (m_rows.isEmpty()) QSKIP("data/bik-directory-2026-08-21.tsv does not lie in the folder beside the clone");
        m_directory.emplace(QDate(2026, 8, 21), m_rows);
    }

    void everyEntryIsThere()
    {
        QVERIFY(m_directory->size() > 1400);
        for (const BankEntry &row : std::as_const(m_rows))
            QVERIFY2(m_directory->find(row.bik).has_value(), qPrintable(row.bik.text()));
    }

    void banksAreFoundByBikOrName()
    {
        QCOMPARE(found(u"044525974"), QStringList{u"044525974"_s});
        QVERIFY(found(u"0445259", 100).contains(u"044525974"));
        QCOMPARE(found(u"Сбербанк").value(0), u"044525225"_s); // the bank itself before its many branches
        QCOMPARE(found(u"ТБАНК").value(0), u"044525974"_s);
        QVERIFY(found(u"банк 131").contains(u"049205131"));
        QVERIFY(found(u"райффайзен").contains(u"044525700"));
        QVERIFY(found(u"нет такого банка").isEmpty());
        QCOMPARE(found(u"банк", 5).size(), 5);
    }

    void everyBankIsFoundByItsOwnName()
    {
        for (const BankEntry &row : std::as_const(m_rows)) {
            if (!row.name.isEmpty()) QVERIFY2(found(row.name, 2000).contains(row.bik.text()), qPrintable(row.name));
        }
    }

    void everyCorrespondentAccountHasItsKey()
    {
        qsizetype checked = 0;
        for (const BankEntry &row : std::as_const(m_rows)) {
            for (const QString &account : row.correspondentAccounts) {
                if (!account.startsWith(u"301")) continue;
                ++checked;
                QVERIFY2(checkCorrespondentAccount(account, row.bik.text(), &*m_directory) == CheckResult::right,
                         qPrintable(row.bik.text()));
            }
        }
        QVERIFY(checked > 300);
    }
};

QTEST_GUILESS_MAIN(RealDirectoryTest)
#include "tst_realdirectory.moc"
