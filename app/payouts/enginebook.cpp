#include "payouts/enginebook.h"

#include "payouts/engine.h"
#include "ports/runon.h"

namespace countersign {

EngineBook::EngineBook(Executor &engine, Executor &readers, PayoutReader &reader, std::function<Engine *()> attached)
    : m_engine(engine), m_readers(readers), m_reader(reader), m_attached(std::move(attached))
{
}

QFuture<Result<RecipientPage>> EngineBook::recipients(RecipientQuery query)
{
    return runOn<RecipientPage>(m_readers, [this, query] { return m_reader.recipients(query); });
}

QFuture<Result<QList<RecipientChange>>> EngineBook::history(RecipientId id)
{
    return runOn<QList<RecipientChange>>(m_readers, [this, id] { return m_reader.recipientHistory(id); });
}

QFuture<Result<RecipientRecord>> EngineBook::save(RecipientId id, int seenVersion, RecipientDetails details)
{
    return runOn<RecipientRecord>(m_engine, [this, id, seenVersion, details]() -> Result<RecipientRecord> {
        Engine *engine = m_attached();
        if (!engine) return fail(ErrorCode::storeUnavailable);
        auto saved = engine->saveRecipient(id, seenVersion, details);
        if (saved) announce();
        return saved;
    });
}

QFuture<Result<>> EngineBook::retire(RecipientId id, int seenVersion)
{
    return runOn<void>(m_engine, [this, id, seenVersion]() -> Result<> {
        Engine *engine = m_attached();
        if (!engine) return fail(ErrorCode::storeUnavailable);
        const auto retired = engine->retireRecipient(id, seenVersion);
        if (retired) announce();
        return retired;
    });
}

void EngineBook::announce()
{
    QMetaObject::invokeMethod(this, &RecipientBook::changed, Qt::QueuedConnection);
}

} // namespace countersign
