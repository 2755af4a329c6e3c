# Parsing Qt's headers costs more than compiling a test: they are precompiled once for all that has no window, and once
# for all that has one, instead of once a target.
function(add_precompiled name qt header)
  file(CONFIGURE OUTPUT ${name}.cpp CONTENT "// Holds nothing: it is there for its precompiled header.\n")
  add_library(${name} STATIC "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
  target_link_libraries(${name} PRIVATE wizard_options ${qt})
  target_precompile_headers(${name} PRIVATE ${header})
endfunction()

# use_precompiled(TARGET QT): QT are the parts of Qt that it links, which tell those with a window apart.
function(use_precompiled target qt)
  if(NOT WIZARD_PCH)
    return()
  endif()
  if("${qt}" MATCHES "Qt6::Widgets")
    target_precompile_headers(${target} REUSE_FROM precompiled_widgets)
  else()
    target_precompile_headers(${target} REUSE_FROM precompiled_core)
  endif()
endfunction()

# add_room(NAME SOURCES … HEADERS … ROOMS … [QT …] [LIBS …] [RESOURCES …])
#   one static library a room, linked against nothing but the rooms and libraries it names. Headers are a FILE_SET, so
#   that the target all_verify_interface_header_sets compiles each one alone. A header with Q_OBJECT needs a source of
#   the same name (CMake 3.25 runs moc on no other).
function(add_room name)
  cmake_parse_arguments(ROOM "" "BASE" "SOURCES;HEADERS;ROOMS;QT;LIBS" ${ARGN})
  if(NOT ROOM_BASE)
    set(ROOM_BASE "${PROJECT_SOURCE_DIR}/app")
  endif()
  set(target room_${name})
  list(TRANSFORM ROOM_ROOMS PREPEND room_)
  list(TRANSFORM ROOM_QT PREPEND Qt6::)
  if(NOT ROOM_SOURCES)
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${ROOM_BASE}")
    target_link_libraries(${target} INTERFACE wizard_options Qt6::Core ${ROOM_ROOMS} ${ROOM_QT} ${ROOM_LIBS})
    return()
  endif()
  qt_add_library(${target} STATIC)
  target_sources(
    ${target}
    PRIVATE ${ROOM_SOURCES}
    PUBLIC FILE_SET HEADERS BASE_DIRS "${ROOM_BASE}" FILES ${ROOM_HEADERS})
  target_link_libraries(${target} PUBLIC wizard_options Qt6::Core ${ROOM_ROOMS} ${ROOM_QT} PRIVATE ${ROOM_LIBS})
  use_precompiled(${target} "${ROOM_QT}")
endfunction()

# add_wizard_test(NAME ROOMS … [LABELS …] [SOURCES …] [TIMEOUT seconds] [PLATFORM offscreen|minimal])
#   NAME.cpp in this folder (or SOURCES) as one Qt Test program, run without a display in folders of its own.
function(add_wizard_test name)
  cmake_parse_arguments(TEST "" "TIMEOUT;PLATFORM" "SOURCES;ROOMS;LABELS;QT" ${ARGN})
  if(NOT TEST_SOURCES)
    set(TEST_SOURCES ${name}.cpp)
  endif()
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 120)
  endif()
  if(NOT TEST_PLATFORM)
    set(TEST_PLATFORM offscreen)
  endif()
  list(TRANSFORM TEST_ROOMS PREPEND room_)
  list(TRANSFORM TEST_QT PREPEND Qt6::)
  qt_add_executable(${name} ${TEST_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/app")
  target_compile_definitions(${name} PRIVATE WIZARD_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
                                             WIZARD_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                             WIZARD_TEST_OUTPUT="${PROJECT_BINARY_DIR}/test-output")
  target_link_libraries(${name} PRIVATE wizard_options room_support Qt6::Test ${TEST_ROOMS} ${TEST_QT})
  use_precompiled(${name} "${TEST_QT}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(
    ${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}"
                       ENVIRONMENT "QT_QPA_PLATFORM=${TEST_PLATFORM};LC_ALL=C.UTF-8")
endfunction()
