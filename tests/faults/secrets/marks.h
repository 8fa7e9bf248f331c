#pragma once

#include <QString>
#include <QStringList>

namespace countersign::faults::marks {

// What a person types and what must be found again nowhere but in the store. Each is unlike anything else in a run.

inline const QString operatorName = QStringLiteral("Ефросинья Меткина");
inline const QString companyName = QStringLiteral("ООО \"Меченая Компания\"");
inline const QString recipientName = QStringLiteral("ООО \"Ясная Отметина\"");
inline const QString otherRecipientName = QStringLiteral("ООО \"Тусклая Отметина\"");
inline const QString recipientAccount = QStringLiteral("40702810400009900256");
inline const QString recipientInn = QStringLiteral("7701991200");
inline const QString purpose = QStringLiteral("Оплата по метке № 14-Щ от 12.01.2026. НДС не облагается.");
inline const QString typedAmount = QStringLiteral("731948,56");
inline const QString amount = QStringLiteral("73194856");
inline const QString reason = QStringLiteral("as agreed by telephone"); // FlowWorld's person writes it
inline const QString senderAccount = QStringLiteral("40702810300200000013");
inline const QString wrongPassword = QStringLiteral("by mistake typed mark 4711");

// Where the run leaves the program's log, and the report of a problem.
inline const QString logFolder = QStringLiteral("log");
inline const QString reportFolder = QStringLiteral("report");

} // namespace countersign::faults::marks
