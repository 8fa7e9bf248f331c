#pragma once

#include <QString>

namespace countersign::faults::marks {

// What a person types, or the bank writes, and what must be found again nowhere but where it belongs. Each is unlike
// anything else in a run. Reasons and the bank's words are in Latin letters, which the masked log would let through.

// of other people
inline const QString recipientName = QStringLiteral("ООО \"Ясная Отметина\"");
inline const QString otherRecipientName = QStringLiteral("ООО \"Тусклая Отметина\"");
inline const QString recipientInn = QStringLiteral("7716482598");
inline const QString recipientKpp = QStringLiteral("771642319");
inline const QString recipientAccount = QStringLiteral("40702810000073917264");
inline const QString recipientNote = QStringLiteral("ring before noon, the gate is green");
inline const QString purpose = QStringLiteral("Оплата по метке № 14-Щ от 12.01.2026. НДС не облагается.");
inline const QString typedAmount = QStringLiteral("731948,56");
inline const QString amount = QStringLiteral("73194856");
inline const QString templateName = QStringLiteral("rent of the marked barn");
inline const QString importFile = QStringLiteral("marked-export-of-friday.txt");
inline const QString documentNumber = QStringLiteral("904713");
inline const QString bankErrorText = QStringLiteral("the beneficiary has moved to Saratov");
inline const QString approvalReason = QStringLiteral("as agreed with the marked lady");
inline const QString cancelReason = QStringLiteral("the crane came without its hook");
inline const QString orderReason = QStringLiteral("their desk says that it waits for us");
inline const QString freezeReason = QStringLiteral("a stranger sat at my desk");
inline const QString liftReason = QStringLiteral("it was the new plumber");

// of ours
inline const QString operatorName = QStringLiteral("Ефросинья Меткина");
inline const QString companyName = QStringLiteral("ООО \"Меченая Компания\"");
inline const QString companyInn = QStringLiteral("1659382748");
inline const QString companyKpp = QStringLiteral("165943817");
inline const QString senderAccount = QStringLiteral("40702810100058264913");
inline const QString accountTitle = QStringLiteral("for the marked wages");
inline const QString project = QStringLiteral("marked-project");
inline const QString submerchant = QStringLiteral("marked-submerchant");
inline const QString dropFolder = QStringLiteral("marked-drop-folder");

inline const QString wrongPassword = QStringLiteral("by mistake typed mark 4711");

// Beside the desk's own folders, where the run begins with them: our keys in the clear.
inline const QString signingKey = QStringLiteral("signing.pem");
inline const QString webhookKey = QStringLiteral("webhook.pem");
inline const QString webhookCertificate = QStringLiteral("webhook-certificate.pem");

// Where the run leaves the program's log, and the report of a problem.
inline const QString logFolder = QStringLiteral("log");
inline const QString reportFolder = QStringLiteral("report");

} // namespace countersign::faults::marks
