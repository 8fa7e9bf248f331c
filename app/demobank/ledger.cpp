#include "demobank/ledger.h"

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

FileLedger::FileLedger(std::filesystem::path file) : m_file(std::move(file))
{
    const std::string lines = readFile(m_file.path());
    const std::size_t whole = lines.rfind('\n') == std::string::npos ? 0 : lines.rfind('\n') + 1;
    if (whole != lines.size()) m_file.cut(whole);
    visitLines(lines, [this](const Json &entry) { setLastNumber(entry.at("n").get<std::uint64_t>()); });
}

void FileLedger::read(const std::function<void(const Json &)> &visit) const
{
    visitLines(readFile(m_file.path()), visit);
}

void FileLedger::append(std::string_view lines)
{
    m_file.append(lines);
    m_unsynced = true;
}

void FileLedger::sync()
{
    if (m_unsynced.exchange(false)) m_file.sync();
}

void readLedgerFile(const std::filesystem::path &file, const std::function<void(const Json &)> &visit)
{
    visitLines(readFile(file), visit);
}

} // namespace countersign::demobank
