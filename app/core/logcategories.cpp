#include "core/logcategories.h"

// What is no trouble is told to nobody until a log wants it (diagnosis/runninglog.h).
Q_LOGGING_CATEGORY(logPayouts, "countersign.payouts", QtWarningMsg)
Q_LOGGING_CATEGORY(logStorage, "countersign.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logWebhooks, "countersign.webhooks", QtWarningMsg)
