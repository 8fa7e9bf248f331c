#include "signing/secretbytes.h"

#include <openssl/crypto.h>

#include <cstring>
#include <utility>

namespace countersign {

SecretBytes::SecretBytes(qsizetype size)
    : m_bytes(std::make_unique<char[]>(static_cast<size_t>(size))), m_size(size), m_capacity(size)
{
}

SecretBytes::SecretBytes(QByteArrayView bytes) : SecretBytes(bytes.size())
{
    if (!bytes.isEmpty()) std::memcpy(m_bytes.get(), bytes.data(), static_cast<size_t>(bytes.size()));
}

SecretBytes SecretBytes::fromText(const QString &text)
{
    QString composed = text.normalized(QString::NormalizationForm_C);
    QByteArray utf8 = composed.toUtf8();
    SecretBytes secret{QByteArrayView(utf8)};
    OPENSSL_cleanse(utf8.data(), static_cast<size_t>(utf8.size()));
    return secret;
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_bytes(std::move(other.m_bytes)), m_size(std::exchange(other.m_size, 0)),
      m_capacity(std::exchange(other.m_capacity, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

void SecretBytes::truncate(qsizetype size)
{
    if (size < 0 || size >= m_size) return;
    OPENSSL_cleanse(m_bytes.get() + size, static_cast<size_t>(m_size - size));
    m_size = size;
}

bool SecretBytes::equals(const SecretBytes &other) const
{
    if (m_size != other.m_size) return false;
    return m_size == 0 || CRYPTO_memcmp(m_bytes.get(), other.m_bytes.get(), static_cast<size_t>(m_size)) == 0;
}

void SecretBytes::wipe()
{
    if (m_bytes) OPENSSL_cleanse(m_bytes.get(), static_cast<size_t>(m_capacity));
    m_bytes.reset();
    m_size = 0;
    m_capacity = 0;
}

} // namespace countersign
