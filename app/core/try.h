#pragma once

#include "core/error.h"

// g++ 12's std::expected has no and_then; these two lines per fallible step would drown the step itself.

/// Leaves the function with the step's error, if it has one.
#define COUNTERSIGN_TRY(step)                                                                                          \
    do {                                                                                                               \
        if (auto tried = (step); !tried) return std::unexpected(std::move(tried).error());                             \
    } while (false)

/// Names the step's value, or leaves the function with its error.
#define COUNTERSIGN_TRY_INTO(name, step)                                                                               \
    auto name##Tried = (step);                                                                                         \
    if (!name##Tried) return std::unexpected(std::move(name##Tried).error());                                          \
    auto &name = *name##Tried
