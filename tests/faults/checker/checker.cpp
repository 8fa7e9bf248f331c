#include "faults/checker/rules.h"

namespace countersign::faults {

static QList<Rule> allRules()
{
    return moneyRules() + callRules() + recordRules() + endRules();
}

QList<Violation> findViolations(const Evidence &evidence)
{
    const Traces traces = readTraces(evidence);
    QList<Violation> violations;
    const QList<Rule> rules = allRules();
    for (const Rule &rule : rules) {
        if (rule.whenSettled && !evidence.settled) continue;
        Findings findings(rule.name);
        rule.judge(traces, findings);
        violations += findings.all();
    }
    return violations;
}

QList<std::pair<QString, QString>> ruleNames()
{
    QList<std::pair<QString, QString>> names;
    const QList<Rule> rules = allRules();
    for (const Rule &rule : rules)
        names.append({rule.name, rule.says});
    return names;
}

} // namespace countersign::faults
