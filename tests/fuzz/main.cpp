#include "fuzztarget.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <cstdlib>

using namespace countersign;

#ifdef COUNTERSIGN_LIBFUZZER
extern "C" int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*tryOne)(const std::uint8_t *data, std::size_t size));
#endif

namespace countersign::fuzz {

void demand(bool condition, const char *whatMustHold)
{
    if (condition) return;
    std::fprintf(stderr, "does not hold: %s\n", whatMustHold);
    std::abort();
}

QList<QByteArray> filesIn(const QString &folder)
{
    QList<QByteArray> contents;
    const QDir directory(folder);
    const QStringList names = directory.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadOnly)) contents.append(file.readAll());
    }
    return contents;
}

} // namespace countersign::fuzz

namespace {

int replay(int argc, char **argv)
{
    QList<QByteArray> inputs = fuzz::seeds();
    for (int i = 1; i < argc; ++i)
        inputs += fuzz::filesIn(QFile::decodeName(argv[i]));
    inputs.append(QByteArray());
    for (const QByteArray &input : std::as_const(inputs))
        fuzz::tryBytes(input);
    std::printf("%lld inputs, nothing found\n", static_cast<long long>(inputs.size()));
    return EXIT_SUCCESS;
}

#ifdef COUNTERSIGN_LIBFUZZER

int tryOne(const std::uint8_t *data, std::size_t size)
{
    fuzz::tryBytes(QByteArrayView(data, static_cast<qsizetype>(size)));
    return 0;
}

bool writeSeeds(const QString &folder)
{
    const QList<QByteArray> seeds = fuzz::seeds();
    for (qsizetype i = 0; i < seeds.size(); ++i) {
        QFile file(folder + QStringLiteral("/seed-%1").arg(i));
        if (!file.open(QIODevice::WriteOnly) || file.write(seeds[i]) != seeds[i].size()) return false;
    }
    return true;
}

#endif

} // namespace

/// Usage: PROGRAM [FOLDER...]              tries the seeds and every file of the folders
///        PROGRAM --fuzz CORPUS OPTION...  libFuzzer from the seeds on; what it finds worth keeping goes into CORPUS
int main(int argc, char **argv)
{
#ifdef COUNTERSIGN_LIBFUZZER
    if (argc > 2 && qstrcmp(argv[1], "--fuzz") == 0) {
        if (!writeSeeds(QFile::decodeName(argv[2]))) return EXIT_FAILURE;
        argv[1] = argv[0];
        int rest = argc - 1;
        char **arguments = argv + 1;
        return LLVMFuzzerRunDriver(&rest, &arguments, tryOne);
    }
#endif
    return replay(argc, argv);
}
