#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QList>

#include <algorithm>
#include <cmath>
#include <functional>

namespace countersign::bench {

/// Milliseconds that the work took.
inline double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

inline double rounded(double value)
{
    return std::round(value * 100) / 100;
}

inline double median(QList<double> values)
{
    if (values.isEmpty()) return 0;
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

/// {"median": …, "max": …, "runs": …}, in the unit of the values.
inline QJsonObject spread(const QList<double> &values)
{
    return {{QStringLiteral("median"), rounded(median(values))},
            {QStringLiteral("max"), rounded(values.isEmpty() ? 0 : *std::max_element(values.begin(), values.end()))},
            {QStringLiteral("runs"), values.size()}};
}

} // namespace countersign::bench
