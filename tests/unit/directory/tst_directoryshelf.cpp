#include "directory/directoryshelf.h"
#include "directorykit.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace countersign;
using namespace countersign::test;

namespace {

const DirectoryOrigin fromTheBank{.source = QStringLiteral("https://bank.example"), .takenAt = fromMilliseconds(1'000)};

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QDate dayOf(const KeptDirectory &kept)
{
    return kept.directory ? kept.directory->businessDay() : QDate();
}

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// What the audit record says was accepted in these tests.
QList<QByteArray> accepted()
{
    QList<QByteArray> digests;
    for (int days = 0; days <= 4; ++days)
        digests += digestOf(ed807Of(banks(30), friday.addDays(days)));
    return digests;
}

} // namespace

class DirectoryShelfTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QStringLiteral("directory/") + QLatin1String(name));
    }
    [[nodiscard]] DirectoryShelf shelf() const
    {
        return DirectoryShelf(m_folder.filePath(QStringLiteral("directory")));
    }

private Q_SLOTS:
    void init() { QVERIFY(QDir(m_folder.filePath(QStringLiteral("directory"))).removeRecursively()); }

    void anEmptyShelfHasNothing()
    {
        const KeptDirectory kept = shelf().read({});
        QVERIFY(!kept.directory);
        QVERIFY(!kept.problem);
    }

    void whatIsKeptComesBack()
    {
        QVERIFY(shelf().keep(ed807Of(banks(30)), fromTheBank).has_value());
        const KeptDirectory kept = shelf().read(accepted());
        QCOMPARE(dayOf(kept), friday);
        QCOMPARE(kept.directory->entries(), banks(30));
        QCOMPARE(kept.origin, fromTheBank);
        QVERIFY(!kept.problem);
    }

    void theOneBeforeIsKeptToo()
    {
        QVERIFY(shelf().keep(ed807Of(banks(30)), fromTheBank).has_value());
        QVERIFY(shelf().keep(ed807Of(banks(30), friday.addDays(3)), fromTheBank).has_value());
        QCOMPARE(dayOf(shelf().read(accepted())), friday.addDays(3));
        QCOMPARE((*loadEd807(path("previous.xml")))->businessDay(), friday);
    }

    void aDamagedOneIsSaidAndTheOneBeforeIsUsed()
    {
        QVERIFY(shelf().keep(ed807Of(banks(30)), fromTheBank).has_value());
        QVERIFY(shelf().keep(ed807Of(banks(30), friday.addDays(3)), fromTheBank).has_value());
        write(path("ed807.xml"), ed807Of(banks(30)).chopped(40));
        const KeptDirectory kept = shelf().read(accepted());
        QCOMPARE(dayOf(kept), friday);
        QCOMPARE(kept.origin, DirectoryOrigin()); // the origin was that of the damaged one
        QVERIFY(kept.problem == ShelfProblem::changed);
        // The next one must not push the readable one out.
        QVERIFY(shelf().keep(ed807Of(banks(30), friday.addDays(4)), fromTheBank).has_value());
        QCOMPARE((*loadEd807(path("previous.xml")))->businessDay(), friday);
    }

    /// Somebody with the file at hand puts another one there: well-formed, and with other correspondent accounts.
    void whatNobodyAcceptedIsNotUsed_data()
    {
        QTest::addColumn<QByteArray>("present");
        QTest::addColumn<QByteArray>("previous");
        QTest::addColumn<QList<QByteArray>>("acceptances");
        QTest::addColumn<ShelfProblem>("problem");
        const QByteArray swapped = ed807Of(banks(31));
        const QByteArray ours = ed807Of(banks(30));
        QTest::addRow("exchanged") << swapped << QByteArray() << accepted() << ShelfProblem::changed;
        QTest::addRow("both exchanged") << swapped << swapped << accepted() << ShelfProblem::changed;
        QTest::addRow("nothing was ever accepted")
            << ours << QByteArray() << QList<QByteArray>() << ShelfProblem::changed;
        QTest::addRow("older than those accepted last")
            << ours << QByteArray() << accepted().sliced(1, 2) << ShelfProblem::changed;
        QTest::addRow("gone") << QByteArray() << QByteArray() << accepted() << ShelfProblem::missing;
        QTest::addRow("accepted, and no directory") << QByteArray("no directory") << QByteArray()
                                                    << QList{digestOf("no directory")} << ShelfProblem::unreadable;
    }

    void whatNobodyAcceptedIsNotUsed()
    {
        QFETCH(QByteArray, present);
        QFETCH(QByteArray, previous);
        QFETCH(QList<QByteArray>, acceptances);
        QFETCH(ShelfProblem, problem);
        QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("directory"))));
        if (!present.isEmpty()) write(path("ed807.xml"), present);
        if (!previous.isEmpty()) write(path("previous.xml"), previous);
        const KeptDirectory kept = shelf().read(acceptances);
        QVERIFY(!kept.directory);
        QVERIFY(kept.problem == problem);
    }

    void aFolderThatCantBeMadeIsSaid()
    {
        write(m_folder.filePath(QStringLiteral("file")), "x");
        const DirectoryShelf below(m_folder.filePath(QStringLiteral("file/directory")));
        QCOMPARE(below.keep(ed807Of(banks(30)), fromTheBank).error().code, ErrorCode::fileUnwritable);
    }

    void theShelfGoesBeforeWhatCameWithTheProgram()
    {
        const NamedDirectory own{.path = m_folder.filePath(QStringLiteral("own.xml")), .cameWithProgram = true};
        write(own.path, ed807Of(banks(20), friday.addDays(-7)));
        const auto before = directoryInForce(shelf(), {}, {}, own);
        QCOMPARE(before->directory->businessDay(), friday.addDays(-7));
        QCOMPARE(before->origin.source, QStringLiteral("own.xml"));
        QVERIFY(!before->problem);
        QVERIFY(before->suggested.isEmpty());
        QVERIFY(shelf().keep(ed807Of(banks(30)), fromTheBank).has_value());
        QCOMPARE(directoryInForce(shelf(), accepted(), accepted(), own)->directory->businessDay(), friday);
        write(path("ed807.xml"), "no directory");
        const auto fallenBack = directoryInForce(shelf(), accepted(), accepted(), own);
        QCOMPARE(fallenBack->directory->businessDay(), friday.addDays(-7));
        QVERIFY(fallenBack->problem == ShelfProblem::changed);
        const auto none = directoryInForce(shelf(), accepted(), accepted(), {});
        QVERIFY(none->directory == nullptr);
        QVERIFY(none->problem == ShelfProblem::changed);
        QVERIFY(!directoryInForce(shelf(), accepted(), accepted(), {QStringLiteral("/nowhere.xml"), true}).has_value());
    }

    /// Whoever can write that file would otherwise say which banks there are.
    void whatTheSettingsNameIsOnlySuggested()
    {
        const NamedDirectory named{.path = m_folder.filePath(QStringLiteral("named.xml"))};
        write(named.path, ed807Of(banks(1432), friday));
        const auto first = directoryInForce(shelf(), {}, {}, named);
        QVERIFY(first->directory == nullptr);
        QCOMPARE(first->suggested, named.path);
        QVERIFY(!first->problem);
        QVERIFY(shelf().keep(ed807Of(banks(30)), fromTheBank).has_value());
        const auto second = directoryInForce(shelf(), accepted(), accepted(), named);
        QCOMPARE(second->directory->size(), 30);
        QCOMPARE(second->suggested, named.path);
        const auto gone = directoryInForce(shelf(), accepted(), accepted(), {QStringLiteral("/nowhere.xml")});
        QCOMPARE(gone->suggested, QStringLiteral("/nowhere.xml"));
    }

    void whatWasTakenOnceIsNotSuggestedAgain()
    {
        const NamedDirectory named{.path = m_folder.filePath(QStringLiteral("named.xml"))};
        const QByteArray xml = ed807Of(banks(30));
        write(named.path, xml);
        const QList<QByteArray> ever{QByteArray(64, 'a'),
                                     QCryptographicHash::hash(xml, QCryptographicHash::Sha256).toHex()};
        QVERIFY(directoryInForce(shelf(), {}, ever, named)->suggested.isEmpty());
        write(named.path, ed807Of(banks(31)));
        QCOMPARE(directoryInForce(shelf(), {}, ever, named)->suggested, named.path);
    }
};

QTEST_GUILESS_MAIN(DirectoryShelfTest)
#include "tst_directoryshelf.moc"
