# cmake -D NAME=... -D FILES=a;b -D OUTPUT=x.cpp -P: the source that moniker_embed compiles. Bytes are written as numbers, so
# that a file may hold anything.
set(rows "")
foreach(file ${FILES})
  get_filename_component(short ${file} NAME)
  file(READ ${file} digits HEX)
  string(LENGTH "${digits}" length)
  math(EXPR length "${length} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${digits}")
  string(APPEND rows "  if (file == \"${short}\") return {\"${bytes}\", ${length}};\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"moniker/embedded/${NAME}.hpp\"

namespace moniker::embedded {
std::string_view ${NAME}(std::string_view file) {
${rows}  return {};
}
}  // namespace moniker::embedded
")
