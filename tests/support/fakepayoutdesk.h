#pragma once

#include "payouts/payoutdesk.h"

#include <QHash>
#include <QPromise>

#include <functional>

namespace countersign {

/// A PayoutDesk that a test writes the script of. It answers at once, or, while `holdAnswers` is true, only when the
/// test calls release(). It keeps a record of every act in `acts` ("decide 7", "freeze because"), with the arguments
/// that matter in the members named after the act.
class FakePayoutDesk : public PayoutDesk
{
public:
    using PayoutDesk::PayoutDesk;

    // what it answers
    std::function<ValidationReport(const PayoutDraft &)> checkAnswer = [](const PayoutDraft &) {
        return ValidationReport{};
    };
    std::function<QList<BankEntry>(const QString &, qsizetype)> banksAnswer = [](const QString &, qsizetype) {
        return QList<BankEntry>();
    };
    /// Everybody was paid before, unless a test says otherwise.
    std::function<Result<RecipientCheck>(const PayoutDraft &)> recipientAnswer = [](const PayoutDraft &draft) {
        return RecipientCheck{.who = identityOf(draft),
                              .standing = {.kind = StandingKind::paidBefore, .payments = 1},
                              .actOf = {},
                              .duplicates = {}};
    };
    Result<PayoutId> saveDraftAnswer = PayoutId{QStringLiteral("saved")};
    Result<PayoutId> payAgainAnswer = PayoutId{QStringLiteral("again")};
    Result<> actAnswer;                          ///< of every act without an own answer
    QHash<QString, Result<>> actAnswers;         ///< by act's name: "decide" → gateRefused
    QHash<PayoutId, Result<ReviewSheet>> sheets; ///< readReview, openReview; otherwise wrongState
    QHash<PayoutId, PayoutDossier> dossiers;     ///< dossier; otherwise notFound
    QHash<QString, Result<Balance>> balances;    ///< by account; otherwise networkFailed
    Overview overviewAnswer;
    QList<qint64> countsAnswer = QList<qint64>(folderCount, 0);
    QList<ListRow> rows; ///< what page() serves, filtered by the folder's states and the search
    /// Serves page() instead of `rows` when set: total and one row by its place.
    qint64 generatedTotal = 0;
    std::function<ListRow(qint64)> generateRow;
    std::optional<Error> pageError;
    std::optional<Error> dossierError;

    // what was asked
    QStringList acts;
    QList<ListQuery> queries; ///< each page asked for
    QList<PayoutDraft> savedDrafts;
    QList<ReviewAct> decisions;
    QList<PersonOrder> orders;
    QList<SendingActs> sendingActs;
    QList<PayoutId> checkedRecipients;
    mutable int checks = 0;

    bool holdAnswers = false;
    /// Gives all answers held back so far, in the order of the questions.
    void release()
    {
        const auto held = std::exchange(m_held, {});
        for (const auto &answer : held)
            answer();
    }

    ValidationReport check(const PayoutDraft &draft) const override
    {
        ++checks;
        return checkAnswer(draft);
    }
    QList<BankEntry> banks(const QString &text, qsizetype limit) const override { return banksAnswer(text, limit); }
    QFuture<Result<PayoutId>> saveDraft(PayoutId id, PayoutDraft draft) override
    {
        acts << QStringLiteral("saveDraft %1").arg(id.text).trimmed();
        savedDrafts << draft;
        return answer(saveDraftAnswer);
    }
    QFuture<Result<>> discardDraft(PayoutId id) override { return act(QStringLiteral("discardDraft"), id.text); }
    QFuture<Result<RecipientCheck>> checkRecipient(PayoutId self, PayoutDraft draft) override
    {
        checkedRecipients << self;
        return answer(recipientAnswer(draft));
    }
    QFuture<Result<>> sendForChecking(PayoutId id, SendingActs given) override
    {
        sendingActs << given;
        return act(QStringLiteral("sendForChecking"), id.text);
    }
    QFuture<Result<>> withdraw(PayoutId id) override { return act(QStringLiteral("withdraw"), id.text); }
    QFuture<Result<PayoutId>> payAgain(PayoutId id) override
    {
        acts << QStringLiteral("payAgain %1").arg(id.text);
        return answer(payAgainAnswer);
    }
    QFuture<Result<ReviewSheet>> readReview(PayoutId id) override
    {
        return answer(sheets.value(id, fail(ErrorCode::wrongState)));
    }
    QFuture<Result<ReviewSheet>> openReview(PayoutId id) override
    {
        acts << QStringLiteral("openReview %1").arg(id.text);
        return answer(sheets.value(id, fail(ErrorCode::wrongState)));
    }
    QFuture<Result<>> decide(PayoutId id, ReviewAct decision) override
    {
        decisions << decision;
        return act(QStringLiteral("decide"), id.text);
    }
    QFuture<Result<>> askNow(PayoutId id) override { return act(QStringLiteral("askNow"), id.text); }
    QFuture<Result<>> order(PayoutId id, PersonOrder order, QString reason) override
    {
        orders << order;
        return act(QStringLiteral("order"), (id.text + u' ' + reason).trimmed());
    }
    QFuture<Result<>> freeze(QString reason) override { return act(QStringLiteral("freeze"), reason); }
    QFuture<Result<>> liftFreeze(QString reason) override { return act(QStringLiteral("liftFreeze"), reason); }

    QFuture<Result<ListPage>> page(ListQuery query) override
    {
        queries << query;
        if (pageError) return answer(Result<ListPage>(std::unexpected(*pageError)));
        return answer(Result<ListPage>(generateRow ? generatedPage(query) : pageOfRows(query)));
    }
    QFuture<Result<QList<qint64>>> counts() override { return answer(Result<QList<qint64>>(countsAnswer)); }
    QFuture<Result<PayoutDossier>> dossier(PayoutId id) override
    {
        if (dossierError) return answer(Result<PayoutDossier>(std::unexpected(*dossierError)));
        if (!dossiers.contains(id)) return answer(Result<PayoutDossier>(fail(ErrorCode::notFound)));
        return answer(Result<PayoutDossier>(dossiers.value(id)));
    }
    Overview overview() const override { return overviewAnswer; }
    QFuture<Result<Balance>> balance(AccountNumber account) override
    {
        return answer(balances.value(account.text(), fail(ErrorCode::networkFailed)));
    }

private:
    template <class T>
    QFuture<T> answer(T value)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        auto give = [promise, value = std::move(value)] {
            promise->addResult(value);
            promise->finish();
        };
        if (holdAnswers) {
            m_held << give;
        } else {
            give();
        }
        return promise->future();
    }
    QFuture<Result<>> act(const QString &name, const QString &arguments)
    {
        acts << QStringLiteral("%1 %2").arg(name, arguments).trimmed();
        return answer(actAnswers.value(name, actAnswer));
    }
    ListPage generatedPage(const ListQuery &query) const
    {
        ListPage page{query, generatedTotal, {}};
        const qint64 end = std::min<qint64>(generatedTotal, qint64{query.offset} + query.limit);
        for (qint64 i = query.offset; i < end; ++i)
            page.rows << generateRow(i);
        return page;
    }
    ListPage pageOfRows(const ListQuery &query) const
    {
        QList<ListRow> fitting;
        for (const ListRow &row : rows) {
            if (fits(row, query)) fitting << row;
        }
        return {query, fitting.size(), fitting.mid(query.offset, query.limit)};
    }
    static bool fits(const ListRow &row, const ListQuery &query)
    {
        const QList<PayoutState> states = query.folder == Folder::all ? QList<PayoutState>() : statesOf(query.folder);
        const bool inFolder =
            states.isEmpty() || states.contains(row.state) || (query.folder == Folder::needsAttention && row.alarmed);
        const QString text = row.recipientName + u' ' + row.recipientAccount + u' ' + row.purpose;
        return inFolder && text.contains(query.search, Qt::CaseInsensitive);
    }

    QList<std::function<void()>> m_held;
};

} // namespace countersign
