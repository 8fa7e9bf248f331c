#include "exchange/importfinding.h"

#include "core/storedwords.h"
#include "domain/findingnames.h"

namespace countersign {

namespace {

constexpr std::array kindNames{QLatin1String("fileEndMissing"),
                               QLatin1String("fileVersionUnknown"),
                               QLatin1String("fileNotRussian"),
                               QLatin1String("fileHeaderRepeated"),
                               QLatin1String("fileDocumentAfterEnd"),
                               QLatin1String("fileStrayLine"),
                               QLatin1String("fileEncodingDiffers"),
                               QLatin1String("fileIsStatement"),
                               QLatin1String("fileImportedBefore"),
                               QLatin1String("fileWithoutRows"),
                               QLatin1String("fileTooManyRows"),
                               QLatin1String("fileQuoteUnclosed"),
                               QLatin1String("fileRowAboveHeader"),
                               QLatin1String("fileColumnsMissing"),
                               QLatin1String("fileColumnsHidden"),
                               QLatin1String("fileSheetsMore"),
                               QLatin1String("fileTotalDiffers"),
                               QLatin1String("fileTotalFits"),
                               QLatin1String("rowTooShort"),
                               QLatin1String("rowTooLong"),
                               QLatin1String("rowBrokenQuotes"),
                               QLatin1String("rowHidden"),
                               QLatin1String("senderChosen"),
                               QLatin1String("rowSameNumber"),
                               QLatin1String("rowRepeated"),
                               QLatin1String("rowImportedBefore"),
                               QLatin1String("cellCut"),
                               QLatin1String("cellBadBytes"),
                               QLatin1String("cellFormulaError"),
                               QLatin1String("cellFormula"),
                               QLatin1String("cellReshaped"),
                               QLatin1String("numberRounded"),
                               QLatin1String("numberExponent"),
                               QLatin1String("leadingZeroLost"),
                               QLatin1String("amountBothSigns"),
                               QLatin1String("documentUnfinished"),
                               QLatin1String("documentStrayLine"),
                               QLatin1String("documentKeyRepeated"),
                               QLatin1String("documentKindOther"),
                               QLatin1String("documentOfBudget"),
                               QLatin1String("documentBooked"),
                               QLatin1String("documentOfStatement"),
                               QLatin1String("documentDateWrong"),
                               QLatin1String("documentNumberMissing"),
                               QLatin1String("documentNumberLong"),
                               QLatin1String("documentNumberRound"),
                               QLatin1String("documentAccountsDiffer"),
                               QLatin1String("documentInnDiffers"),
                               QLatin1String("documentNamesDiffer"),
                               QLatin1String("documentIncomeCode"),
                               QLatin1String("documentPriority"),
                               QLatin1String("documentUrgent"),
                               QLatin1String("documentUrgencyUnknown"),
                               QLatin1String("documentUin"),
                               QLatin1String("documentUnknownKey"),
                               QLatin1String("documentUnusedKey"),
                               QLatin1String("correspondentWrong"),
                               QLatin1String("correspondentDiffers")};
static_assert(kindNames.size() == static_cast<size_t>(ImportFindingKind::correspondentDiffers) + 1);

constexpr StoredWords<ImportFindingKind, kindNames.size()> kinds(kindNames);

} // namespace

QString importFindingName(ImportFindingKind kind)
{
    return kinds.of(kind);
}

QString findingName(const ImportFinding &finding)
{
    if (const auto *own = std::get_if<ImportFindingKind>(&finding.kind)) return importFindingName(*own);
    return findingKindName(std::get<FindingKind>(finding.kind));
}

} // namespace countersign
