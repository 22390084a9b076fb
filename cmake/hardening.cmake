# What compiler and linker can do against mistakes that are still there; tests/packaging/hardening.py holds the built
# program to it. Sanitizers and fuzzers see more than _FORTIFY_SOURCE does, and it wants a compiler that optimises.
option(MONIKER_HARDEN "stack protector, checked library calls, read-only relocations" ON)

function(moniker_harden target)
  if(NOT MONIKER_HARDEN)
    return()
  endif()
  target_compile_options(${target} INTERFACE -fPIE -fstack-protector-strong -fstack-clash-protection)
  target_compile_definitions(${target} INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(${target} INTERFACE -pie LINKER:-z,relro,-z,now,-z,noexecstack,-z,separate-code)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(${target} INTERFACE -fcf-protection=full)
    # Debian 12's start-up files (Scrt1.o) bear no mark, for want of which the linker would take it from the whole program.
    # They keep call and return in pairs, so the shadow stack is promised all the same; IBT cannot be: _start has no endbr64.
    target_link_options(${target} INTERFACE LINKER:-z,shstk)
  elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "aarch64|arm64")
    target_compile_options(${target} INTERFACE -mbranch-protection=standard)
  endif()
  if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT MONIKER_SANITIZE)
    target_compile_options(${target} INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
  endif()
endfunction()
