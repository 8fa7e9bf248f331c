#include "domain/amountinwords.h"

#include <QStringList>

#include <array>

namespace countersign {

namespace {

constexpr qint64 tooLarge = 1'000'000'000'000'000; // roubles

/// The three forms that Russian numerals ask for: 1 рубль, 2 рубля, 5 рублей.
struct Forms
{
    QStringView one;
    QStringView few;
    QStringView many;
};

QStringView formFor(int number, const Forms &forms)
{
    const int lastTwo = number % 100;
    const int last = number % 10;
    if (lastTwo >= 11 && lastTwo <= 14) return forms.many;
    if (last == 1) return forms.one;
    return last >= 2 && last <= 4 ? forms.few : forms.many;
}

constexpr Forms roubles{u"рубль", u"рубля", u"рублей"};
constexpr Forms kopeckForms{u"копейка", u"копейки", u"копеек"};

constexpr std::array<Forms, 4> scales{{{u"тысяча", u"тысячи", u"тысяч"},
                                       {u"миллион", u"миллиона", u"миллионов"},
                                       {u"миллиард", u"миллиарда", u"миллиардов"},
                                       {u"триллион", u"триллиона", u"триллионов"}}};
constexpr std::array<QStringView, 4> englishScales{u"thousand", u"million", u"billion", u"trillion"};

constexpr std::array<QStringView, 20> units{
    u"",           u"один",        u"два",        u"три",          u"четыре",
    u"пять",       u"шесть",       u"семь",       u"восемь",       u"девять",
    u"десять",     u"одиннадцать", u"двенадцать", u"тринадцать",   u"четырнадцать",
    u"пятнадцать", u"шестнадцать", u"семнадцать", u"восемнадцать", u"девятнадцать"};
constexpr std::array<QStringView, 10> tens{u"",          u"",           u"двадцать",  u"тридцать",    u"сорок",
                                           u"пятьдесят", u"шестьдесят", u"семьдесят", u"восемьдесят", u"девяносто"};
constexpr std::array<QStringView, 10> hundreds{u"",        u"сто",      u"двести",  u"триста",    u"четыреста",
                                               u"пятьсот", u"шестьсот", u"семьсот", u"восемьсот", u"девятьсот"};

constexpr std::array<QStringView, 20> englishUnits{u"",        u"one",     u"two",       u"three",    u"four",
                                                   u"five",    u"six",     u"seven",     u"eight",    u"nine",
                                                   u"ten",     u"eleven",  u"twelve",    u"thirteen", u"fourteen",
                                                   u"fifteen", u"sixteen", u"seventeen", u"eighteen", u"nineteen"};
constexpr std::array<QStringView, 10> englishTens{u"",      u"",      u"twenty",  u"thirty", u"forty",
                                                  u"fifty", u"sixty", u"seventy", u"eighty", u"ninety"};

enum class Gender { masculine, feminine };

void append(QStringList &words, QStringView word)
{
    if (!word.isEmpty()) words.append(word.toString());
}

QStringView unit(int value, Gender gender)
{
    if (gender == Gender::feminine && value == 1) return u"одна";
    if (gender == Gender::feminine && value == 2) return u"две";
    return units[static_cast<size_t>(value)];
}

void appendThousand(QStringList &words, int number, Gender gender)
{
    append(words, hundreds[static_cast<size_t>(number / 100)]);
    const int rest = number % 100;
    if (rest < 20) {
        append(words, unit(rest, gender));
        return;
    }
    append(words, tens[static_cast<size_t>(rest / 10)]);
    append(words, unit(rest % 10, gender));
}

void appendEnglishThousand(QStringList &words, int number)
{
    if (number >= 100) {
        append(words, englishUnits[static_cast<size_t>(number / 100)]);
        append(words, u"hundred");
    }
    const int rest = number % 100;
    if (rest < 20) {
        append(words, englishUnits[static_cast<size_t>(rest)]);
        return;
    }
    QString word = englishTens[static_cast<size_t>(rest / 10)].toString();
    if (rest % 10 != 0) word += u'-' + englishUnits[static_cast<size_t>(rest % 10)].toString();
    words.append(word);
}

/// Groups of three digits, the lowest first; five of them hold everything below a quadrillion.
std::array<int, 5> groupsOf(qint64 number)
{
    std::array<int, 5> groups{};
    for (int &group : groups) {
        group = static_cast<int>(number % 1000);
        number /= 1000;
    }
    return groups;
}

bool canBeSaid(Money amount)
{
    return amount.kopecks() >= 0 && amount.kopecks() / 100 < tooLarge;
}

QString twoDigits(int value)
{
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

} // namespace

QString amountInRussianWords(Money amount)
{
    if (!canBeSaid(amount)) return {};
    const auto groups = groupsOf(amount.kopecks() / 100);
    const int kopeckCount = static_cast<int>(amount.kopecks() % 100);

    QStringList words;
    for (size_t scale = groups.size() - 1; scale > 0; --scale) {
        if (groups[scale] == 0) continue;
        appendThousand(words, groups[scale], scale == 1 ? Gender::feminine : Gender::masculine);
        append(words, formFor(groups[scale], scales[scale - 1]));
    }
    appendThousand(words, groups[0], Gender::masculine);
    if (words.isEmpty()) words.append(QStringLiteral("ноль"));
    append(words, formFor(groups[0], roubles));
    words.append(twoDigits(kopeckCount));
    append(words, formFor(kopeckCount, kopeckForms));
    words.first()[0] = words.first()[0].toUpper();
    return words.join(u' ');
}

QString amountInEnglishWords(Money amount)
{
    if (!canBeSaid(amount)) return {};
    const qint64 roubleCount = amount.kopecks() / 100;
    const auto groups = groupsOf(roubleCount);
    const int kopeckCount = static_cast<int>(amount.kopecks() % 100);

    QStringList words;
    for (size_t scale = groups.size() - 1; scale > 0; --scale) {
        if (groups[scale] == 0) continue;
        appendEnglishThousand(words, groups[scale]);
        append(words, englishScales[scale - 1]);
    }
    appendEnglishThousand(words, groups[0]);
    if (words.isEmpty()) words.append(QStringLiteral("zero"));
    append(words, roubleCount == 1 ? u"rouble" : u"roubles");
    words.append(twoDigits(kopeckCount));
    append(words, kopeckCount == 1 ? u"kopeck" : u"kopecks");
    return words.join(u' ');
}

} // namespace countersign
