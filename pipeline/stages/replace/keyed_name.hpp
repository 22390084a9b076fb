#pragma once
#include <string>
#include <string_view>

#include "base/keyed_hash.hpp"

namespace moniker::replace {

/// What a thing is called where nobody counts: twelve characters that follow from the study's key, the label and the
/// normal form alone, so that any number of machines agree without talking. K7Q2M4XWJ9RT of [PERSON_K7Q2M4XWJ9RT].
///
/// The alphabet has 24 letters and digits. There is no 0, 1, 5 and none of I, L, N, O, S, U, Z, so that nothing is read
/// for something else, and no A or E either, so that no word and no name can come out. Twelve of them tell 24^12
/// = 3.7e16 names apart (55 bits). Of n different forms under one label, some two share a name with a probability of
/// about n^2 / (2 * 24^12): 1 in 7 million for the 100,000 forms of a large study, 1 in 73,000 for the million of a
/// national one.
std::string keyed_name(const Digest& keyed);

}  // namespace moniker::replace
