# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The functions that every folder uses to declare what it builds, so that warnings, sanitizers and the rules on who may
# link whom are said once.

add_library(driftscope_options INTERFACE)
target_compile_options(driftscope_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Wold-style-cast)
if(DRIFTSCOPE_WARNINGS_AS_ERRORS)
    # What GCC 12's optimizer says of lengths inside std::string and QStringBuilder is known to be wrong at times.
    target_compile_options(driftscope_options INTERFACE -Werror -Wno-error=restrict -Wno-error=stringop-overflow
        -Wno-error=stringop-overread -Wno-error=array-bounds -Wno-error=maybe-uninitialized)
endif()
target_compile_definitions(driftscope_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER)
target_include_directories(driftscope_options INTERFACE "${CMAKE_SOURCE_DIR}")
if(DRIFTSCOPE_SANITIZERS)
    list(JOIN DRIFTSCOPE_SANITIZERS "," sanitizers)
    target_compile_options(driftscope_options INTERFACE -fsanitize=${sanitizers} -fno-omit-frame-pointer)
    target_link_options(driftscope_options INTERFACE -fsanitize=${sanitizers})
endif()
if(DRIFTSCOPE_FUZZERS)
    # Coverage is what libFuzzer steers by, so it is wanted in what is fuzzed and not only in the fuzz programs.
    target_compile_options(driftscope_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(driftscope_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# driftscope_add_room(<name> SOURCES ... [DEPENDS <rooms>...] [LIBRARIES <private libraries>...] [MOC])
# One room of core: a static library that links Qt Core and the rooms it may know, nothing else.
function(driftscope_add_room name)
    cmake_parse_arguments(ROOM "MOC" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
    set(target driftscope_core_${name})
    add_library(${target} STATIC ${ROOM_SOURCES})
    set_target_properties(${target} PROPERTIES AUTOMOC ${ROOM_MOC})
    target_link_libraries(${target} PUBLIC driftscope_options Qt6::Core tl::expected)
    foreach(dependency IN LISTS ROOM_DEPENDS)
        target_link_libraries(${target} PUBLIC driftscope_core_${dependency})
    endforeach()
    target_link_libraries(${target} PRIVATE ${ROOM_LIBRARIES})
endfunction()

# driftscope_add_widgets(<name> SOURCES ... [DEPENDS <folders of widgets>...] [ROOMS <rooms of core>...]
#                        [LIBRARIES <private libraries>...])
# One folder of widgets: a static library that links Qt Widgets, the folders of widgets and the rooms of core it names.
function(driftscope_add_widgets name)
    cmake_parse_arguments(WIDGETS "" "" "SOURCES;DEPENDS;ROOMS;LIBRARIES" ${ARGN})
    set(target driftscope_widgets_${name})
    add_library(${target} STATIC ${WIDGETS_SOURCES})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_link_libraries(${target} PUBLIC driftscope_options Qt6::Widgets Qt6::Gui)
    foreach(dependency IN LISTS WIDGETS_DEPENDS)
        target_link_libraries(${target} PUBLIC driftscope_widgets_${dependency})
    endforeach()
    foreach(room IN LISTS WIDGETS_ROOMS)
        target_link_libraries(${target} PUBLIC driftscope_core_${room})
    endforeach()
    target_link_libraries(${target} PRIVATE ${WIDGETS_LIBRARIES})
endfunction()

# driftscope_add_test(<name> SOURCES ... LIBRARIES ... [LABELS ...] [GUI])
function(driftscope_add_test name)
    cmake_parse_arguments(TEST "GUI" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${TEST_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE driftscope_options Qt6::Test ${TEST_LIBRARIES})
    target_compile_definitions(${name} PRIVATE DRIFTSCOPE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        DRIFTSCOPE_BINARY_DIR="${CMAKE_BINARY_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 600 LABELS "${TEST_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8;LC_ALL=C.UTF-8;DRIFTSCOPE_BIN_DIR=${CMAKE_BINARY_DIR}/bin")
endfunction()
