#include "demobank/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <stdexcept>

namespace countersign::demobank {

void writePrivateFile(const std::filesystem::path &path, std::string_view text)
{
    const std::filesystem::path part = path.string() + ".part";
    const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool written =
        file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!written) throw std::runtime_error("The file " + path.string() + " cannot be written.");
    std::filesystem::rename(part, path);
}

GrowingFile::GrowingFile(std::filesystem::path path) : m_path(std::move(path))
{
    const int file = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) throw std::runtime_error("The file " + m_path.string() + " cannot be opened.");
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        throw std::runtime_error("Another program uses " + m_path.string() + ".");
    }
    m_handle = file;
}

GrowingFile::~GrowingFile()
{
    ::close(static_cast<int>(m_handle));
}

void GrowingFile::append(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(static_cast<int>(m_handle), bytes.data(), bytes.size());
        if (written <= 0) throw std::runtime_error("The file " + m_path.string() + " cannot be written.");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void GrowingFile::cut(std::size_t size)
{
    if (::ftruncate(static_cast<int>(m_handle), static_cast<off_t>(size)) != 0)
        throw std::runtime_error("The file " + m_path.string() + " cannot be cut.");
}

void GrowingFile::sync()
{
    if (::fdatasync(static_cast<int>(m_handle)) != 0)
        throw std::runtime_error("The file " + m_path.string() + " cannot be synced.");
}

std::vector<std::string> arguments(int argc, char **argv)
{
    return {argv + 1, argv + argc};
}

} // namespace countersign::demobank
