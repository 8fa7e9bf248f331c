#pragma once

#include "faults/checker/traces.h"

namespace countersign::faults {

/// What one rule finds.
class Findings
{
public:
    explicit Findings(QString rule) : m_rule(std::move(rule)) {}
    void add(const QString &what) { m_violations.append({m_rule, what}); }
    [[nodiscard]] const QList<Violation> &all() const { return m_violations; }

private:
    QString m_rule;
    QList<Violation> m_violations;
};

/// One invariant: pure, from the traces alone.
struct Rule
{
    QString name;
    QString says;
    void (*judge)(const Traces &traces, Findings &findings);
    bool whenSettled = false; ///< holds only after 24 hours without faults
};

[[nodiscard]] QList<Rule> moneyRules();
[[nodiscard]] QList<Rule> callRules();
[[nodiscard]] QList<Rule> recordRules();
[[nodiscard]] QList<Rule> endRules();

} // namespace countersign::faults
