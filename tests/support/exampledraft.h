#pragma once

#include "domain/payoutcontent.h"

#include <QString>

namespace countersign::test {

/// The payout that most tests make: complete, without a warning, to a recipient that the practice bank pays.
inline PayoutDraft exampleDraft(const QString &amount)
{
    using namespace Qt::StringLiterals;
    return {.senderAccount = u"40702810300200000013"_s,
            .recipientName = u"ООО \"Ясный Причал\""_s,
            .inn = u"7701991200"_s,
            .kpp = u"770101001"_s,
            .bik = u"044525593"_s,
            .account = u"40702810400009900256"_s,
            .amount = amount,
            .purpose = u"Оплата по договору поставки № 14 от 12.01.2026. НДС не облагается."_s};
}

} // namespace countersign::test
