#pragma once

#include "support/flowworld.h"

#include <QJsonObject>

namespace countersign::bench {

[[nodiscard]] QString benchProfileName();

/// A child's work: shows an empty window and ends when it is painted. The baseline of `openList`.
int showEmptyWindow(int argc, char **argv);
/// A child's work: starts the program on that data folder and ends when its list is painted with rows in it. `use`:
/// scrolls, changes folders and searches first, then prints how long the window's thread stalled and what it holds.
int openList(int argc, char **argv, const QString &dataFolder, bool use);

/// Start to usable list beside an empty window's own start; each a process of its own.
[[nodiscard]] QJsonObject measureStart(const QString &dataFolder);
/// The longest stall of the window's thread, and its memory, while the list is used.
[[nodiscard]] QJsonObject measureUse(const QString &dataFolder);

/// A store with that many payouts: its size, the start, its use, pages and searches.
[[nodiscard]] QJsonObject measureLists(const test::TestKey &key, int payouts, bool withHistory);

/// That many payouts written in each format: time, memory, and how long the window's thread heard nothing.
[[nodiscard]] QJsonObject measureExports(int payouts);

/// Webhook to review; payouts a second through create, start and confirm beside the key's own speed.
[[nodiscard]] QJsonObject measureFlow(const test::TestKey &key);

/// Webhooks a second, each answered only after it is durable.
[[nodiscard]] QJsonObject measureWebhooks(const test::TestKey &key);

} // namespace countersign::bench
