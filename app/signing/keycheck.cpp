#include "signing/keycheck.h"

#include <openssl/core_names.h>

#include <bitset>

namespace countersign {

namespace {

using openssl::ErrorQueue;
using openssl::Number;

constexpr BN_ULONG requiredExponent = 65537;
constexpr int smallFactorLimit = 65536;
constexpr int fermatRounds = 200;

Number readNumber(const EVP_PKEY *key, const char *name)
{
    BIGNUM *number = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &number) != 1) return {};
    return Number(number);
}

/// The smallest prime factor of `modulus` below the limit, or 0.
int smallFactorOf(const BIGNUM *modulus)
{
    std::bitset<smallFactorLimit> composite;
    for (int candidate = 2; candidate < smallFactorLimit; ++candidate) {
        if (composite[static_cast<size_t>(candidate)]) continue;
        for (int multiple = candidate + candidate; multiple < smallFactorLimit; multiple += candidate)
            composite.set(static_cast<size_t>(multiple));
        if (BN_mod_word(modulus, static_cast<BN_ULONG>(candidate)) == 0) return candidate;
    }
    return 0;
}

/// floor(sqrt(value)) by Newton's method from above; null when memory ran out.
Number squareRootOf(const BIGNUM *value, BN_CTX *context)
{
    Number root(BN_new());
    Number next(BN_new());
    if (!root || !next || BN_set_bit(root.get(), (BN_num_bits(value) + 1) / 2) != 1) return {};
    while (true) {
        if (BN_div(next.get(), nullptr, value, root.get(), context) != 1 ||
            BN_add(next.get(), next.get(), root.get()) != 1 || BN_rshift1(next.get(), next.get()) != 1)
            return {};
        if (BN_cmp(next.get(), root.get()) >= 0) return root;
        std::swap(root, next);
    }
}

enum class Verdict { passed, found, notPossible };

/// Whether the next `fermatRounds` numbers from ceil(sqrt(modulus)) on reveal two factors that lie close together.
Verdict hasCloseFactors(const BIGNUM *modulus)
{
    const openssl::NumberContext context(BN_CTX_new());
    if (!context) return Verdict::notPossible;
    const Number middle = squareRootOf(modulus, context.get());
    const Number square(BN_new());
    const Number difference(BN_new());
    if (!middle || !square || !difference) return Verdict::notPossible;
    for (int round = 0; round < fermatRounds; ++round, BN_add_word(middle.get(), 1)) {
        if (BN_sqr(square.get(), middle.get(), context.get()) != 1 ||
            BN_sub(difference.get(), square.get(), modulus) != 1)
            return Verdict::notPossible;
        if (BN_is_negative(difference.get())) continue;          // only the first round, when the root was rounded down
        if (BN_is_zero(difference.get())) return Verdict::found; // the square of one prime
        const Number root = squareRootOf(difference.get(), context.get());
        if (!root || BN_sqr(square.get(), root.get(), context.get()) != 1) return Verdict::notPossible;
        if (BN_cmp(square.get(), difference.get()) == 0) return Verdict::found;
    }
    return Verdict::passed;
}

Result<> checkFactors(const BIGNUM *modulus)
{
    if (const int factor = smallFactorOf(modulus))
        return fail(ErrorCode::keyWeak, QStringLiteral("factor %1").arg(factor));
    switch (hasCloseFactors(modulus)) {
    case Verdict::passed:
        return {};
    case Verdict::found:
        return fail(ErrorCode::keyWeak, QStringLiteral("close primes"));
    case Verdict::notPossible:
        break;
    }
    return fail(ErrorCode::signingFailed, ErrorQueue::lastText());
}

} // namespace

Result<> checkPublicPart(const EVP_PKEY *key)
{
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA)
        return fail(ErrorCode::keyTypeWrong, QString::fromLatin1(EVP_PKEY_get0_type_name(key)));
    const Number modulus = readNumber(key, OSSL_PKEY_PARAM_RSA_N);
    const Number exponent = readNumber(key, OSSL_PKEY_PARAM_RSA_E);
    if (!modulus || !exponent) return fail(ErrorCode::keyFileDamaged, QStringLiteral("no modulus or exponent"));

    const int bits = BN_num_bits(modulus.get());
    if (bits < minimumKeyBits) return fail(ErrorCode::keyTooShort, QString::number(bits));
    if (bits > maximumKeyBits) return fail(ErrorCode::keyWeak, QStringLiteral("%1 bits").arg(bits));
    if (BN_is_word(exponent.get(), requiredExponent) != 1) return fail(ErrorCode::keyWeak, QStringLiteral("exponent"));
    return checkFactors(modulus.get());
}

Result<> checkPrivatePart(EVP_PKEY *key)
{
    // A modulus that was damaged has small factors more often than not: then the key is damaged, not badly made.
    const auto checked = checkPublicPart(key);
    const bool suspect =
        !checked && checked.error().code == ErrorCode::keyWeak && EVP_PKEY_get_bits(key) <= maximumKeyBits;
    if (!checked && !suspect) return checked;
    const openssl::PkeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    if (!context) return fail(ErrorCode::signingFailed, ErrorQueue::lastText());
    if (EVP_PKEY_check(context.get()) != 1)
        return fail(ErrorCode::keyFileDamaged, QStringLiteral("the key's numbers contradict each other"));
    return checked;
}

} // namespace countersign
