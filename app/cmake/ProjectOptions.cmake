# One INTERFACE target carries the language level, the warnings and Qt's strictness; every target links it.
add_library(wizard_options INTERFACE)
target_compile_features(wizard_options INTERFACE cxx_std_20)
target_compile_definitions(
  wizard_options
  INTERFACE QT_NO_KEYWORDS
            QT_NO_FOREACH
            QT_NO_CAST_TO_ASCII
            QT_NO_CAST_FROM_BYTEARRAY
            QT_NO_URL_CAST_FROM_STRING
            QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
            QT_STRICT_ITERATORS
            QT_DISABLE_DEPRECATED_BEFORE=0x060400
            WIZARD_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(wizard_options INTERFACE /W4 /WX /permissive- /utf-8)
else()
  target_compile_options(
    wizard_options
    INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
              -Wcast-qual -Wimplicit-fallthrough -Werror)
endif()
if(WIZARD_ASSERTS)
  target_compile_definitions(wizard_options INTERFACE QT_FORCE_ASSERTS)
endif()
if(WIZARD_SANITIZE)
  target_compile_options(wizard_options INTERFACE -fsanitize=${WIZARD_SANITIZE} -fno-sanitize-recover=all
                                                  -fno-omit-frame-pointer)
  target_link_options(wizard_options INTERFACE -fsanitize=${WIZARD_SANITIZE})
endif()
if(WIZARD_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "WIZARD_FUZZ needs clang: libFuzzer is a part of it")
  endif()
  target_compile_options(wizard_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(wizard_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# Some sixty test programs are linked against the same large archives: the quick linker is worth its package.
find_program(WIZARD_MOLD mold)
if(WIZARD_MOLD AND NOT MSVC AND NOT APPLE)
  target_link_options(wizard_options INTERFACE -fuse-ld=mold)
endif()

find_program(WIZARD_CCACHE ccache)
if(WIZARD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # A folder of its own for each checkout must not make each checkout compile anew.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${WIZARD_CCACHE})
endif()
