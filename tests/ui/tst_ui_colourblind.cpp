#include "ui/models/findingwords.h"
#include "ui/models/payoutwords.h"
#include "ui/models/reviewrows.h"
#include "ui/widgets/environmentstripe.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/windowlanguage.h"

#include <QApplication>
#include <QTest>

#include <array>
#include <cmath>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

using Colour = std::array<double, 3>;
using Matrix = std::array<Colour, 3>;

struct Vision
{
    const char *name;
    Matrix seen;
};

/// Complete loss of one kind of cone, on linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and
/// Computer Graphics 15(6), 2009, severity 1.0. The last is ours: nothing but lightness (Rec. 709), as a monochromat
/// sees.
constexpr Vision visions[] = {
    {"all colours", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
    {"no colours", {{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}}},
};

/// CIE 1976 difference from which two small texts apart from each other are taken for two colours. 2.3 is what a
/// trained eye notices side by side; ten times that needs no attention.
constexpr double differentAtAGlance = 23;

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

Colour times(const Matrix &matrix, const Colour &colour)
{
    Colour product{};
    for (size_t row = 0; row < 3; ++row)
        for (size_t column = 0; column < 3; ++column)
            product[row] += matrix[row][column] * colour[column];
    return product;
}

/// L*, a*, b* under D65 of what the eye makes of the colour.
Colour perceived(const QColor &colour, const Vision &vision)
{
    constexpr Matrix toXyz{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
    constexpr Colour white{0.95047, 1, 1.08883};
    Colour seen = times(vision.seen, {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
    for (double &part : seen)
        part = std::clamp(part, 0.0, 1.0);
    Colour xyz = times(toXyz, seen);
    for (size_t i = 0; i < 3; ++i) {
        const double part = xyz[i] / white[i];
        xyz[i] = part > 0.008856 ? std::cbrt(part) : 7.787 * part + 16.0 / 116;
    }
    return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

double difference(const QColor &one, const QColor &other, const Vision &vision)
{
    const Colour a = perceived(one, vision);
    const Colour b = perceived(other, vision);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/// Whether the two look different at a glance to everybody.
bool isTold(const QColor &one, const QColor &other)
{
    return std::ranges::all_of(
        visions, [&](const Vision &vision) { return difference(one, other, vision) >= differentAtAGlance; });
}

QColor inkOf(StatusGrade grade, const Colours &colours)
{
    const QMap<StatusGrade, QColor> inks{{StatusGrade::quiet, colours.muted},
                                         {StatusGrade::accent, colours.accentInk},
                                         {StatusGrade::good, colours.goodInk},
                                         {StatusGrade::warn, colours.warnInk},
                                         {StatusGrade::danger, colours.dangerInk}};
    return inks.value(grade);
}

struct Standing
{
    QString what;
    StatusText text;
};

/// Every state, with the reasons and remarks that change its colour.
QList<Standing> standings()
{
    QList<Standing> found;
    for (int i = 0; i <= static_cast<int>(PayoutState::hold); ++i) {
        const auto state = static_cast<PayoutState>(i);
        for (const QString &reason : {QString(), u"differences"_s}) {
            if (!reason.isEmpty() && state != PayoutState::review) continue;
            for (const int remark : {0, 1, 2, 3}) {
                ListRow row;
                row.state = state;
                row.reasonCode = reason;
                row.alarmed = remark == 1;
                row.newRecipient = remark == 2;
                row.otherRecipient = remark == 3;
                found += {stateWord(state) + u' ' + reason + QString::number(remark), statusText(row, {})};
            }
        }
    }
    return found;
}

QImage stripe(EnvironmentKind kind)
{
    EnvironmentStripe stripe(kind);
    stripe.resize(1600, stripe.sizeHint().height());
    return stripe.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
}

/// How many greys there are where the stripe has no text: one is plain, more are a pattern.
qsizetype greysAtTheEnd(const QImage &image)
{
    QSet<int> greys;
    for (int x = image.width() - 100; x < image.width(); ++x)
        greys.insert(qGray(image.pixel(x, image.height() / 2)));
    return greys.size();
}

} // namespace

/// One man in twelve tells red from green badly or not at all. What the colours say can be seen without them: colours
/// that he may take for each other come with another sign, and whatever differs in colour differs in words.
class TestUiColourBlind : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSimulationIsThePublishedOne()
    {
        // What the model is known for: pure red and a dark yellow are one to a deuteranope, and white stays white.
        for (const Vision &vision : visions)
            QVERIFY2(difference(Qt::white, Qt::white, vision) == 0 &&
                         std::abs(perceived(Qt::white, vision)[0] - 100) < 0.1,
                     vision.name);
        QVERIFY(difference(QColor(0xB42318), QColor(0x93370D), visions[0]) > 15);
        QVERIFY(difference(QColor(0xB42318), QColor(0x93370D), visions[2]) < 10);
        QVERIFY(!isTold(Qt::red, QColor(0x8F7F00)));
        QVERIFY(isTold(Qt::black, Qt::white));
    }

    void coloursOfStatesThatCanBeConfusedHaveOtherSigns_data() { schemes(); }
    void coloursOfStatesThatCanBeConfusedHaveOtherSigns()
    {
        const Colours &colours = scheme();
        QSet<QString> told;
        for (const StatusText &one : plainStates()) {
            for (const StatusText &other : plainStates()) {
                if (one.grade == other.grade || isTold(inkOf(one.grade, colours), inkOf(other.grade, colours)))
                    continue;
                QVERIFY2(one.sign != other.sign, qPrintable(one.words + u" / "_s + other.words));
            }
        }
    }

    void standingsOfOtherColoursHaveOtherWords_data() { languages(); }
    void standingsOfOtherColoursHaveOtherWords()
    {
        QFETCH(Language, language);
        m_language.use(language);
        const QList<Standing> all = standings();
        for (const Standing &one : all) {
            for (const Standing &other : all)
                QVERIFY2(one.text.grade == other.text.grade || one.text.words != other.text.words,
                         qPrintable(one.what + u" / "_s + other.what));
        }
    }

    void gutterSignsBelongToOneColour()
    {
        QMap<QString, StatusGrade> grades;
        for (const Standing &standing : standings()) {
            if (standing.text.gutter.isEmpty() || standing.what.endsWith(u'2')) continue; // new: its words are longer
            QVERIFY2(grades.value(standing.text.gutter, standing.text.grade) == standing.text.grade,
                     qPrintable(standing.what));
            grades.insert(standing.text.gutter, standing.text.grade);
        }
        QVERIFY(grades.size() >= 4);
    }

    void everySeverityHasItsSign()
    {
        QSet<QString> signs;
        for (const Severity severity : {Severity::block, Severity::warn, Severity::hint, Severity::good})
            signs.insert(severitySign(severity));
        QCOMPARE(signs.size(), 4);
        QVERIFY(!signs.contains(QString()));
    }

    void everyEnvironmentHasItsWordsAndItsPattern_data() { languages(); }
    void everyEnvironmentHasItsWordsAndItsPattern()
    {
        QFETCH(Language, language);
        m_language.use(language);
        QSet<QString> words;
        QSet<QString> sentences;
        for (const auto kind : {EnvironmentKind::practice, EnvironmentKind::demo, EnvironmentKind::live}) {
            const EnvironmentStripe shown(kind);
            words.insert(shown.word());
            sentences.insert(shown.sentence());
        }
        QCOMPARE(words.size(), 3);
        QCOMPARE(sentences.size(), 3);
        for (const Appearance appearance : {Appearance::light, Appearance::dark}) {
            applyTheme(*qApp, appearance);
            QCOMPARE(greysAtTheEnd(stripe(EnvironmentKind::live)), 1);
            QVERIFY(greysAtTheEnd(stripe(EnvironmentKind::practice)) > 1);
            QVERIFY(greysAtTheEnd(stripe(EnvironmentKind::demo)) > 1);
        }
    }

    void marksWithoutWordsAreToldByEverybody_data() { schemes(); }
    void marksWithoutWordsAreToldByEverybody()
    {
        const Colours &colours = scheme();
        const std::pair<QColor, QColor> pairs[] = {
            {colours.accent, colours.warnBar},  // the newest entry of the history, and a bad one
            {colours.accent, colours.base},     // the current row
            {colours.text, colours.faint},      // what can be used, and what can't
            {colours.dangerMark, colours.base}, // changed characters, which are bold and underlined as well
        };
        for (const auto &[one, other] : pairs)
            for (const Vision &vision : visions)
                QVERIFY2(difference(one, other, vision) >= differentAtAGlance / 2,
                         qPrintable(u"%1 %2 %3: %4"_s.arg(QLatin1String(vision.name), one.name(), other.name())
                                        .arg(difference(one, other, vision))));
    }

private:
    static void schemes()
    {
        QTest::addColumn<Appearance>("appearance");
        QTest::newRow("light") << Appearance::light;
        QTest::newRow("dark") << Appearance::dark;
    }
    static void languages()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("English") << Language::english;
        QTest::newRow("Russian") << Language::russian;
    }
    static const Colours &scheme()
    {
        QFETCH(Appearance, appearance);
        applyTheme(*qApp, appearance);
        return coloursOf(QApplication::palette());
    }
    static QList<StatusText> plainStates()
    {
        QList<StatusText> texts;
        for (const Standing &standing : standings())
            if (standing.what.endsWith(u'0')) texts += standing.text;
        return texts;
    }

    WindowLanguage m_language;
};

QTEST_MAIN(TestUiColourBlind)
#include "tst_ui_colourblind.moc"
