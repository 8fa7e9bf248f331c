#pragma once

#include "core/clock.h"
#include "domain/payoutcontent.h"

namespace countersign {

/// What drafts are made from again and again. Its purpose may hold placeholders (domain/placeholders.h), its amount may
/// be empty; it has no source of its own. It vouches for nobody.
struct TemplateRecord
{
    TemplateId id;
    int version = 1;
    QString name; ///< 1 to 80 characters; no two alike, whatever the letter case
    PayoutDraft draft;
    QString user; ///< who saved this version
    Instant changedAt{};
    friend bool operator==(const TemplateRecord &, const TemplateRecord &) = default;
};

class TemplateReader
{
public:
    virtual ~TemplateReader() = default;
    /// By name; at most 1,000.
    [[nodiscard]] virtual Result<QList<TemplateRecord>> templates() = 0;
};

/// Part of a store's transaction.
class TemplateWriter
{
public:
    virtual ~TemplateWriter() = default;
    /// notFound when there is none.
    [[nodiscard]] virtual Result<TemplateRecord> paymentTemplate(const TemplateId &id) = 0;
    /// The one with this name, whatever the letter case.
    [[nodiscard]] virtual Result<std::optional<TemplateRecord>> templateOfName(const QString &name) = 0;
    /// With its first version, or with its next one. storeConflict when the version is not the next or the name taken.
    [[nodiscard]] virtual Result<> putTemplate(const TemplateRecord &record) = 0;
    [[nodiscard]] virtual Result<> deleteTemplate(const TemplateId &id) = 0;
};

} // namespace countersign
