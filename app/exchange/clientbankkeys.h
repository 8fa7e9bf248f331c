#pragma once

#include <QByteArray>

namespace countersign {

/// Keys of the 1C exchange format (ru-payments.md 4.2), in UTF-8.
namespace keys {
inline constexpr char documentBegin[] = "СекцияДокумент";
inline constexpr char documentEnd[] = "КонецДокумента";
inline constexpr char balanceBegin[] = "СекцияРасчСчет";
inline constexpr char balanceEnd[] = "КонецРасчСчет";
inline constexpr char fileEnd[] = "КонецФайла";
inline constexpr char statementEnd[] = "КонецВыписки"; // in files of one bank (ru-payments.md 4.3)

inline constexpr char version[] = "ВерсияФормата";
inline constexpr char encoding[] = "Кодировка";
inline constexpr char program[] = "Отправитель";
inline constexpr char headerAccount[] = "РасчСчет";
inline constexpr char recipient[] = "Получатель"; // of the header, and of a document
inline constexpr char purpose[] = "НазначениеПлатежа";
} // namespace keys

/// A key that documents of the Russian format may have.
[[nodiscard]] bool isKnownKey(QByteArrayView key);
/// Known, and nothing is made of it: a field of budget payments or of other kinds of documents.
[[nodiscard]] bool isUnusedKey(QByteArrayView key);
/// НазначениеПлатежа and НазначениеПлатежа1 to 6.
[[nodiscard]] bool isPurposeKey(QByteArrayView key);
/// A key of the format's sisters in Kazakhstan, Belarus, Ukraine (ru-payments.md 4.4, 12).
[[nodiscard]] bool isForeignKey(QByteArrayView key);

} // namespace countersign
