#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::demobank {

/// The path that a text in UTF-8 names. On Windows a path made of such a text directly is another one.
[[nodiscard]] std::filesystem::path pathFrom(std::string_view text);

/// Reads a whole file; throws std::runtime_error naming it when that fails.
[[nodiscard]] std::string readFile(const std::filesystem::path &path);
/// Writes a file that only its owner can read, durably; throws std::runtime_error when that fails.
void writePrivateFile(const std::filesystem::path &path, std::string_view text);

/// A file that grows at its end, locked for one writer, readable by its owner only. Everything throws
/// std::runtime_error when the system refuses.
class GrowingFile
{
public:
    /// Makes the file when it is not there. Throws also when somebody else has it open.
    explicit GrowingFile(std::filesystem::path path);
    ~GrowingFile();
    GrowingFile(const GrowingFile &) = delete;
    GrowingFile &operator=(const GrowingFile &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    void append(std::string_view bytes);
    /// Cuts off what stands behind the first `size` bytes.
    void cut(std::size_t size);
    /// Returns when everything appended before is on the disk. May run on a thread of its own while append() goes on.
    void sync();

private:
    std::filesystem::path m_path;
    std::intptr_t m_handle;
};

/// The command line as UTF-8, without the program's name. On Windows the system is asked: `argv` lacks what the code
/// page has not.
[[nodiscard]] std::vector<std::string> arguments(int argc, char **argv);

} // namespace countersign::demobank
