#pragma once

namespace moniker {

/// Soft hyphens, zero-width characters, joiners, direction marks, variation selectors and the like: what nobody sees
/// (Default_Ignorable_Code_Point of the Unicode Character Database, and what a byte order mark became).
bool is_unseen(char32_t c);

/// The Latin letter that one of another script, or of phonetic writing, looks like; 0: none.
char32_t look_alike(char32_t c);

/// The letter or digit that a decorated one is, where Unicode's compatibility forms know nothing of it: small capitals,
/// letters in black squares and circles, digits in black circles; 0: none.
char32_t undecorated(char32_t c);

/// Half a flag, which stands for a letter; 0: none.
char32_t regional_letter(char32_t c);

}  // namespace moniker
