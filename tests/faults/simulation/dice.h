#pragma once

#include <chrono>
#include <random>

namespace countersign::faults {

/// Chance that repeats exactly, on every machine: std::mt19937_64 is fixed by the standard, its distributions are not.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_random(seed) {}

    /// 0 to limit - 1; limit above 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t limit) { return m_random() % limit; }
    [[nodiscard]] bool chance(unsigned percent) { return below(100) < percent; }
    [[nodiscard]] std::chrono::milliseconds between(std::chrono::milliseconds from, std::chrono::milliseconds to)
    {
        return from + std::chrono::milliseconds(below(static_cast<std::uint64_t>((to - from).count()) + 1));
    }
    template <class List>
    [[nodiscard]] const auto &pick(const List &list)
    {
        return list[static_cast<decltype(std::size(list))>(below(static_cast<std::uint64_t>(std::size(list))))];
    }

private:
    std::mt19937_64 m_random;
};

} // namespace countersign::faults
