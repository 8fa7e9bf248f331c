#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace countersign {

/// What must work before a payout can leave, in this order.
enum class ConnectionStep {
    nameLookup, ///< the bank's host name has an address
    connection, ///< something listens there
    tls,        ///< its certificate is valid for that name and trusted
    project,    ///< the bank knows the project id and lets it in
    signature,  ///< the bank accepts our signature
};
inline constexpr int connectionStepCount = 5;

enum class StepOutcome {
    works,
    fails,
    notNeeded, ///< the address does not call for it: no name to look up, plain practice bank, a proxy does it
    notTried,  ///< an earlier step failed
    unclear,   ///< the bank answered something that tells neither
};

struct StepResult {
    ConnectionStep step = ConnectionStep::nameLookup;
    StepOutcome outcome = StepOutcome::notTried;
    QString detail; ///< technical: an address, the library's or the bank's own text, the bank's error code
    friend bool operator==(const StepResult &, const StepResult &) = default;
};

/// The setup assistant's "Test connection". Asks the bank one harmless question. `done` comes exactly once, on the
/// thread of the object, never from inside `run`, with all steps in their order. One run at a time.
class ConnectionTest {
public:
    using Done = std::function<void(QList<StepResult>)>;
    virtual ~ConnectionTest() = default;
    virtual void run(Done done) = 0;
};

} // namespace countersign
