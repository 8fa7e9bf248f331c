#include <utility>

#include "demobank/sharedsync.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <QtTest>

#include <atomic>
#include <stdexcept>

using namespace countersign::demobank;
namespace asio = boost::asio;

/// Many wait for the disk, and it is asked a few times only.
class SharedSyncTest : public QObject
{
    Q_OBJECT

private:
    static asio::awaitable<void> waitOnce(SharedSync &sync, int &done)
    {
        co_await sync.done();
        ++done;
    }

private Q_SLOTS:
    void allWhoWaitTogetherShareTheNextSync()
    {
        asio::io_context io{1};
        std::atomic<int> syncs = 0;
        SharedSync sync(
            io, [&] { ++syncs; }, [](std::exception_ptr) { qFatal("the sync failed"); });
        int done = 0;
        for (int i = 0; i < 100; ++i)
            asio::co_spawn(io, waitOnce(sync, done), asio::detached);
        io.run();
        QCOMPARE(done, 100);
        QCOMPARE(syncs.load(), 2); // the first one's, and one for all who came while it ran
    }

    void nobodyGoesOnAfterAFailedSync()
    {
        asio::io_context io{1};
        int failures = 0;
        SharedSync sync(
            io, [] { throw std::runtime_error("disk"); },
            [&](std::exception_ptr) {
                ++failures;
                io.stop();
            });
        int done = 0;
        asio::co_spawn(io, waitOnce(sync, done), asio::detached);
        asio::co_spawn(io, waitOnce(sync, done), asio::detached);
        io.run();
        QCOMPARE(failures, 1);
        QCOMPARE(done, 0);
    }
};

QTEST_GUILESS_MAIN(SharedSyncTest)
#include "tst_sharedsync.moc"
