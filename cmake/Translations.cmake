# countersign_translations(VARIABLE): makes the .qm of every resources/translations/countersign_*.ts in the calling
# folder's build directory and names them in VARIABLE. ui/CMakeLists.txt compiles them in.
set(COUNTERSIGN_QT_TOOLS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_LIBEXECS} ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS}
  ${QT6_INSTALL_PREFIX}/lib/qt6/bin ${QT_HOST_PATH}/lib/qt6/bin)
find_program(COUNTERSIGN_LRELEASE NAMES lrelease lrelease6 HINTS ${COUNTERSIGN_QT_TOOLS} NO_DEFAULT_PATH)
find_program(COUNTERSIGN_LRELEASE NAMES lrelease6 lrelease-qt6 lrelease REQUIRED)

function(countersign_translations variable)
  set(catalogues "")
  foreach(language IN ITEMS en ru)
    set(words ${PROJECT_SOURCE_DIR}/resources/translations/countersign_${language}.ts)
    set(catalogue ${CMAKE_CURRENT_BINARY_DIR}/translations/countersign_${language}.qm)
    add_custom_command(OUTPUT ${catalogue} DEPENDS ${words} VERBATIM
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/translations
      COMMAND ${COUNTERSIGN_LRELEASE} -silent ${words} -qm ${catalogue})
    list(APPEND catalogues ${catalogue})
  endforeach()
  set(${variable} ${catalogues} PARENT_SCOPE)
endfunction()
