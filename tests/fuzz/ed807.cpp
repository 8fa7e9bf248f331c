// The directory of banks, from the Bank of Russia's site or a file: what comes out of the zip, and the reading of it.
// A bank that is in no file must not come from one, and what was read is what the program will look things up in.

#include "directory/directorycomparison.h"
#include "directory/ed807package.h"
#include "directory/ed807reader.h"
#include "fuzztarget.h"

#include <QFile>

namespace countersign::fuzz {

namespace {

void lookThrough(const Ed807Directory &directory)
{
    demand(directory.businessDay().isValid(), "a directory says its day");
    demand(directory.size() > 0, "a directory has entries");
    QString before;
    for (const BankEntry &entry : directory.entries()) {
        demand(before < entry.bik.text(), "entries are sorted and no BIK stands twice");
        before = entry.bik.text();
        demand(directory.find(entry.bik) == entry, "what is there is found");
    }
    const auto same = compareDirectories(&directory, directory, directory.businessDay());
    demand(same.same && same.differences.isEmpty(), "a directory does not differ from itself");
}

} // namespace

void tryBytes(QByteArrayView bytes)
{
    const auto xml = unpackEd807(bytes.toByteArray());
    if (!xml) {
        demand(xml.error().code == ErrorCode::fileNotUnderstood, "a package is refused by one word");
        return;
    }
    demand(xml->size() <= largestDirectoryFile || xml->size() == bytes.size(), "no more is unpacked than may be read");
    const auto directory = readEd807(*xml);
    if (!directory) return;
    lookThrough(**directory);
}

QList<QByteArray> seeds()
{
    QList<QByteArray> found;
    for (const char *name : {"ed807_sample.xml", "ed807_sample.zip"}) {
        QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/") + QLatin1String(name));
        if (file.open(QIODevice::ReadOnly)) found += file.readAll();
    }
    const QByteArray root = "<ED807 InfoTypeCode=\"FIRR\" BusinessDay=\"2026-11-20\">";
    const QByteArray entry = "<BICDirectoryEntry BIC=\"044525974\"><ParticipantInfo NameP=\"B\" PtType=\"20\">"
                             "<RstrList Rstr=\"LWRS\"/></ParticipantInfo><Accounts Account=\"30101810145250000974\" "
                             "RegulationAccountType=\"CRSA\" AccountStatus=\"ACAC\"><AccRstrList AccRstr=\"CLRS\"/>"
                             "</Accounts></BICDirectoryEntry>";
    found += root + entry + "</ED807>";
    found += "<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + root + entry + entry + "</ED807>";
    found += "<!DOCTYPE x>" + root + entry + "</ED807>";
    return found;
}

} // namespace countersign::fuzz
