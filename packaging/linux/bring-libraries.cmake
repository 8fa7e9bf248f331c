# Before CPack packs: what bring-libraries.sh does, for the packages that are not Debian's own.
if(CPACK_GENERATOR STREQUAL "RPM")
  set(prefix ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr)
elseif(CPACK_GENERATOR STREQUAL "TGZ")
  set(prefix ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
endif()
if(prefix)
  execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/bring-libraries.sh ${prefix} COMMAND_ERROR_IS_FATAL ANY)
endif()
