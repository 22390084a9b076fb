# The storeys of pipeline/, each an include root. A folder's library is given the roots of its own storey and of those
# below it, so that the compiler refuses an arrow up: study/ and custodian/ and standalone/ cannot see one another.
set(storeys_foundation foundation)
set(storeys_stages     foundation stages)
set(storeys_study      foundation stages study)
set(storeys_custodian  foundation stages custodian)
set(storeys_standalone foundation stages standalone)
set(storeys_program    foundation stages study custodian standalone program)

# What most sources include and none of us changes is parsed once: half of the time of a build. Off, every source has to
# name what it needs (the fuzz preset).
option(MONIKER_PRECOMPILE "precompile headers of the standard library and others" ON)
set(precompiled <algorithm> <array> <charconv> <chrono> <cstdint> <deque> <filesystem> <functional> <map> <memory>
  <optional> <set> <span> <string> <string_view> <unordered_map> <unordered_set> <utility> <vector>
  <fmt/format.h> <nlohmann/json.hpp>)
function(moniker_precompile target)
  if(NOT MONIKER_PRECOMPILE)
    return()
  endif()
  if(target STREQUAL "moniker_base")
    target_precompile_headers(${target} PRIVATE ${precompiled})
  else()
    target_precompile_headers(${target} REUSE_FROM moniker_base)
  endif()
endfunction()

# The sources of a folder are compiled a dozen at a time: half of the time of a build again, since templates are
# instantiated once for all of them. So a name stands once in a namespace, its unnamed parts included. Off, each source
# is compiled alone and is warned of what it shadows (the odr-each preset; or for those who change one source again and again).
option(MONIKER_UNITY "compile a folder's sources together" ON)
if(MONIKER_UNITY)
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 12 CACHE STRING "how many sources at a time")
endif()

# moniker_folder(STOREY NAME [USES folder...] [LIBS target...]): the library moniker_NAME from pipeline/STOREY/NAME and
# the folders in it. It is linked to those named after USES, which are all of its storey or below; the include lines are
# held to the same list by tests/structure/include_rules.py.
function(moniker_folder storey name)
  cmake_parse_arguments(FOLDER "" "" "USES;LIBS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/pipeline/${storey}/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(moniker_${name} STATIC ${sources})
  set_property(TARGET moniker_${name} PROPERTY MONIKER_STOREY ${storey})
  target_link_libraries(moniker_${name} PUBLIC moniker_options Threads::Threads)
  foreach(root ${storeys_${storey}})
    target_include_directories(moniker_${name} PRIVATE ${CMAKE_SOURCE_DIR}/pipeline/${root})
  endforeach()
  moniker_precompile(moniker_${name})
  foreach(used ${FOLDER_USES})
    target_link_libraries(moniker_${name} PUBLIC moniker_${used})
  endforeach()
  target_link_libraries(moniker_${name} PUBLIC ${FOLDER_LIBS})
endfunction()

# moniker_sees(TARGET STOREY): a test or a tool that stands on a storey: its headers and all its folders.
function(moniker_sees target storey)
  foreach(root ${storeys_${storey}})
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/pipeline/${root})
  endforeach()
  target_link_libraries(${target} PRIVATE moniker_storey_${storey})
endfunction()
