// Tables in text, in any encoding and with any separator: the same bytes always mean the same, and no row is taken that
// is no payment. Input: the file.

#include "exchangefile.h"

namespace countersign::fuzz {

void tryBytes(QByteArrayView bytes)
{
    readAsImport(bytes);
}

QList<QByteArray> seeds()
{
    const QByteArray header = "Получатель;ИНН;КПП;БИК;Счет;Сумма;Назначение\r\n";
    const QByteArray row =
        "\"ООО \"\"Вектор\"\"\";7701000019;770101001;044525974;40702810500000000001;3 500,00;Оплата. Без НДС\r\n";
    const QString text = QString::fromUtf8(header + row);
    return {header + row,
            "\xEF\xBB\xBF" + header + row + row,
            QByteArray(header + row).replace(';', '\t'),
            "recipient,inn,kpp,bik,account,amount,purpose\n\"a,b\",7701000019,770101001,044525974,"
            "40702810500000000001,\"3,500.00\",x\n",
            header + "'=1+1;;;44525974;4.07E+19;1.234,5;\"unclosed\n",
            QByteArray("\xFF\xFE") + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)};
}

} // namespace countersign::fuzz
