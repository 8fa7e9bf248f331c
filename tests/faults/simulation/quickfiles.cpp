#include "faults/simulation/quickfiles.h"

#include "faults/simulation/memoryfile.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include <sqlite3.h>

namespace countersign::faults {

namespace {

sqlite3_vfs *systemFiles = nullptr;
sqlite3_vfs quickFiles;
sqlite3_io_methods quickMethods;

int lockNothing(sqlite3_file *, int)
{
    return SQLITE_OK;
}

int lockNoMemory(sqlite3_file *, int, int, int)
{
    return SQLITE_OK;
}

int openQuickly(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *given)
{
    if (flags & SQLITE_OPEN_WAL) {
        memoryfile::open(name, file);
        if (given) *given = flags;
        return SQLITE_OK;
    }
    const int opened = systemFiles->xOpen(systemFiles, name, file, flags, given);
    if (opened != SQLITE_OK || !(flags & SQLITE_OPEN_MAIN_DB)) return opened; // no other file is ever locked
    quickMethods = *file->pMethods;
    quickMethods.xLock = lockNothing;
    quickMethods.xUnlock = lockNothing;
    quickMethods.xShmLock = lockNoMemory;
    file->pMethods = &quickMethods;
    return opened;
}

int removeAny(sqlite3_vfs *, const char *name, int syncFolder)
{
    return memoryfile::remove(name) ? SQLITE_OK : systemFiles->xDelete(systemFiles, name, syncFolder);
}

int findAny(sqlite3_vfs *, const char *name, int flags, int *found)
{
    if (!memoryfile::exists(name)) return systemFiles->xAccess(systemFiles, name, flags, found);
    *found = 1;
    return SQLITE_OK;
}

/// Else SQLite gets memory for twenty pages for each table that it makes for a moment.
void keepPagesReady()
{
    static constexpr int pageSize = 4096;
    static constexpr int pages = 2000;
    int header = 0;
    sqlite3_config(SQLITE_CONFIG_PCACHE_HDRSZ, &header);
    const int size = (pageSize + header + 7) / 8 * 8;
    static std::vector<char> memory;
    memory.resize(static_cast<std::size_t>(size) * pages);
    sqlite3_config(SQLITE_CONFIG_PAGECACHE, memory.data(), size, pages);
}

} // namespace

void makeStoresQuick()
{
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    keepPagesReady();
    systemFiles = sqlite3_vfs_find(nullptr);
    quickFiles = *systemFiles;
    quickFiles.pNext = nullptr;
    quickFiles.zName = "quick";
    quickFiles.szOsFile = std::max(quickFiles.szOsFile, memoryfile::size());
    quickFiles.xOpen = openQuickly;
    quickFiles.xDelete = removeAny;
    quickFiles.xAccess = findAny;
    sqlite3_vfs_register(&quickFiles, 1);
}

} // namespace countersign::faults
