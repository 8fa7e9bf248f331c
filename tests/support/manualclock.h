#pragma once

#include "core/clock.h"

namespace countersign {

/// A clock that a test turns.
class ManualClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] milliseconds monotonic() const override { return m_monotonic; }
    void advance(milliseconds by)
    {
        m_now += by;
        m_monotonic += by;
    }

private:
    Instant m_now = fromMilliseconds(1'795'347'696'000); // 2026-11-22T11:41:36Z
    milliseconds m_monotonic{5'000'000};
};

} // namespace countersign
