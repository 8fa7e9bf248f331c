# Gives all that is about to be packed the release's time, so that two builds give the same bytes.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  file(GLOB_RECURSE packed LIST_DIRECTORIES true ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*)
  execute_process(COMMAND touch --no-dereference --date=@$ENV{SOURCE_DATE_EPOCH} ${CPACK_TEMPORARY_INSTALL_DIRECTORY}
    ${packed} COMMAND_ERROR_IS_FATAL ANY)
endif()
