# Every dependency with its Debian name and one line of reason stands in docs/dependencies.md.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(yaml-cpp CONFIG REQUIRED)          # its target is plain `yaml-cpp` before 0.8
find_package(TBB CONFIG REQUIRED)
find_package(fmt CONFIG REQUIRED)
find_package(nlohmann_json CONFIG REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(SQLite3 REQUIRED)
pkg_check_modules(httplib  REQUIRED IMPORTED_TARGET cpp-httplib)
pkg_check_modules(re2      REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(seccomp  REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(sodium   REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(zip      REQUIRED IMPORTED_TARGET libzip)   # find_package(libzip) fails on Debian 12
find_library(PHONENUMBER_LIB phonenumber REQUIRED)            # ships neither CMake nor pkg-config files
