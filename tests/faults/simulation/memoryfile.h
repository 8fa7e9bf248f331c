#pragma once

#include <sqlite3.h>

namespace countersign::faults {

/// A file of SQLite that lies in memory until it is deleted. One thread.
namespace memoryfile {

/// How many bytes SQLite must have ready for an open one.
[[nodiscard]] int size();
/// Opens the file of that name, an empty one when there is none; `file` has size() bytes.
void open(const char *name, sqlite3_file *file);
/// What is open stays as it is; whether there was one.
[[nodiscard]] bool remove(const char *name);
[[nodiscard]] bool exists(const char *name);

} // namespace memoryfile

} // namespace countersign::faults
