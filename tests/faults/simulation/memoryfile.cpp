#include "faults/simulation/memoryfile.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace countersign::faults::memoryfile {

namespace {

using Bytes = std::vector<char>;

struct Open
{
    sqlite3_file base; // SQLite's, and first
    std::shared_ptr<Bytes> *bytes;
};

std::map<std::string, std::shared_ptr<Bytes>, std::less<>> &files()
{
    static std::map<std::string, std::shared_ptr<Bytes>, std::less<>> all;
    return all;
}

Bytes &bytesOf(sqlite3_file *file)
{
    return **reinterpret_cast<Open *>(file)->bytes;
}

int close(sqlite3_file *file)
{
    delete reinterpret_cast<Open *>(file)->bytes;
    return SQLITE_OK;
}

int read(sqlite3_file *file, void *to, int count, sqlite3_int64 from)
{
    const Bytes &bytes = bytesOf(file);
    const auto length = static_cast<sqlite3_int64>(bytes.size());
    const auto there = std::clamp<sqlite3_int64>(length - from, 0, count);
    if (there > 0) std::memcpy(to, bytes.data() + from, static_cast<std::size_t>(there));
    if (there == count) return SQLITE_OK;
    std::memset(static_cast<char *>(to) + there, 0, static_cast<std::size_t>(count - there));
    return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file *file, const void *from, int count, sqlite3_int64 to)
{
    Bytes &bytes = bytesOf(file);
    const auto end = static_cast<std::size_t>(to + count);
    if (bytes.size() < end) bytes.resize(end);
    std::memcpy(bytes.data() + to, from, static_cast<std::size_t>(count));
    return SQLITE_OK;
}

int truncate(sqlite3_file *file, sqlite3_int64 length)
{
    bytesOf(file).resize(static_cast<std::size_t>(length));
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *length)
{
    *length = static_cast<sqlite3_int64>(bytesOf(file).size());
    return SQLITE_OK;
}

int nothing(sqlite3_file *, int)
{
    return SQLITE_OK;
}

int isLocked(sqlite3_file *, int *answer)
{
    *answer = 0;
    return SQLITE_OK;
}

int control(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}

int noNumber(sqlite3_file *)
{
    return 0; // SQLite's own for a sector's size, nothing special of the device
}

const sqlite3_io_methods methods{1,       close,   read,     write,   truncate, nothing,  fileSize,
                                 nothing, nothing, isLocked, control, noNumber, noNumber, nullptr,
                                 nullptr, nullptr, nullptr,  nullptr, nullptr};

} // namespace

int size()
{
    return sizeof(Open);
}

void open(const char *name, sqlite3_file *file)
{
    std::shared_ptr<Bytes> &bytes = files()[name];
    if (!bytes) bytes = std::make_shared<Bytes>();
    new (file) Open{{&methods}, new std::shared_ptr<Bytes>(bytes)};
}

bool remove(const char *name)
{
    return files().erase(name) > 0;
}

bool exists(const char *name)
{
    return files().contains(name);
}

} // namespace countersign::faults::memoryfile
