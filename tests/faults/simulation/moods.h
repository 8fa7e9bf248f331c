#pragma once

#include "faults/simulation/dice.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace countersign::faults {

/// Rules of the practice bank (app/demobank/README.md) that make it badly behaved about the payout with that purpose:
/// usually none, sometimes two. Each holds for one start, so that a retry meets a friendlier bank.
[[nodiscard]] QList<QByteArray> moodsFor(const QString &purpose, Dice &dice);

} // namespace countersign::faults
