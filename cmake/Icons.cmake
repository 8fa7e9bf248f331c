# countersign_icons(VARIABLE): renders the icon in every size that desktops ask for, in the calling folder's build
# directory, installs the files and names them in VARIABLE. One drawing serves window, tray, desktop and packages.
find_program(COUNTERSIGN_RSVG rsvg-convert REQUIRED)

function(countersign_icons variable)
  set(drawing ${PROJECT_SOURCE_DIR}/resources/icons/countersign.svg)
  set(pictures "")
  foreach(size IN ITEMS 16 22 24 32 48 64 128 256 512)
    set(picture ${CMAKE_CURRENT_BINARY_DIR}/icons/countersign-${size}.png)
    add_custom_command(OUTPUT ${picture} DEPENDS ${drawing} VERBATIM
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/icons
      COMMAND ${COUNTERSIGN_RSVG} --width=${size} --height=${size} --output=${picture} ${drawing})
    list(APPEND pictures ${picture})
    if(NOT WIN32)
      install(FILES ${picture} DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps
        RENAME ${COUNTERSIGN_APP_ID}.png)
    endif()
  endforeach()
  if(NOT WIN32)
    install(FILES ${drawing} DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps
      RENAME ${COUNTERSIGN_APP_ID}.svg)
  endif()
  set(${variable} ${pictures} PARENT_SCOPE)
endfunction()
