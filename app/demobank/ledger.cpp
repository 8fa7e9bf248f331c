#include "demobank/ledger.h"

#include "demobank/keys.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <stdexcept>

namespace countersign::demobank {

namespace {

void visitLines(std::string_view lines, const std::function<void(const Json &)> &visit)
{
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        if (end == std::string_view::npos) return;
        const auto entry = parseStrict(lines.substr(0, end));
        if (!entry) throw std::runtime_error("The ledger of the practice bank holds a damaged line.");
        visit(*entry);
        lines.remove_prefix(end + 1);
    }
}

} // namespace

void Ledger::add(Moment at, std::string event, Json fields)
{
    Json entry = Json::object();
    entry["n"] = ++m_number;
    entry["at"] = toText(at);
    entry["event"] = std::move(event);
    entry.update(fields);
    m_pending += entry.dump(-1, ' ', false, Json::error_handler_t::replace);
    m_pending += '\n';
}

void Ledger::commit()
{
    if (m_pending.empty()) return;
    append(m_pending);
    m_pending.clear();
}

void MemoryLedger::read(const std::function<void(const Json &)> &visit) const
{
    visitLines(m_lines, visit);
}

FileLedger::FileLedger(std::filesystem::path file) : m_path(std::move(file))
{
    m_file = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (m_file < 0) throw std::runtime_error("The ledger " + m_path.string() + " cannot be opened.");
    if (::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_file);
        throw std::runtime_error("Another practice bank uses the ledger " + m_path.string() + ".");
    }
    const std::string lines = readFile(m_path);
    const std::size_t whole = lines.rfind('\n') == std::string::npos ? 0 : lines.rfind('\n') + 1;
    if (whole != lines.size() && ::ftruncate(m_file, static_cast<off_t>(whole)) != 0)
        throw std::runtime_error("The ledger " + m_path.string() + " cannot be repaired.");
    visitLines(lines, [this](const Json &entry) { setLastNumber(entry.at("n").get<std::uint64_t>()); });
}

FileLedger::~FileLedger()
{
    ::close(m_file);
}

void FileLedger::read(const std::function<void(const Json &)> &visit) const
{
    visitLines(readFile(m_path), visit);
}

void FileLedger::append(std::string_view lines)
{
    while (!lines.empty()) {
        const ssize_t written = ::write(m_file, lines.data(), lines.size());
        if (written <= 0) throw std::runtime_error("The ledger " + m_path.string() + " cannot be written.");
        lines.remove_prefix(static_cast<std::size_t>(written));
    }
    m_unsynced = true;
}

void FileLedger::sync()
{
    if (!m_unsynced.exchange(false)) return;
    if (::fdatasync(m_file) != 0) throw std::runtime_error("The ledger " + m_path.string() + " cannot be synced.");
}

void readLedgerFile(const std::filesystem::path &file, const std::function<void(const Json &)> &visit)
{
    visitLines(readFile(file), visit);
}

} // namespace countersign::demobank
