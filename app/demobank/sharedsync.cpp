#include <utility>

#include "demobank/sharedsync.h"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace countersign::demobank {

namespace asio = boost::asio;

SharedSync::SharedSync(asio::io_context &io, std::function<void()> sync, Failed failed)
    : m_io(io), m_sync(std::move(sync)), m_failed(std::move(failed))
{
}

asio::awaitable<void> SharedSync::done()
{
    if (!m_next) m_next = std::make_shared<asio::steady_timer>(m_io, asio::steady_timer::time_point::max());
    const Waiting mine = m_next;
    if (!m_running) begin();
    boost::system::error_code woken;
    co_await mine->async_wait(asio::redirect_error(asio::use_awaitable, woken));
}

void SharedSync::begin()
{
    m_running = true;
    asio::post(m_thread, [this, waiting = std::exchange(m_next, nullptr)]() mutable {
        std::exception_ptr failure;
        try {
            m_sync();
        } catch (...) {
            failure = std::current_exception();
        }
        asio::post(m_io, [this, waiting = std::move(waiting), failure] { end(waiting, failure); });
    });
}

void SharedSync::end(const Waiting &waiting, std::exception_ptr failure)
{
    m_running = false;
    if (failure) return m_failed(failure);
    waiting->cancel();
    if (m_next) begin();
}

} // namespace countersign::demobank
