#pragma once

#include "support/flowworld.h"

#include <QJsonObject>

namespace countersign::bench {

/// A child's work: shows an empty window and ends. The baseline of `openList`.
int showEmptyWindow(int argc, char **argv);
/// A child's work: shows a window, opens the profile of that data folder, reads the first page and the counts, ends.
int openList(int argc, char **argv, const QString &dataFolder);

/// Start to usable list with that many payouts, as processes of their own, beside an empty window; pages and searches.
[[nodiscard]] QJsonObject measureLists(const test::TestKey &key, int payouts, bool withHistory);

/// Webhook to review; payouts a second through create, start and confirm beside the key's own speed.
[[nodiscard]] QJsonObject measureFlow(const test::TestKey &key);

/// Webhooks a second, each answered only after it is durable.
[[nodiscard]] QJsonObject measureWebhooks(const test::TestKey &key);

} // namespace countersign::bench
