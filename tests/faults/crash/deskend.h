#pragma once

namespace countersign::faults {

/// How a desk's process ended by itself: its exit code.
enum DeskEnd { finished = 0, frozen = 4, stuck = 5, notOpened = 6 };

} // namespace countersign::faults
