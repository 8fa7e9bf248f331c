#include "demobank/files.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <windows.h>

#include <shellapi.h>

namespace countersign::demobank {

namespace {

[[noreturn]] void giveUp(const std::filesystem::path &path, const char *what)
{
    throw std::runtime_error("The file " + path.string() + what);
}

void writeAll(HANDLE file, std::string_view bytes, const std::filesystem::path &path)
{
    while (!bytes.empty()) {
        DWORD written = 0;
        const auto piece = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), 1U << 30U));
        if (!WriteFile(file, bytes.data(), piece, &written, nullptr) || written == 0)
            giveUp(path, " cannot be written.");
        bytes.remove_prefix(written);
    }
}

HANDLE asHandle(std::intptr_t value)
{
    return reinterpret_cast<HANDLE>(value);
}

std::string toUtf8(const std::wstring &text)
{
    const std::u8string bytes = std::filesystem::path(text).u8string();
    return {bytes.begin(), bytes.end()};
}

} // namespace

/// Who may read it, the folder says: the user's own.
void writePrivateFile(const std::filesystem::path &path, std::string_view text)
{
    std::filesystem::path part = path;
    part += ".part";
    std::unique_ptr<void, decltype(&CloseHandle)> file(
        CreateFileW(part.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr),
        CloseHandle);
    if (file.get() == INVALID_HANDLE_VALUE) giveUp(path, " cannot be written.");
    writeAll(file.get(), text, path);
    if (!FlushFileBuffers(file.get())) giveUp(path, " cannot be synced.");
    file.reset(); // an open file is not moved
    if (!MoveFileExW(part.c_str(), path.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        giveUp(path, " cannot be replaced.");
}

GrowingFile::GrowingFile(std::filesystem::path path) : m_path(std::move(path))
{
    // Shared for reading only: that is the lock. It ends with the program, however that ends.
    const HANDLE file = CreateFileW(m_path.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_ALWAYS,
                                    FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE && GetLastError() == ERROR_SHARING_VIOLATION)
        throw std::runtime_error("Another program uses " + m_path.string() + ".");
    if (file == INVALID_HANDLE_VALUE) giveUp(m_path, " cannot be opened.");
    SetFilePointer(file, 0, nullptr, FILE_END);
    m_handle = reinterpret_cast<std::intptr_t>(file);
}

GrowingFile::~GrowingFile()
{
    CloseHandle(asHandle(m_handle));
}

void GrowingFile::append(std::string_view bytes)
{
    writeAll(asHandle(m_handle), bytes, m_path);
}

void GrowingFile::cut(std::size_t size)
{
    LARGE_INTEGER place{};
    place.QuadPart = static_cast<LONGLONG>(size);
    if (!SetFilePointerEx(asHandle(m_handle), place, nullptr, FILE_BEGIN) || !SetEndOfFile(asHandle(m_handle)))
        giveUp(m_path, " cannot be cut.");
}

void GrowingFile::sync()
{
    if (!FlushFileBuffers(asHandle(m_handle))) giveUp(m_path, " cannot be synced.");
}

std::vector<std::string> arguments(int, char **)
{
    int count = 0;
    const std::unique_ptr<LPWSTR, decltype(&LocalFree)> words(CommandLineToArgvW(GetCommandLineW(), &count), LocalFree);
    std::vector<std::string> texts;
    for (int i = 1; words && i < count; ++i)
        texts.push_back(toUtf8(words.get()[i]));
    return texts;
}

} // namespace countersign::demobank
