# One interface target carries what every target of ours is compiled with.
add_library(countersign_flags INTERFACE)
target_compile_options(countersign_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wswitch
  -Wimplicit-fallthrough -Wunused-result -Wno-missing-field-initializers -Werror)
target_compile_definitions(countersign_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400
  COUNTERSIGN_VERSION="${PROJECT_VERSION}")
target_include_directories(countersign_flags INTERFACE ${PROJECT_SOURCE_DIR}/app)

# Where the systems differ, a class has a NAME_posix.cpp and a NAME_windows.cpp behind one header.
if(WIN32)
  set(COUNTERSIGN_SYSTEM windows)
else()
  set(COUNTERSIGN_SYSTEM posix)
endif()

# Hardening that costs nothing measurable here: stack canaries everywhere, checked libc calls in optimised builds (they
# need the optimiser), position-independent programs, and relocations that are read-only from the start.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
target_compile_options(countersign_flags INTERFACE -fstack-protector-strong)
# A package says nothing of the folder that it was built in.
target_compile_options(countersign_flags INTERFACE
  $<$<CONFIG:Release>:-ffile-prefix-map=${PROJECT_BINARY_DIR}=build;-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.>)
if(UNIX AND NOT APPLE)
  target_link_options(countersign_flags INTERFACE LINKER:-z,relro,-z,now)
endif()
if(WIN32)
  # Windows 10; its headers without their macros min and max. The canaries' library is linked by the same option.
  target_compile_definitions(countersign_flags INTERFACE _WIN32_WINNT=0x0A00 WINVER=0x0A00 NOMINMAX WIN32_LEAN_AND_MEAN)
  target_link_options(countersign_flags INTERFACE -fstack-protector-strong)
endif()

set(COUNTERSIGN_SANITIZE "" CACHE STRING "Sanitizers to build with: address,undefined or thread; empty: none")
if(COUNTERSIGN_SANITIZE)
  target_compile_options(countersign_flags INTERFACE -fsanitize=${COUNTERSIGN_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(countersign_flags INTERFACE -fsanitize=${COUNTERSIGN_SANITIZE})
  if(COUNTERSIGN_SANITIZE STREQUAL "thread")
    # Boost.Asio's fences are not known to the sanitizer (GCC refuses them); locks and atomics order the same.
    target_compile_definitions(countersign_flags INTERFACE BOOST_ASIO_DISABLE_FENCED_BLOCK)
  endif()
else()
  target_compile_options(countersign_flags INTERFACE
    $<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE$<SEMICOLON>-D_FORTIFY_SOURCE=2>)
endif()

option(COUNTERSIGN_COVERAGE "Count which lines and branches of the layers run, for tests/coverage.sh" OFF)
if(COUNTERSIGN_COVERAGE)
  target_link_options(countersign_flags INTERFACE --coverage)
endif()

find_program(COUNTERSIGN_CCACHE ccache)
if(COUNTERSIGN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${COUNTERSIGN_CCACHE})
endif()
find_program(COUNTERSIGN_MOLD mold)
if(COUNTERSIGN_MOLD AND NOT WIN32)
  target_link_options(countersign_flags INTERFACE -fuse-ld=mold)
endif()

# countersign_layer(NAME SOURCES... [USES layers/libraries...]): one static library per folder of the house.
function(countersign_layer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE" ${ARGN})
  add_library(countersign_${name} STATIC ${ARG_SOURCES})
  target_link_libraries(countersign_${name} PUBLIC countersign_flags ${ARG_USES} PRIVATE ${ARG_PRIVATE})
  if(COUNTERSIGN_COVERAGE)
    target_compile_options(countersign_${name} PRIVATE --coverage -fprofile-update=atomic)
  endif()
endfunction()
