#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace countersign::demobank {

/// An RSA key, or only its public half. RSA with SHA-256 and PKCS#1 v1.5 (bank131-api.md section 3).
class RsaKey
{
public:
    /// Throws std::runtime_error when the key cannot be made.
    [[nodiscard]] static RsaKey generate(int bits = 2048);
    /// PEM; each throws std::runtime_error where the text holds no such RSA key.
    [[nodiscard]] static RsaKey fromPrivatePem(const std::string &pem);
    [[nodiscard]] static RsaKey fromPublicPem(const std::string &pem);

    [[nodiscard]] std::string privatePem() const;
    [[nodiscard]] std::string publicPem() const;

    /// Standard base64 with padding on one line. Needs the private half.
    [[nodiscard]] std::string sign(std::string_view bytes) const;
    /// False also for anything that is not standard base64.
    [[nodiscard]] bool verify(std::string_view bytes, std::string_view signature) const;

private:
    explicit RsaKey(std::shared_ptr<evp_pkey_st> key) : m_key(std::move(key)) {}

    std::shared_ptr<evp_pkey_st> m_key;
};

/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

/// The bank's own key in `folder`, made at the first start: bank_key.pem and bank_public_key.pem.
[[nodiscard]] RsaKey openBankKey(const std::filesystem::path &folder);

struct TlsFiles
{
    std::filesystem::path certificate;
    std::filesystem::path key;
};

/// A self-signed certificate for 127.0.0.1, ::1 and localhost in `folder`, made when there is none yet.
[[nodiscard]] TlsFiles openTlsFiles(const std::filesystem::path &folder);

} // namespace countersign::demobank
