#pragma once

#include "payouts/templatebook.h"
#include "ports/executor.h"

#include <functional>

namespace countersign {

class Engine;

/// The window's templates over an engine and a reader on other threads.
class EngineTemplates final : public TemplateBook
{
    Q_OBJECT
public:
    /// `attached` is called on the engine's thread: the engine, or null while there is none. All outlive the book.
    EngineTemplates(Executor &engine, Executor &readers, TemplateReader &reader, std::function<Engine *()> attached);

    QFuture<Result<QList<TemplateRecord>>> templates() override;
    QFuture<Result<TemplateRecord>> save(TemplateId id, int seenVersion, QString name, PayoutDraft draft) override;
    QFuture<Result<>> remove(TemplateId id, int seenVersion) override;

private:
    /// Any thread: `changed` on the window's.
    void announce();

    Executor &m_engine;
    Executor &m_readers;
    TemplateReader &m_reader;
    std::function<Engine *()> m_attached;
};

} // namespace countersign
