#pragma once

namespace countersign {

/// What `ReadingProgress` is told at the end.
constexpr int wholePermille = 1000;

/// Is told how far a reading is, on the thread that reads, and answers whether to go on.
class ReadingProgress
{
public:
    virtual ~ReadingProgress() = default;
    /// `permille` of the whole, never falling. False: stop; the reading then ends with ErrorCode::cancelled.
    [[nodiscard]] virtual bool reached(int permille) = 0;
};

/// For readings that nobody watches.
class UnwatchedReading final : public ReadingProgress
{
public:
    [[nodiscard]] bool reached(int) override { return true; }
};

} // namespace countersign
