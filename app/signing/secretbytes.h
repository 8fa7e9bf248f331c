#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace countersign {

/// Bytes that must not outlive their use: a password, the clear text of a key file. Overwritten when destroyed, moved
/// from or wiped; never copied silently. Not thread-safe: one owner at a time.
class SecretBytes
{
public:
    SecretBytes() = default;
    /// `size` zero bytes, to be filled through data().
    explicit SecretBytes(qsizetype size);
    /// Copies the bytes; wiping the source is the caller's duty.
    explicit SecretBytes(QByteArrayView bytes);
    /// What a person typed, as UTF-8 in composed form (NFC), so that one password is the same on every keyboard.
    /// The QString itself can't be wiped: clear the input field at once.
    [[nodiscard]] static SecretBytes fromText(const QString &text);

    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    ~SecretBytes();

    /// A second owner, made on purpose.
    [[nodiscard]] SecretBytes clone() const { return SecretBytes(view()); }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] char *data() { return m_bytes.get(); }
    /// Valid until this object is wiped, moved from or destroyed.
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.get(), m_size}; }
    /// Shortens without moving the bytes; what is cut off is overwritten. Does nothing when not shorter.
    void truncate(qsizetype size);
    /// Compares in a time that depends on the sizes only.
    [[nodiscard]] bool equals(const SecretBytes &other) const;
    void wipe();

private:
    std::unique_ptr<char[]> m_bytes;
    qsizetype m_size = 0;
    qsizetype m_capacity = 0;
};

} // namespace countersign
