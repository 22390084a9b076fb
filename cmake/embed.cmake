# moniker_embed(TARGET NAME file...): files that the program carries with it. TARGET gets `moniker/embedded/NAME.hpp`, with
#   std::string_view moniker::embedded::NAME(std::string_view file);
# which gives a file's bytes by its name without folders, and nothing for a name that is not there.
set(embed_script ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake)

function(moniker_embed target name)
  set(paths "")
  foreach(file ${ARGN})
    get_filename_component(path ${file} ABSOLUTE)
    list(APPEND paths ${path})
  endforeach()
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/moniker/embedded/${name}.hpp @ONLY CONTENT [[
#pragma once
#include <string_view>

namespace moniker::embedded {
/// The bytes of a file that the program carries with it; empty where there is none of that name.
std::string_view @name@(std::string_view file);
}  // namespace moniker::embedded
]])
  set(source ${CMAKE_BINARY_DIR}/generated/embedded/${name}.cpp)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -D NAME=${name} -D "FILES=${paths}" -D OUTPUT=${source} -P ${embed_script}
    DEPENDS ${paths} ${embed_script} COMMENT "Embedding ${name}" VERBATIM)
  set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE ${source})
endfunction()
