#pragma once
#include <filesystem>

#include "doctor/doctor_page.hpp"

namespace moniker::doctor {

/// Linux and its version.
std::string system_name();

/// What the kernel holds a command to, and whether this one is held to it.
Chapter sandbox_chapter();

/// What keeps talk and keys in memory alone, and chance and time as they have to be.
Chapter machine_chapter(const std::filesystem::path& pdf_to_text);

/// Whether files in a folder can be written without a name until they are whole.
Observation unnamed_files(const std::filesystem::path& folder);

/// The name and version of what the program is linked to, as it is at run time where it says so.
std::vector<std::pair<std::string, std::string>> library_versions();

}  // namespace moniker::doctor
