#pragma once
#include <filesystem>
#include <optional>
#include <vector>

#include "base/byte_source.hpp"
#include "moniker/error.hpp"

namespace moniker {

/// What may be believed of a file or a folder depends on who could have written it, and a secret is one only while
/// nobody else could read it.
enum class Trust {
  secret,   // a key, a passphrase: its owner alone may read it
  decides,  // what it says is done, or what lies in it is believed: its owner alone may write to it
  takes_in  // a folder to which others hand in, but not everybody
};

struct Relied {
  std::filesystem::path file{};
  Trust trust = Trust::decides;
};

/// Whose a file may be: of whoever runs this, or of root; or, for who only looks at it, anybody's.
enum class Owners { trusted, any };

/// What is wrong with those of them that are there; links are left to whoever opens them, and refuses them. A group may
/// write where it is its owner's alone (a user's private group, as Debian makes one for everybody); what an access
/// control list gives counts as a group.
/// `shared`: a group whose members trust one another (config/trusted_files.hpp): what is theirs may be any member's,
/// and written and read by all of them.
using SharedGroup = std::optional<unsigned>;
std::vector<Problem> distrusted(const std::vector<Relied>& files, Owners owners = Owners::trusted,
                                SharedGroup shared = std::nullopt);
/// Throws Error{usage} with all of it.
void require_trusted(const std::vector<Relied>& files, Owners owners = Owners::trusted,
                     SharedGroup shared = std::nullopt);

/// Of a secret that was opened. What root hands to a group, and what systemd hands to a service, may be read by it.
/// A key of a study in a folder that its people share (base/shared_folder.hpp) is the group's; whether that may be so
/// moniker.yaml has said, when its files were judged.
enum class Secrets { of_one, of_study };
void require_secret(const FileSource& opened, const std::filesystem::path& file, Secrets whose = Secrets::of_one);

/// The folders in which a folder lies: who may write to one can put another in its place, unless it is sticky, as /tmp
/// is. Throws Error{usage}.
void require_trusted_way(const std::filesystem::path& folder);

}  // namespace moniker
