#pragma once
#include <filesystem>

namespace moniker {

/// A study of several people: its folders belong to their group, which may write to them, and hand the group on to what
/// is made in them (setgid, mode 2770). Elsewhere a folder like that says nothing: a decrypted file stays its owner's.
bool is_shared_study_folder(const std::filesystem::path& folder);

/// Of a new file or folder: the group may do there what its owner may.
unsigned mode_in(const std::filesystem::path& folder, unsigned mode);

/// The mode, whatever the umask is.
void give_mode(int descriptor, unsigned mode);

/// Whether this account is in the group, or may do everything.
bool is_of_group(unsigned group);

}  // namespace moniker
