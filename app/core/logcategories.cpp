#include "core/logcategories.h"

Q_LOGGING_CATEGORY(logPayouts, "countersign.payouts")
Q_LOGGING_CATEGORY(logBank131, "countersign.bank131")
Q_LOGGING_CATEGORY(logSigning, "countersign.signing")
Q_LOGGING_CATEGORY(logStorage, "countersign.storage")
Q_LOGGING_CATEGORY(logWebhooks, "countersign.webhooks")
Q_LOGGING_CATEGORY(logUi, "countersign.ui")
