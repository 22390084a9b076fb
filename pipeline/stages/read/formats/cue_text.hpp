#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace moniker::read {

/// Words of one caption by one speaker.
struct CueVoice {
  std::optional<std::string> speaker{};  // of a voice tag, <v Kate Shaw>; nothing where no tag says who
  std::string text{};                    // without tags, entities decoded
};

/// A caption's payload without its marks. Voice tags part it; other tags of WebVTT (c, i, b, u, ruby, rt,
/// lang, times) and of SubRip (font, {\an8}) go; what merely looks like a tag stays as words. Entities are
/// decoded, also in names; direction marks vanish. `broken`: a tag is never closed by >; its words stay.
struct CueText {
  std::vector<CueVoice> voices{};
  bool broken = false;
};
CueText parse_cue_text(std::string_view payload);

}  // namespace moniker::read
