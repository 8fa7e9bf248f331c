#pragma once

#include "bank131/signedpost.h"
#include "ports/bankreports.h"

namespace countersign {

/// Bank 131's report calls (bank131-api.md 5.9), v1, POST.
class ReportClient final : public BankReports
{
public:
    /// `signer` outlives it.
    ReportClient(TransportOptions options, const Signer &signer) : m_post(std::move(options), signer) {}

    void balance(const AccountNumber &account, std::function<void(Result<Money>)> done) override;

private:
    SignedPost m_post;
};

/// Reads an answer about `account`'s balance; errors as BankReports::balance.
[[nodiscard]] Result<Money> readBalance(const AccountNumber &account, const TransportReply &reply);

} // namespace countersign
