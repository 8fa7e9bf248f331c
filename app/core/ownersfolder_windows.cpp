#include "core/ownersfolder.h"

#include <QDir>

#include <aclapi.h>
#include <array>
#include <cstddef>
#include <memory>
#include <qt_windows.h>

namespace countersign {

namespace {

struct LocalFreeing
{
    void operator()(void *memory) const { LocalFree(memory); }
};
using AccessList = std::unique_ptr<ACL, LocalFreeing>;

/// The user that this program runs as.
class CurrentUser
{
public:
    CurrentUser()
    {
        HANDLE token = nullptr;
        if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return;
        DWORD size = 0;
        m_known = GetTokenInformation(token, TokenUser, m_user.data(), static_cast<DWORD>(m_user.size()), &size) != 0;
        CloseHandle(token);
    }
    [[nodiscard]] PSID sid() const
    {
        return m_known ? reinterpret_cast<const TOKEN_USER *>(m_user.data())->User.Sid : nullptr;
    }

private:
    alignas(TOKEN_USER) std::array<std::byte, sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE> m_user{};
    bool m_known = false;
};

EXPLICIT_ACCESSW everythingFor(PSID who, TRUSTEE_TYPE kind)
{
    EXPLICIT_ACCESSW entry{};
    entry.grfAccessPermissions = FILE_ALL_ACCESS;
    entry.grfAccessMode = SET_ACCESS;
    entry.grfInheritance = SUB_CONTAINERS_AND_OBJECTS_INHERIT;
    entry.Trustee.TrusteeForm = TRUSTEE_IS_SID;
    entry.Trustee.TrusteeType = kind;
    entry.Trustee.ptstrName = static_cast<LPWSTR>(who);
    return entry;
}

/// The user and the system itself (backups, virus scanners), nobody else.
AccessList ownersList(PSID owner)
{
    std::array<std::byte, SECURITY_MAX_SID_SIZE> system{};
    auto size = static_cast<DWORD>(system.size());
    if (!CreateWellKnownSid(WinLocalSystemSid, nullptr, system.data(), &size)) return {};
    std::array entries{everythingFor(owner, TRUSTEE_IS_USER),
                       everythingFor(system.data(), TRUSTEE_IS_WELL_KNOWN_GROUP)};
    ACL *list = nullptr;
    if (SetEntriesInAclW(static_cast<ULONG>(entries.size()), entries.data(), nullptr, &list) != ERROR_SUCCESS)
        return {};
    return AccessList(list);
}

} // namespace

bool keepForOwner(const QString &folder)
{
    const CurrentUser user;
    const AccessList list = user.sid() ? ownersList(user.sid()) : nullptr;
    if (!list) return false;
    std::wstring path = QDir::toNativeSeparators(folder).toStdWString();
    // PROTECTED: nothing is inherited from the folders above.
    return SetNamedSecurityInfoW(path.data(), SE_FILE_OBJECT,
                                 DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr, nullptr,
                                 list.get(), nullptr) == ERROR_SUCCESS;
}

} // namespace countersign
