#include "domain/purpose.h"
#include "domain/windows1251.h"
#include "vectors.h"

#include <QtTest>

using namespace countersign;

class PurposeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalisationFollowsTheTable()
    {
        const QJsonArray cases = rows(QLatin1String("purpose"), QLatin1String("cases"));
        QCOMPARE(cases.size(), 5);
        for (const auto &row : cases) {
            const QString typed = row[QLatin1String("text")].toString();
            const QString expected = row[QLatin1String("normalised")].toString();
            const QString purpose = normalisedPurpose(typed);
            if (!expected.isEmpty())
                QCOMPARE(purpose, expected);
            else
                QCOMPARE(codePoints(purpose), row[QLatin1String("length")].toInteger());
        }
    }

    void normalisedPurposeCanTravel_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("purpose");
        QTest::addRow("kept") << QStringLiteral("Счёт №5 «Заря»") << QStringLiteral("Счёт №5 «Заря»");
        QTest::addRow("line breaks") << QStringLiteral(" a\r\nb\tc\u2028d ") << QStringLiteral("a b c d");
        QTest::addRow("spaces") << QStringLiteral("a\u00A0\u2009\u202F b") << QStringLiteral("a b");
        QTest::addRow("quotes") << QStringLiteral("„a“ ”b‟ ‘c’") << QStringLiteral("\"a\" \"b\" 'c'");
        QTest::addRow("dashes") << QStringLiteral("a – b — c ‑ d − e") << QStringLiteral("a - b - c - d - e");
        QTest::addRow("ellipsis") << QStringLiteral("a…") << QStringLiteral("a...");
        QTest::addRow("rouble sign") << QStringLiteral("5 ₽") << QStringLiteral("5 руб.");
        QTest::addRow("letter and mark") << QStringLiteral("\u0438\u0306") << QStringLiteral("й");
        QTest::addRow("invisible stays") << QStringLiteral("a\u200Bb") << QStringLiteral("a\u200Bb");
        QTest::addRow("picture stays") << QStringLiteral("😀") << QStringLiteral("😀");
        QTest::addRow("forbidden stays") << QStringLiteral("a?!") << QStringLiteral("a?!");
        QTest::addRow("only spaces") << QStringLiteral(" \u00A0\n") << QString();
    }

    void normalisedPurposeCanTravel()
    {
        QFETCH(QString, typed);
        QFETCH(QString, purpose);
        QCOMPARE(normalisedPurpose(typed), purpose);
        QCOMPARE(normalisedPurpose(purpose), purpose);
    }

    void namesKeepQuotesAndDashes()
    {
        QCOMPARE(normalisedName(u" ООО\u00A0 «Ясный — Причал»\n"), QStringLiteral("ООО «Ясный — Причал»"));
    }

    void charactersAreCountedAsPeopleDo()
    {
        QCOMPARE(codePoints(u"абв"), 3);
        QCOMPARE(codePoints(u"😀"), 1);
        QCOMPARE(codePoints(u""), 0);
    }

    void questionAndExclamationMarksAreForbidden()
    {
        QCOMPARE(forbiddenCharacter(u"Оплата?"), QStringLiteral("?"));
        QCOMPARE(forbiddenCharacter(u"Срочно! Оплата?"), QStringLiteral("!"));
        QVERIFY(!forbiddenCharacter(u"Оплата. (Счёт № 5)").has_value());
    }

    void invisibleCharactersAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addRow("zero-width space") << QStringLiteral("a\u200Bb") << QStringLiteral("U+200B");
        QTest::addRow("zero-width joiner") << QStringLiteral("\u200D") << QStringLiteral("U+200D");
        QTest::addRow("right-to-left override") << QStringLiteral("a\u202Eb") << QStringLiteral("U+202E");
        QTest::addRow("isolate") << QStringLiteral("\u2066") << QStringLiteral("U+2066");
        QTest::addRow("byte order mark") << QStringLiteral("\uFEFF") << QStringLiteral("U+FEFF");
        QTest::addRow("soft hyphen") << QStringLiteral("a\u00ADb") << QStringLiteral("U+00AD");
        QTest::addRow("tab") << QStringLiteral("a\tb") << QStringLiteral("U+0009");
        QTest::addRow("nul") << QString(QChar(0)) << QStringLiteral("U+0000");
        QTest::addRow("delete") << QString(QChar(0x7F)) << QStringLiteral("U+007F");
        QTest::addRow("line separator") << QString(QChar(0x2028)) << QStringLiteral("U+2028");
        QTest::addRow("Hangul filler") << QStringLiteral("\u3164") << QStringLiteral("U+3164");
        QTest::addRow("Braille blank") << QStringLiteral("\u2800") << QStringLiteral("U+2800");
        QTest::addRow("variation selector") << QStringLiteral("a\uFE0F") << QStringLiteral("U+FE0F");
        QTest::addRow("tag letter") << QStringLiteral("\U000E0041") << QStringLiteral("U+E0041");
        QTest::addRow("private use") << QStringLiteral("\uE000") << QStringLiteral("U+E000");
    }

    void invisibleCharactersAreNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QCOMPARE(invisibleCharacter(text), name);
        QVERIFY(!foreignCharacter(text.first(text.size() > 1 && text[0] == u'a' ? 1 : 0)).has_value());
    }

    void visibleTextHidesNothing() { QVERIFY(!invisibleCharacter(u"Счёт № 5 «Заря» — 10 %, Müller 😀").has_value()); }

    void charactersOutsideTheCodePageAreFound()
    {
        QVERIFY(!foreignCharacter(u"Счёт № 5 «Заря» … — “a” €").has_value());
        QCOMPARE(foreignCharacter(u"Müller"), QStringLiteral("ü"));
        QCOMPARE(foreignCharacter(u"a 😀"), QStringLiteral("😀"));
        QCOMPARE(foreignCharacter(u"中"), QStringLiteral("中"));
        QCOMPARE(foreignCharacter(u"≠"), QStringLiteral("≠"));
        QCOMPARE(foreignCharacter(u"\uFFFD"), QStringLiteral("\uFFFD"));
    }

    void wordsOfTwoScriptsAreFound()
    {
        QCOMPARE(mixedScriptWord(u"ООО Вeктор"), QStringLiteral("Вeктор"));  // Latin e
        QCOMPARE(mixedScriptWord(u"OОО \"Вектор\""), QStringLiteral("OОО")); // Latin O first
        QCOMPARE(mixedScriptWord(u"Vеctor LLC"), QStringLiteral("Vеctor"));  // Cyrillic е
        QCOMPARE(mixedScriptWord(u"Αlfa"), QStringLiteral("Αlfa"));          // Greek Alpha
        QVERIFY(!mixedScriptWord(u"ООО \"Vector\" IT-отдел, НДС22%").has_value());
        QVERIFY(!mixedScriptWord(u"").has_value());
    }

    void vatWordsAreFound()
    {
        QVERIFY(mentionsVat(u"В том числе НДС 22% - 631-15 руб."));
        QVERIFY(mentionsVat(u"Без ндс"));
        QVERIFY(mentionsVat(u"VAT exempt."));
        QVERIFY(!mentionsVat(u"Rent of an excavator, private"));
        QVERIFY(!mentionsVat(u"Оплата по счёту 5"));
    }

    void voCodesFollowTheTable()
    {
        const QJsonArray valid = rows(QLatin1String("vo_code"), QLatin1String("valid"));
        const QJsonArray invalid = rows(QLatin1String("vo_code"), QLatin1String("invalid"));
        QVERIFY(valid.size() >= 2 && invalid.size() >= 6);
        for (const auto &row : valid)
            QCOMPARE(voCodeOf(row.toString()), VoCode::wellFormed);
        for (const auto &row : invalid) {
            const QString text = row[QLatin1String("text")].toString();
            QVERIFY2(voCodeOf(text) == VoCode::malformed, qPrintable(text));
        }
    }

    void ordinaryWordsAreNoVoCode()
    {
        for (const QStringView text : {u"Оплата во 2025 году", u"Счёт V012345 от 01.01.2026", u"ИВО12345", u"{5}"}) {
            QCOMPARE(voCodeOf(text), VoCode::none);
        }
    }

    void codePageIsComplete()
    {
        QByteArray bytes;
        for (int value = 0; value < 256; ++value)
            bytes += static_cast<char>(value);
        const QString text = fromWindows1251(bytes);
        QCOMPARE(text.size(), 256);
        QCOMPARE(text[0x41], u'A');
        QCOMPARE(text[0xA8], u'Ё');
        QCOMPARE(text[0xB9], u'№');
        QCOMPARE(text[0xC0], u'А');
        QCOMPARE(text[0xFF], u'я');
        QCOMPARE(text[0x98], QChar(0xFFFD));
        for (qsizetype i = 0; i < text.size(); ++i)
            QCOMPARE(isInWindows1251(text[i].unicode()), i != 0x98);
    }
};

QTEST_GUILESS_MAIN(PurposeTest)
#include "tst_purpose.moc"
