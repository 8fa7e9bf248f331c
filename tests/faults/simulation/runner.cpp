#include "faults/simulation/runner.h"

#include "faults/simulation/schedule.h"

#include <QDir>
#include <QFileInfo>

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

void keep(const Evidence &evidence, const QDir &folder)
{
    for (const QString &file : QStringList{evidence.store, evidence.journal} + evidence.lostStores)
        QFile::copy(file, folder.filePath(QFileInfo(file).fileName()));
    QFile ledger(folder.filePath(u"ledger.jsonl"_s));
    if (ledger.open(QIODevice::WriteOnly)) ledger.write(evidence.ledger);
}

} // namespace

Judgement judge(quint64 seed, bool hashed, const QString &keepIn)
{
    Schedule schedule(seed);
    schedule.run();
    const Evidence evidence = schedule.evidence();
    if (!keepIn.isEmpty()) keep(evidence, QDir(keepIn));
    return {seed, hashed ? schedule.traceHash() : QByteArray(), findViolations(evidence), schedule.counts()};
}

QString lineOf(quint64 seed, const Violation &violation)
{
    return u"seed %1 %2: %3"_s.arg(seed).arg(violation.rule, violation.what);
}

} // namespace countersign::faults
