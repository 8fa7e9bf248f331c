#pragma once

#include <QHash>
#include <QString>

namespace countersign {

/// Where identifiers and nonces come from. Thread-safe. Injected, so that a simulation replays exactly.
class Ids {
public:
    virtual ~Ids() = default;
    /// 128 random bits as 32 lower-case hexadecimal digits.
    [[nodiscard]] virtual QString next() = 0;
};

/// From the operating system's generator (QRandomGenerator::system()).
class SystemIds final : public Ids {
public:
    [[nodiscard]] QString next() override;
};

/// A typed identifier: a PayoutId is never taken for an AttemptId. Empty means "none".
template <class Tag>
struct Id {
    QString text;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &a, const Id &b) { return a.text.compare(b.text) <=> 0; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.text, seed); }
};

using PayoutId = Id<struct PayoutTag>;
using AttemptId = Id<struct AttemptTag>;
using IntentId = Id<struct IntentTag>;
using DecisionId = Id<struct DecisionTag>;
using RecipientId = Id<struct RecipientTag>; ///< an entry of the address book
using TemplateId = Id<struct TemplateTag>;   ///< what drafts are made from again and again
using ImportId = Id<struct ImportTag>;       ///< a file that became drafts

} // namespace countersign
