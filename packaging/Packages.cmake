# One description for all packages. The version is the project's own.
set(CPACK_PACKAGE_NAME countersign)
set(CPACK_PACKAGE_VENDOR "Countersign team")
set(CPACK_PACKAGE_CONTACT "Countersign team <team@countersign.example>")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://github.com/countersign/countersign")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "review and confirm payouts from an account at Bank 131")
set(CPACK_PACKAGE_DESCRIPTION
  "Countersign pays from a settlement account at Bank 131 without surprises.
A payout is filled in, checked by the bank, reviewed by a person beside what
the bank is going to pay, confirmed or cancelled, and followed until the money
has arrived or come back.

A practice bank that moves no money comes with it.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_FILE_NAME countersign-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
if(APPLE)
  set(CPACK_PACKAGE_FILE_NAME Countersign-${PROJECT_VERSION})
  set(CPACK_PACKAGING_INSTALL_PREFIX /)
endif()
if(WIN32)
  set(CPACK_PACKAGE_FILE_NAME countersign-${PROJECT_VERSION}-windows-x86_64)
endif()
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_THREADS 0)
# The same bytes whenever and wherever it is packed.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/same-times.cmake)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  list(PREPEND CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/linux/bring-libraries.cmake)
endif()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core, qt6-translations-l10n, qt6-wayland")

set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE "GPL-3.0-or-later")
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(CPACK_RPM_PACKAGE_REQUIRES "qt6-qtbase >= 6.4")
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
  /usr/share/man /usr/share/man/man1 /usr/share/mime /usr/share/mime/packages /usr/share/applications /usr/share/metainfo /usr/share/doc /usr/share/icons)
set(CPACK_RPM_SPEC_MORE_DEFINE "%define _buildhost reproducible
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1
%define _build_id_links none
%define __os_install_post %{nil}
%define __requires_exclude ^lib(zip|xlsxwriter|minizip|bz2)[.]so.*
%define __provides_exclude_from ^/usr/lib/countersign/.*")

if(WIN32) # the installer; its words and steps: windows/NSIS.template.in
  set(CPACK_MODULE_PATH ${CMAKE_CURRENT_SOURCE_DIR}/windows)
  set(CPACK_PACKAGE_INSTALL_DIRECTORY Countersign)
  set(CPACK_PACKAGE_INSTALL_REGISTRY_KEY Countersign)
  set(CPACK_NSIS_MUI_ICON ${PROJECT_BINARY_DIR}/countersign.ico)
  set(CPACK_STRIP_FILES OFF) # linked without symbols; stripping would break the signatures
  list(APPEND CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/windows/file-list.cmake)
  # Without it the installer is a 32-bit program, which a 64-bit Wine leaves undone without a word.
  set(CPACK_NSIS_DEFINES "Target amd64-unicode")
endif()

include(CPack)
