# Writes down for the uninstaller, in an order that is the same everywhere, what the installer is going to bring.
file(GLOB_RECURSE paths LIST_DIRECTORIES true RELATIVE ${CPACK_TEMPORARY_INSTALL_DIRECTORY}
  ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*)
list(SORT paths ORDER DESCENDING) # what is in a folder stands before the folder
set(orders "")
foreach(path IN LISTS paths)
  string(REPLACE "/" "\\" name ${path})
  if(IS_DIRECTORY ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${path})
    string(APPEND orders "RMDir \"$INSTDIR\\${name}\"\n")
  else()
    string(APPEND orders "Delete \"$INSTDIR\\${name}\"\n")
  endif()
endforeach()
file(WRITE ${CPACK_TOPLEVEL_DIRECTORY}/installed.nsh "${orders}")
