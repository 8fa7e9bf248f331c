#pragma once

#include "core/clock.h"

namespace countersign {

/// A wait between two tries. The clock may be set back meanwhile: a clock that stands before the moment when the pause
/// began ends it, so that no jump makes it longer than twice its length. Made without arguments it is over.
class Pause
{
public:
    Pause() = default;
    Pause(Instant from, milliseconds length) : m_from(from), m_end(from + length) {}

    [[nodiscard]] bool isOver(Instant now) const { return now >= m_end || now < m_from; }
    /// When something can be done: the moment itself, or later.
    [[nodiscard]] Instant end(Instant now) const { return isOver(now) ? now : m_end; }
    void endBy(Instant moment) { m_end = std::min(m_end, moment); }
    /// Which of two has waited longer.
    friend bool operator<(const Pause &a, const Pause &b) { return a.m_end < b.m_end; }

private:
    Instant m_from{};
    Instant m_end{};
};

} // namespace countersign
