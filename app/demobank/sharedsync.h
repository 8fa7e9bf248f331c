#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include <exception>
#include <functional>
#include <memory>

namespace countersign::demobank {

/// Lets all who wait for durability while one sync runs share the next one: a disk that takes 20 ms for a sync answers
/// more than 50 requests a second. The sync has a thread of its own, everything else happens on the thread of `io`.
class SharedSync
{
public:
    using Failed = std::function<void(std::exception_ptr)>;
    /// `failed` hears what `sync` threw; who waited for it then waits for ever.
    SharedSync(boost::asio::io_context &io, std::function<void()> sync, Failed failed);

    /// Returns when a sync that began after this call has ended.
    [[nodiscard]] boost::asio::awaitable<void> done();

private:
    using Waiting = std::shared_ptr<boost::asio::steady_timer>;
    void begin();
    void end(const Waiting &waiting, std::exception_ptr failure);

    boost::asio::io_context &m_io;
    std::function<void()> m_sync;
    Failed m_failed;
    bool m_running = false;
    Waiting m_next;
    boost::asio::thread_pool m_thread{1};
};

} // namespace countersign::demobank
