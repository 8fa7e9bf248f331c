#pragma once

#include <functional>

namespace countersign {

/// Runs work on another thread, in the order given. Thread-safe. Work posted after the thread has ended is dropped.
class Executor {
public:
    virtual ~Executor() = default;
    virtual void post(std::function<void()> work) = 0;
};

} // namespace countersign
