#include "faults/simulation/workers.h"

#include <cstdio>

namespace countersign::faults {

using namespace Qt::StringLiterals;

Workers::Workers(const Range &range, quint64 jobs, bool hashes, bool counts) : m_hashes(hashes), m_counts(counts)
{
    const quint64 processes = std::min(std::max<quint64>(jobs, 1), range.count);
    for (quint64 i = 0; i < processes; ++i) {
        auto worker = std::make_unique<Worker>();
        worker->left = {range.from + i, (range.count - i + processes - 1) / processes, processes};
        connect(&worker->process, &QProcess::readyReadStandardOutput, this,
                [this, each = worker.get()] { read(*each); });
        connect(&worker->process, &QProcess::finished, this, [this, each = worker.get()] { ended(*each); });
        worker->process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_workers.push_back(std::move(worker));
    }
}

int Workers::run()
{
    for (const auto &worker : m_workers)
        start(*worker);
    if (m_running > 0) QCoreApplication::exec();
    printSum();
    return m_violations == 0 ? 0 : 1;
}

void Workers::printSum() const
{
    for (auto each = m_happened.begin(); each != m_happened.end(); ++each)
        std::printf("%8lld %s\n", static_cast<long long>(each.value()), each.key().constData());
    std::printf("schedules: %llu violations: %llu\n", static_cast<unsigned long long>(m_schedules),
                static_cast<unsigned long long>(m_violations));
}

void Workers::start(Worker &worker)
{
    ++m_running;
    QStringList arguments{u"--from"_s,   QString::number(worker.left.from),
                          u"--count"_s,  QString::number(worker.left.count),
                          u"--worker"_s, QString::number(worker.left.step)};
    if (m_hashes) arguments.append(u"--hashes"_s);
    if (m_counts) arguments.append(u"--counts"_s);
    worker.process.start(QCoreApplication::applicationFilePath(), arguments);
}

void Workers::read(Worker &worker)
{
    while (worker.process.canReadLine())
        take(worker, worker.process.readLine().trimmed());
}

void Workers::take(Worker &worker, const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.first() == "end") {
        ++m_schedules;
        worker.left.from += worker.left.step;
        --worker.left.count;
        if (m_hashes) std::printf("%s %s\n", words.value(1).constData(), words.value(2).constData());
    } else if (words.first() == "count") {
        m_happened[words.sliced(2).join(' ')] += words.value(1).toLongLong();
    } else {
        ++m_violations;
        std::printf("%s\n", line.constData());
    }
    std::fflush(stdout);
}

void Workers::ended(Worker &worker)
{
    read(worker);
    --m_running;
    if (worker.left.count > 0) {
        ++m_violations;
        ++m_schedules;
        std::printf("%s\n", qPrintable(lineOf(worker.left.from, {u"programEnded"_s, worker.process.errorString()})));
        worker.left.from += worker.left.step;
        if (--worker.left.count > 0) start(worker);
    }
    if (m_running == 0) QCoreApplication::quit();
}

} // namespace countersign::faults
