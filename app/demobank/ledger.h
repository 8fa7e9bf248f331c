#pragma once

#include "demobank/files.h"
#include "demobank/json.h"
#include "demobank/moment.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace countersign::demobank {

/// The bank's own record of everything that happened, in order, and the judge of "paid once". Entries are added, never
/// changed. Each is one JSON object with "n" (1, 2, 3 …), "at" and "event"; README.md lists the events.
class Ledger
{
public:
    virtual ~Ledger() = default;

    /// Numbers and dates the entry and keeps it until commit().
    void add(Moment at, std::string event, Json fields);
    /// Writes everything added so far, in one piece. It is durable after the next sync().
    void commit();
    /// Returns when everything committed before is durable. May run on a thread of its own while commit() goes on.
    virtual void sync() {}
    /// Calls `visit` for every durable entry, oldest first.
    virtual void read(const std::function<void(const Json &)> &visit) const = 0;

protected:
    /// Appends whole lines, each ended by a line feed.
    virtual void append(std::string_view lines) = 0;
    void setLastNumber(std::uint64_t number) { m_number = number; }

private:
    std::uint64_t m_number = 0;
    std::string m_pending;
};

/// For simulations: lives as long as the object.
class MemoryLedger final : public Ledger
{
public:
    void read(const std::function<void(const Json &)> &visit) const override;
    /// Every entry as it would stand in a file.
    [[nodiscard]] const std::string &lines() const { return m_lines; }

protected:
    void append(std::string_view lines) override { m_lines += lines; }

private:
    std::string m_lines;
};

/// One file of JSON lines. A last line that a crash left unfinished is cut off at opening.
/// Constructor, append and sync throw std::runtime_error when the file cannot be read or written. One writer at a time:
/// the file is locked.
class FileLedger final : public Ledger
{
public:
    explicit FileLedger(std::filesystem::path file);

    void read(const std::function<void(const Json &)> &visit) const override;
    void sync() override;

protected:
    void append(std::string_view lines) override;

private:
    GrowingFile m_file;
    std::atomic<bool> m_unsynced{false};
};

/// Entries of a ledger file in order, without opening it for writing; an unfinished last line is left out.
void readLedgerFile(const std::filesystem::path &file, const std::function<void(const Json &)> &visit);

} // namespace countersign::demobank
