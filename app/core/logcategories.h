#pragma once

#include <QLoggingCategory>

// One category per folder that logs. Logs carry ids, states, digests and durations; never bodies, keys, names or whole
// account numbers (threat-model.md, E1).
Q_DECLARE_LOGGING_CATEGORY(logPayouts)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logWebhooks)
