#pragma once

#include "payouts/recipientbook.h"

#include <QPromise>

namespace countersign {

inline RecipientRecord bookEntry(const QString &id, const QString &name)
{
    return {.id = {id},
            .version = 2,
            .details = {.name = name,
                        .inn = QStringLiteral("7701991200"),
                        .kpp = QStringLiteral("770101001"),
                        .bik = QStringLiteral("044525593"),
                        .account = QStringLiteral("40702810400009900256"),
                        .note = {}},
            .changedAt = fromMilliseconds(1'791'795'600'000)};
}

/// An address book whose answers a test sets; it answers at once and keeps what it was asked for.
class FakeRecipientBook final : public RecipientBook
{
public:
    QList<RecipientRecord> rows{bookEntry(QStringLiteral("r1"), QStringLiteral("ООО Вектор")),
                                bookEntry(QStringLiteral("r2"), QStringLiteral("<b>АО Сосна</b>"))};
    qint64 total = 2;
    Result<RecipientRecord> saveAnswer = bookEntry(QStringLiteral("r1"), QStringLiteral("ООО Вектор"));
    QList<RecipientQuery> queries;
    QStringList acts;
    RecipientDetails saved;

    QFuture<Result<RecipientPage>> recipients(RecipientQuery query) override
    {
        queries << query;
        return answered(
            Result<RecipientPage>(RecipientPage{query, total, query.retired ? QList<RecipientRecord>{} : rows}));
    }
    QFuture<Result<QList<RecipientChange>>> history(RecipientId id) override
    {
        const Instant at = fromMilliseconds(1'791'795'600'000);
        RecipientDetails before = rows.first().details;
        before.account = QStringLiteral("40702810700009900257");
        const QList<RecipientChange> changes{{id, 1, at, QStringLiteral("Анна Петрова"), false, before},
                                             {id, 2, at, QStringLiteral("Олег Смирнов"), false, rows.first().details}};
        return answered(Result<QList<RecipientChange>>(changes));
    }
    QFuture<Result<RecipientRecord>> save(RecipientId id, int seenVersion, RecipientDetails details) override
    {
        acts << QStringLiteral("save %1 %2").arg(id.text).arg(seenVersion);
        saved = details;
        return answered(saveAnswer);
    }
    QFuture<Result<>> retire(RecipientId id, int seenVersion) override
    {
        acts << QStringLiteral("retire %1 %2").arg(id.text).arg(seenVersion);
        return answered(Result<>());
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
