#pragma once

#include "faults/checker/evidence.h"

#include <QMap>

namespace countersign::faults {

/// A range of seeds.
struct Range
{
    quint64 from = 1;
    quint64 count = 1;
    quint64 step = 1;
};

struct Judgement
{
    quint64 seed = 0;
    QByteArray traceHash;
    QList<Violation> violations;
    QMap<QString, int> counts; ///< how often each thing happened
};

/// Runs one schedule from its first minute to its judgement. What it leaves behind is copied into `keepIn`, a folder
/// that is there; empty: nothing is kept. Without `hashed` there is no trace hash.
[[nodiscard]] Judgement judge(quint64 seed, bool hashed, const QString &keepIn = {});

/// "seed 17 paidOnce: payout … was paid again": one line per violation.
[[nodiscard]] QString lineOf(quint64 seed, const Violation &violation);

} // namespace countersign::faults
