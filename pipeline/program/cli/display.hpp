#pragma once

namespace moniker::cli {

/// What a terminal shows, as people and programs say it by the environment: NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM,
/// the locale, COLUMNS. `descriptor` is a stream's.
bool wants_colour(int descriptor);
bool is_dumb();                  // nothing can be drawn over
bool locale_is_utf8();           // true where nothing is said of it
int columns_of(int descriptor);  // 0 where it is no terminal or does not know
int columns_wanted();            // by COLUMNS; 0 where nothing is said

}  // namespace moniker::cli
