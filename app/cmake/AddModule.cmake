# Parsing Qt's headers costs more than compiling a test: they are precompiled once for all that has no window, and once
# for all that has one, instead of once a target. QtTest is not among them: its headers know the folder of the test that
# includes them, and measured it saved nothing. Further arguments are options of the compiler, which a precompiled header
# and those who use it must share.
function(add_precompiled name qt header)
  file(CONFIGURE OUTPUT ${name}.cpp CONTENT "// Holds nothing: it is there for its precompiled header.\n")
  add_library(${name} STATIC "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
  target_link_libraries(${name} PRIVATE wizard_options ${qt})
  target_compile_options(${name} PRIVATE ${ARGN})
  target_precompile_headers(${name} PRIVATE ${header})
endfunction()

# use_precompiled(TARGET QT [SUFFIX]): QT are the parts of Qt that it links, which tell those with a window apart; SUFFIX
# is _tests for what is compiled with WIZARD_TEST_FLAGS.
function(use_precompiled target qt)
  if(NOT WIZARD_PCH)
    return()
  endif()
  if("${qt}" MATCHES "Qt6::Widgets")
    target_precompile_headers(${target} REUSE_FROM precompiled_widgets${ARGN})
  else()
    target_precompile_headers(${target} REUSE_FROM precompiled_core${ARGN})
  endif()
endfunction()

# compile_as_test(TARGET QT): with WIZARD_TEST_FLAGS, if there are any, and the precompiled headers that suit them.
function(compile_as_test target qt)
  if(WIZARD_TEST_FLAGS)
    target_compile_options(${target} PRIVATE ${WIZARD_TEST_FLAGS})
    use_precompiled(${target} "${qt}" _tests)
  else()
    use_precompiled(${target} "${qt}")
  endif()
endfunction()

# moc_test(NAME SOURCE): the SOURCE.moc that a test includes at its end, by moc alone. AUTOMOC would do three more things
# for each of some ninety programs: ask the compiler for its macros, start CMake to look for Q_OBJECT, and compile a file
# that holds nothing; together these took longer than linking. So a header with Q_OBJECT belongs into a library (support,
# journeys), not into a test.
function(moc_test name source)
  get_filename_component(stem ${source} NAME_WE)
  set(made "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${stem}.moc")
  file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
  qt_generate_moc("${CMAKE_CURRENT_SOURCE_DIR}/${source}" "${made}" TARGET ${name})
  target_sources(${name} PRIVATE "${made}")
  target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
endfunction()

# join_sources(TARGET SOURCE…): by folder, so that a new file moves none of another folder into other company.
function(join_sources target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # What GCC says of a private class in an included file whose members are of an anonymous namespace: here all files are.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  foreach(source IN LISTS ARGN)
    get_filename_component(folder "./${source}" DIRECTORY)
    string(MAKE_C_IDENTIFIER "joined_${folder}" folder)
    math(EXPR batch "0${${folder}} / 8")
    math(EXPR ${folder} "0${${folder}} + 1")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${folder}_${batch})
  endforeach()
endfunction()

# add_room(NAME SOURCES … HEADERS … ROOMS … [QT …] [LIBS …] [ALONE …])
#   one static library a room, linked against nothing but the rooms and libraries it names. Headers are a FILE_SET, so
#   that the target all_verify_interface_header_sets compiles each one alone. A header with Q_OBJECT needs a source of
#   the same name (CMake 3.25 runs moc on no other).
#   With WIZARD_UNITY up to eight sources of a folder are compiled as one, which parses and instantiates once what they
#   share: two fifths less. It hides a missing #include, so only the preset core-only does it, and "dev" compiles each
#   file alone. The price: two files of a folder need different names also in their anonymous namespaces. Sources named
#   in ALONE, which share text by intent or have many short names, are never joined.
function(add_room name)
  cmake_parse_arguments(ROOM "" "BASE" "SOURCES;HEADERS;ROOMS;QT;LIBS;ALONE" ${ARGN})
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
  if(WIZARD_UNITY)
    list(REMOVE_ITEM ROOM_SOURCES ${ROOM_ALONE} "")
    join_sources(${target} ${ROOM_SOURCES})
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
  moc_test(${name} ${name}.cpp)
  compile_as_test(${name} "${TEST_QT}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(
    ${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}"
                       ENVIRONMENT "QT_QPA_PLATFORM=${TEST_PLATFORM};LC_ALL=C.UTF-8")
endfunction()
