#pragma once

#include "ports/bankprotocol.h"

namespace countersign {

/// Bank 131's settlement-account flow in v1 (bank131-api.md 2.3: create and start exist in v1 only).
class Bank131Protocol final : public BankProtocol
{
public:
    [[nodiscard]] QString path(CallKind kind) const override;
    [[nodiscard]] QByteArray createBody(const QJsonObject &metadata) const override;
    [[nodiscard]] QByteArray startBody(const QString &sessionId, const PayoutContent &content,
                                       const QJsonObject &metadata) const override;
    [[nodiscard]] QByteArray decisionBody(const QString &sessionId, QByteArrayView slice) const override;
    [[nodiscard]] QByteArray statusBody(const QString &sessionId) const override;
    [[nodiscard]] Result<std::optional<QByteArray>> slice(QByteArrayView body) const override;
    [[nodiscard]] Result<SessionReading> readWebhook(QByteArrayView body) const override;
    [[nodiscard]] Result<ConfirmInformation> readConfirmInformation(QByteArrayView slice) const override;
    [[nodiscard]] Result<QByteArray> canonicalForm(QByteArrayView slice) const override;
    [[nodiscard]] CallOutcome classify(CallKind kind, const QString &sessionId, TransportReply reply) const override;
};

} // namespace countersign
