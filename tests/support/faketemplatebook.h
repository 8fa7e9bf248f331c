#pragma once

#include "payouts/templatebook.h"

#include <QPromise>

namespace countersign {

inline TemplateRecord sampleTemplate(const QString &id, const QString &name)
{
    return {.id = {id},
            .version = 2,
            .name = name,
            .draft = {.senderAccount = QStringLiteral("40702810300200000013"),
                      .recipientName = QStringLiteral("ООО Вектор"),
                      .inn = QStringLiteral("7701991200"),
                      .kpp = QStringLiteral("770101001"),
                      .bik = QStringLiteral("044525593"),
                      .account = QStringLiteral("40702810400009900256"),
                      .amount = QStringLiteral("3500,00"),
                      .purpose = QStringLiteral("Аренда за [месяц] по договору 7 от 01.02.2026. [НДС]")},
            .user = QStringLiteral("Анна Петрова"),
            .changedAt = fromMilliseconds(1'791'795'600'000)};
}

/// Templates whose answers a test sets; it answers at once and keeps what it was asked for.
class FakeTemplateBook final : public TemplateBook
{
public:
    QList<TemplateRecord> rows{sampleTemplate(QStringLiteral("t1"), QStringLiteral("Аренда офиса")),
                               sampleTemplate(QStringLiteral("t2"), QStringLiteral("<b>Связь</b>"))};
    Result<TemplateRecord> saveAnswer = sampleTemplate(QStringLiteral("t1"), QStringLiteral("Аренда офиса"));
    Result<> removeAnswer;
    QStringList acts;
    PayoutDraft saved;

    QFuture<Result<QList<TemplateRecord>>> templates() override
    {
        return answered(Result<QList<TemplateRecord>>(rows));
    }
    QFuture<Result<TemplateRecord>> save(TemplateId id, int seenVersion, QString name, PayoutDraft draft) override
    {
        acts << QStringLiteral("save %1 %2 %3").arg(id.text).arg(seenVersion).arg(name);
        saved = draft;
        return answered(saveAnswer);
    }
    QFuture<Result<>> remove(TemplateId id, int seenVersion) override
    {
        acts << QStringLiteral("remove %1 %2").arg(id.text).arg(seenVersion);
        return answered(removeAnswer);
    }

private:
    template <class T>
    static QFuture<T> answered(T value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
};

} // namespace countersign
