#pragma once

#include "payouts/recipientbook.h"
#include "ports/executor.h"
#include "ports/payoutreader.h"

#include <functional>

namespace countersign {

class Engine;

/// The window's address book over an engine and a reader on other threads.
class EngineBook final : public RecipientBook
{
    Q_OBJECT
public:
    /// `attached` is called on the engine's thread: the engine, or null while there is none. All outlive the book.
    EngineBook(Executor &engine, Executor &readers, PayoutReader &reader, std::function<Engine *()> attached);

    QFuture<Result<RecipientPage>> recipients(RecipientQuery query) override;
    QFuture<Result<QList<RecipientChange>>> history(RecipientId id) override;
    QFuture<Result<RecipientRecord>> save(RecipientId id, int seenVersion, RecipientDetails details) override;
    QFuture<Result<>> retire(RecipientId id, int seenVersion) override;

private:
    /// Any thread: `changed` on the window's.
    void announce();

    Executor &m_engine;
    Executor &m_readers;
    PayoutReader &m_reader;
    std::function<Engine *()> m_attached;
};

} // namespace countersign
