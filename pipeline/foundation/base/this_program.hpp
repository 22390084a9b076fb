#pragma once
#include <filesystem>

namespace moniker {

/// The file of this program. Where it was started by a loader that it brings along (`ld.so --library-path lib moniker`,
/// as in the package for any Linux), /proc/self/exe names that loader, and the program is where our own code lies.
/// Empty where /proc is not there.
std::filesystem::path this_program();

/// The folder of that loader and the libraries beside it; empty where the system's own started us.
std::filesystem::path bundled_libraries();

}  // namespace moniker
