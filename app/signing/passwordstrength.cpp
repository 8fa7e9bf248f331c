#include "signing/passwordstrength.h"

#include <QString>

#include <openssl/crypto.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

namespace countersign {

namespace {

constexpr double acceptableBits = 45;
constexpr double strongBits = 70;

/// The password's characters, wiped like the password itself.
class Characters
{
public:
    explicit Characters(const SecretBytes &password) : m_text(QString::fromUtf8(password.view())) {}
    ~Characters() { OPENSSL_cleanse(m_text.data(), static_cast<size_t>(m_text.size()) * sizeof(QChar)); }
    Q_DISABLE_COPY_MOVE(Characters)

    [[nodiscard]] QStringView text() const { return m_text; }

private:
    QString m_text;
};

enum class Alphabet { digits, lower, upper, signs, other };

Alphabet alphabetOf(QChar c)
{
    if (c >= u'0' && c <= u'9') return Alphabet::digits;
    if (c >= u'a' && c <= u'z') return Alphabet::lower;
    if (c >= u'A' && c <= u'Z') return Alphabet::upper;
    return c < QChar(0x80) ? Alphabet::signs : Alphabet::other;
}

int sizeOf(Alphabet alphabet)
{
    switch (alphabet) {
    case Alphabet::digits:
        return 10;
    case Alphabet::lower:
        return 26;
    case Alphabet::upper:
        return 26;
    case Alphabet::signs:
        return 33;
    case Alphabet::other:
        return 33; // the Russian letters of one case
    }
    return 1;
}

double bitsPerCharacter(QStringView text)
{
    std::set<Alphabet> used;
    for (const QChar c : text)
        used.insert(alphabetOf(c));
    int size = 0;
    for (const Alphabet alphabet : used)
        size += sizeOf(alphabet);
    return std::log2(size);
}

bool continuesItsNeighbour(QChar before, QChar c)
{
    return std::abs(int{c.unicode()} - int{before.unicode()}) <= 1;
}

} // namespace

PasswordStrength passwordStrength(const SecretBytes &password)
{
    const Characters characters(password);
    const QStringView text = characters.text();
    if (text.size() < minimumPasswordLength) return PasswordStrength::tooShort;

    const double perCharacter = bitsPerCharacter(text);
    double bits = perCharacter;
    for (qsizetype i = 1; i < text.size(); ++i)
        bits += continuesItsNeighbour(text[i - 1], text[i]) ? 1 : perCharacter;
    const auto different = static_cast<double>(std::set<QChar>(text.begin(), text.end()).size());
    bits = std::min(bits, different * perCharacter + static_cast<double>(text.size()) * 0.5);

    if (bits >= strongBits) return PasswordStrength::strong;
    return bits >= acceptableBits ? PasswordStrength::acceptable : PasswordStrength::weak;
}

} // namespace countersign
