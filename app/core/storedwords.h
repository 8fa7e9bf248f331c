#pragma once

#include <QString>

#include <array>
#include <optional>

namespace countersign {

/// The words under which an enum is stored, in the order of its values, which count from 0 without gaps. Words once
/// stored are never changed.
template <class Enum, size_t count>
class StoredWords
{
public:
    explicit constexpr StoredWords(std::array<QLatin1String, count> words) : m_words(words) {}

    [[nodiscard]] QString of(Enum value) const { return m_words[static_cast<size_t>(value)]; }
    /// Nothing for a word that is not in the list.
    [[nodiscard]] std::optional<Enum> find(QStringView word) const
    {
        for (size_t i = 0; i < count; ++i) {
            if (m_words[i] == word) return static_cast<Enum>(i);
        }
        return std::nullopt;
    }

private:
    std::array<QLatin1String, count> m_words;
};

} // namespace countersign
