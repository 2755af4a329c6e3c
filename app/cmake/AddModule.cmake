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
  list(LENGTH ROOM_SOURCES count)
  if(WIZARD_PCH AND count GREATER 5)
    if("Qt6::Widgets" IN_LIST ROOM_QT)
      target_precompile_headers(${target} PRIVATE <QtWidgets/QtWidgets>)
    else()
      target_precompile_headers(${target} PRIVATE <QtCore/QtCore>)
    endif()
  endif()
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
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(
    ${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}"
                       ENVIRONMENT "QT_QPA_PLATFORM=${TEST_PLATFORM};LC_ALL=C.UTF-8")
endfunction()
