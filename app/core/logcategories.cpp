#include "core/logcategories.h"

Q_LOGGING_CATEGORY(logPayouts, "countersign.payouts")
Q_LOGGING_CATEGORY(logStorage, "countersign.storage")
Q_LOGGING_CATEGORY(logWebhooks, "countersign.webhooks")
