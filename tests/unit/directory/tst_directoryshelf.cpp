#include "directory/directoryshelf.h"
#include "directorykit.h"

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

QDate dayOf(const Result<std::optional<KeptDirectory>> &kept)
{
    return kept && *kept ? (*kept)->directory->businessDay() : QDate();
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
        const auto kept = shelf().read();
        QVERIFY(kept.has_value());
        QVERIFY(!kept->has_value());
    }

    void whatIsKeptComesBack()
    {
        QVERIFY(shelf().keep(ed807Of(banks(30)), fromTheBank).has_value());
        const auto kept = shelf().read();
        QCOMPARE(dayOf(kept), friday);
        QCOMPARE((*kept)->directory->entries(), banks(30));
        QCOMPARE((*kept)->origin, fromTheBank);
    }

    void theOneBeforeIsKeptToo()
    {
        QVERIFY(shelf().keep(ed807Of(banks(30)), fromTheBank).has_value());
        QVERIFY(shelf().keep(ed807Of(banks(30), friday.addDays(3)), fromTheBank).has_value());
        QCOMPARE(dayOf(shelf().read()), friday.addDays(3));
        QCOMPARE((*loadEd807(path("previous.xml")))->businessDay(), friday);
    }

    void aDamagedOneIsReplacedByTheOneBefore()
    {
        QVERIFY(shelf().keep(ed807Of(banks(30)), fromTheBank).has_value());
        QVERIFY(shelf().keep(ed807Of(banks(30), friday.addDays(3)), fromTheBank).has_value());
        write(path("ed807.xml"), ed807Of(banks(30)).chopped(40));
        const auto kept = shelf().read();
        QCOMPARE(dayOf(kept), friday);
        QCOMPARE((*kept)->origin, DirectoryOrigin()); // the origin was that of the damaged one
        // The next one must not push the readable one out.
        QVERIFY(shelf().keep(ed807Of(banks(30), friday.addDays(4)), fromTheBank).has_value());
        QCOMPARE((*loadEd807(path("previous.xml")))->businessDay(), friday);
    }

    void nothingReadableIsAnError()
    {
        QVERIFY(shelf().keep(ed807Of(banks(30)), fromTheBank).has_value());
        write(path("ed807.xml"), "no directory");
        QCOMPARE(shelf().read().error().code, ErrorCode::wrongFormat);
    }

    void aFolderThatCantBeMadeIsSaid()
    {
        write(m_folder.filePath(QStringLiteral("file")), "x");
        const DirectoryShelf below(m_folder.filePath(QStringLiteral("file/directory")));
        QCOMPARE(below.keep(ed807Of(banks(30)), fromTheBank).error().code, ErrorCode::fileUnwritable);
    }

    void theShelfGoesBeforeTheProfilesOwnFile()
    {
        const QString own = m_folder.filePath(QStringLiteral("own.xml"));
        write(own, ed807Of(banks(20), friday.addDays(-7)));
        const auto before = directoryInForce(shelf(), own);
        QCOMPARE(before->directory->businessDay(), friday.addDays(-7));
        QCOMPARE(before->origin.source, QStringLiteral("own.xml"));
        QVERIFY(shelf().keep(ed807Of(banks(30)), fromTheBank).has_value());
        QCOMPARE(directoryInForce(shelf(), own)->directory->businessDay(), friday);
        write(path("ed807.xml"), "no directory");
        QCOMPARE(directoryInForce(shelf(), own)->directory->businessDay(), friday.addDays(-7));
        QVERIFY(directoryInForce(shelf(), {})->directory == nullptr);
        QVERIFY(!directoryInForce(shelf(), QStringLiteral("/nowhere.xml")).has_value());
    }
};

QTEST_GUILESS_MAIN(DirectoryShelfTest)
#include "tst_directoryshelf.moc"
