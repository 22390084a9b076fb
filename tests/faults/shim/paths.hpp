#pragma once
#include <sys/stat.h>

#include <cstdint>
#include <string>

namespace shim {

/// What the system calls the file behind a descriptor; empty where it is none.
std::string path_of(int descriptor);

/// A path as given to openat() and its kin, whole.
std::string path_at(int folder, const char* path);

bool is_there(const std::string& path);
std::uint64_t inode_of(const std::string& path);
std::uint64_t inode_of(int descriptor);

}  // namespace shim
