#include "demobank/files.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace countersign::demobank {

std::filesystem::path pathFrom(std::string_view text)
{
    return {std::u8string(text.begin(), text.end())};
}

std::string readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("The file " + path.string() + " cannot be read.");
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace countersign::demobank
