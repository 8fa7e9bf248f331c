# What lies beside the program on Windows: Qt's libraries and the plug-ins that are used, the other libraries and the
# compiler's, Qt's own Russian, and the licences of all of them. dependencies.sh has built them.
set(windows_root $ENV{COUNTERSIGN_WINDOWS_ROOT})
foreach(module IN ITEMS Core Gui Network PrintSupport Widgets)
  install(FILES ${windows_root}/qt/bin/Qt6${module}.dll DESTINATION ${CMAKE_INSTALL_BINDIR})
endforeach()
# tls: OpenSSL only, the same as on Linux.
foreach(plugin IN ITEMS platforms/qwindows styles/qwindowsvistastyle tls/qopensslbackend)
  get_filename_component(kind ${plugin} DIRECTORY)
  install(FILES ${windows_root}/qt/plugins/${plugin}.dll DESTINATION plugins/${kind})
endforeach()
file(GLOB libraries CONFIGURE_DEPENDS ${windows_root}/bin/*.dll)
install(FILES ${libraries} windows/qt.conf DESTINATION ${CMAKE_INSTALL_BINDIR})
find_file(COUNTERSIGN_QT_RUSSIAN qtbase_ru.qm REQUIRED NO_CMAKE_FIND_ROOT_PATH
  PATHS ${QT_HOST_PATH}/share/qt6/translations ${QT_HOST_PATH}/translations)
install(FILES ${COUNTERSIGN_QT_RUSSIAN} DESTINATION translations)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION .)
install(DIRECTORY ${windows_root}/licences DESTINATION .)
install(FILES ${windows_root}/sources.txt DESTINATION licences)
