#pragma once

namespace moniker {

/// Soft hyphens, zero-width characters, joiners, direction marks, variation selectors and the like: what nobody sees
/// (Default_Ignorable_Code_Point of the Unicode Character Database, and what a byte order mark became).
bool is_unseen(char32_t c);

/// The Latin letter that a Cyrillic, Greek or Armenian one looks like; 0: none.
char32_t look_alike(char32_t c);

}  // namespace moniker
