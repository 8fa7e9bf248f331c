#include "payouts/enginetemplates.h"

#include "payouts/engine.h"
#include "ports/runon.h"

namespace countersign {

EngineTemplates::EngineTemplates(Executor &engine, Executor &readers, TemplateReader &reader,
                                 std::function<Engine *()> attached)
    : m_engine(engine), m_readers(readers), m_reader(reader), m_attached(std::move(attached))
{
}

QFuture<Result<QList<TemplateRecord>>> EngineTemplates::templates()
{
    return runOn<QList<TemplateRecord>>(m_readers, [this] { return m_reader.templates(); });
}

QFuture<Result<TemplateRecord>> EngineTemplates::save(TemplateId id, int seenVersion, QString name, PayoutDraft draft)
{
    return runOn<TemplateRecord>(m_engine, [this, id, seenVersion, name, draft]() -> Result<TemplateRecord> {
        Engine *engine = m_attached();
        if (!engine) return fail(ErrorCode::storeUnavailable);
        auto saved = engine->saveTemplate(id, seenVersion, name, draft);
        if (saved) announce();
        return saved;
    });
}

QFuture<Result<>> EngineTemplates::remove(TemplateId id, int seenVersion)
{
    return runOn<void>(m_engine, [this, id, seenVersion]() -> Result<> {
        Engine *engine = m_attached();
        if (!engine) return fail(ErrorCode::storeUnavailable);
        const auto removed = engine->removeTemplate(id, seenVersion);
        if (removed) announce();
        return removed;
    });
}

void EngineTemplates::announce()
{
    QMetaObject::invokeMethod(this, &TemplateBook::changed, Qt::QueuedConnection);
}

} // namespace countersign
