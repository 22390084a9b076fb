#pragma once
#include <string>
#include <string_view>

namespace moniker::eval {

/// Which documents of a gold file count. A third of them, told by their ids alone, is set aside: rules and models are
/// made on the others, so that figures on the third are honest.
enum class GoldPart { all, develop, aside };

/// Whether a document is of the third: the first byte of the unkeyed hash of its id, divided by 3, leaves 0.
bool is_aside(std::string_view id);
bool is_of(GoldPart part, std::string_view id);

/// The text in small letters, as automatic captions are. Only letters whose small form is as many bytes long change,
/// so that offsets stay true.
std::string in_small_letters(std::string_view text);

}  // namespace moniker::eval
