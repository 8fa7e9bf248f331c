#include "unit/exchange/importkit.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(countersign::TextEncoding)

class TextEncodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBytesTellTheEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<TextEncoding>("expected");
        const QByteArray text = csvHeader + csvRow;
        const QString wide = QString::fromUtf8(text);
        QTest::addRow("plain letters") << QByteArray("name;amount\nA;1\n") << TextEncoding::utf8;
        QTest::addRow("UTF-8") << text << TextEncoding::utf8;
        QTest::addRow("windows-1251") << inCodePage(text, TextEncoding::windows1251) << TextEncoding::windows1251;
        QTest::addRow("cp866") << inCodePage(text, TextEncoding::cp866) << TextEncoding::cp866;
        QTest::addRow("windows-1251 in capitals")
            << inCodePage("ПОЛУЧАТЕЛЬ;СУММА\nООО ВЕКТОР;1\n", TextEncoding::windows1251) << TextEncoding::windows1251;
        QTest::addRow("cp866 in capitals")
            << inCodePage("ПОЛУЧАТЕЛЬ;СУММА\nООО ВЕКТОР;1\n", TextEncoding::cp866) << TextEncoding::cp866;
        QTest::addRow("windows-1251 with typographic quotes")
            << inCodePage("«Вектор» № 7 — счёт\n", TextEncoding::windows1251) << TextEncoding::windows1251;
        QTest::addRow("UTF-16 with mark")
            << QByteArray("\xFF\xFE", 2) + QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2)
            << TextEncoding::utf16LittleEndian;
        QTest::addRow("UTF-16 without mark")
            << QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2)
            << TextEncoding::utf16LittleEndian;
        QTest::addRow("nothing") << QByteArray() << TextEncoding::utf8;
    }

    void theBytesTellTheEncoding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(TextEncoding, expected);
        QCOMPARE(encodingName(detectEncoding(bytes).encoding), encodingName(expected));
    }

    void theFirstKeyDecidesBetweenCodePages()
    {
        // A name in capital Latin letters only: nothing but the key tells.
        const QByteArray file = "1CClientBankExchange\r\nВерсияФормата=1.03\r\n";
        for (const TextEncoding encoding : {TextEncoding::windows1251, TextEncoding::cp866}) {
            const QByteArray bytes = inCodePage(file, encoding);
            QCOMPARE(encodingName(detectExchangeEncoding(bytes).encoding), encodingName(encoding));
        }
    }

    void aFileInUtf8WithOneDamagedByteStaysUtf8()
    {
        QByteArray file = exchangeFile(document());
        file.replace("Без НДС", "Без \xC3 НДС");
        QCOMPARE(encodingName(detectExchangeEncoding(file).encoding), u"UTF-8"_s);
    }

    void oneDamagedByteMakesNoOtherEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray text = "recipient;purpose\nООО Вектор;Оплата по счету 77\n";
        QTest::addRow("half of a letter") << text + "ООО;Без \xD0\n";
        QTest::addRow("cut at its end") << text.chopped(1) + "\xD1";
        QTest::addRow("a letter of windows-1251") << text + "\xCE;x\n";
        QTest::addRow("a row of windows-1251") << text + inCodePage("ОАО;Вклад\n", TextEncoding::windows1251);
        QTest::addRow("№ and dashes") << QByteArray("№ — «Вектор» \xD0");
    }

    void oneDamagedByteMakesNoOtherEncoding()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(encodingName(detectEncoding(bytes).encoding), u"UTF-8"_s);
    }

    void capitalsBeforeQuotesMakeNoUtf8()
    {
        // Each of "Я»", "В№" would be a letter of UTF-8.
        const QByteArray text = "ООО «КОМПАНИЯ»;«В№»\n";
        QCOMPARE(encodingName(detectEncoding(inCodePage(text, TextEncoding::windows1251)).encoding), u"windows-1251"_s);
    }

    void textsReadInAWrongEncodingAreSeen_data()
    {
        QTest::addColumn<QString>("text");
        const auto read = [](const QByteArray &bytes) {
            Utf8Maker windows(TextEncoding::windows1251);
            return QString::fromUtf8(windows(bytes).utf8);
        };
        for (const QByteArray &text : {QByteArray("ООО Вектор"), QByteArray("Оплата по счету 77. Без НДС"),
                                       QByteArray("Иванов Иван Иванович"), QByteArray("вклад"), QByteArray("НДС")}) {
            QTest::addRow("UTF-8: %s", text.constData()) << read(text);
            QTest::addRow("cp866: %s", text.constData()) << read(inCodePage(text, TextEncoding::cp866));
        }
        QTest::addRow("small letters of cp866") << read(inCodePage("оплата по договору", TextEncoding::cp866));
        QTest::addRow("a word of UTF-8 in a good text") << u"Оплата "_s + read("по") + u" счету"_s;
        QTest::addRow("KOI8-R, a name") << u"ппп чЕЛФПТ"_s;
        QTest::addRow("KOI8-R, a purpose") << u"пРМБФБ РП УЮЕФХ 77. вЕЪ оду"_s;
        QTest::addRow("the Mac's code page") << u"Ћплата по счету 77"_s;
        QTest::addRow("the Mac's code page as cp866") << u"ООО ВхъЄюЁ"_s;
        QTest::addRow("windows-1251 as cp866") << u"╬╬╬ ┬хъЄюЁ"_s;
    }

    void textsReadInAWrongEncodingAreSeen()
    {
        QFETCH(QString, text);
        QVERIFY2(looksMisread(text), qPrintable(text));
    }

    void goodTextsAreNotTakenForMisread_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "ООО Вектор", "ООО «КОМПАНИЯ РОСТ»", "ФГУП «РЁВ» № 5 – филиал", "ИП Рёмин С. С.", "Foo™ Bar® GmbH",
              "АО «С№5»", "иВАНОВ иВАН иВАНОВИЧ", "10 кВт, 20 кВА, сТРОЙ-ИНВЕСТ", "Оплата по счёту № 77 — без НДС",
              "ТОВ «Київ»", "ЗАТ \"СІЛЬ РІВНЕ\"", "ўсе дзеці", "Р/с 40702810500000000001", "{VO70060}Оплата… Без НДС",
              "Müller Straße", "Оплата © 2026 § 5, т°С 20±1"})
            QTest::addRow("%s", text) << QString::fromUtf8(text);
    }

    void goodTextsAreNotTakenForMisread()
    {
        QFETCH(QString, text);
        QVERIFY2(!looksMisread(text), qPrintable(text));
    }

    void everyCyrillicLetterSurvives()
    {
        const QByteArray letters = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№";
        for (const TextEncoding encoding : {TextEncoding::windows1251, TextEncoding::cp866}) {
            Utf8Maker make(encoding);
            const auto made = make(inCodePage(letters, encoding));
            QCOMPARE(made.utf8.toByteArray(), letters);
            QVERIFY(!made.badBytes);
        }
    }

    void bytesThatAreNoTextAreSaid()
    {
        Utf8Maker utf8(TextEncoding::utf8);
        QVERIFY(utf8("\xD0").badBytes);
        QVERIFY(utf8("\xED\xA0\x80").badBytes); // half of a surrogate pair
        QVERIFY(utf8("\xC0\xAF").badBytes);     // a slash in two bytes
        Utf8Maker windows(TextEncoding::windows1251);
        QVERIFY(windows("\x98").badBytes);
        QVERIFY(!windows("\x99").badBytes);
    }

    void utf16IsReadInPieces()
    {
        // The letter pair stands across the border of two pieces.
        const QString text = QString(512 * 1024 - 1, u'a') + QString::fromUtf8("\xF0\x9F\x98\x80") + u'b';
        const QByteArray bytes(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        QCOMPARE(withoutUtf16(bytes, TextEncoding::utf16LittleEndian), text.toUtf8());
    }
};

QTEST_GUILESS_MAIN(TextEncodingTest)
#include "tst_textencoding.moc"
