#pragma once
#include <memory>

#include "moniker/issue.hpp"
#include "moniker/limits.hpp"
#include "moniker/stage.hpp"
#include "read/turns/reader.hpp"

namespace moniker::read {

/// A reader that gives no more words, turns and speakers than a transcript may hold: beyond, it tells limit_exceeded
/// and throws Error{input} with the place and the setting that says otherwise.
std::unique_ptr<Reader> limited_reader(std::unique_ptr<Reader> reader, const Sink<Issue>& issues, const Limits& limits);

/// The same for what others count: `what` is a name of limit_table.
[[noreturn]] void refuse_beyond(const Sink<Issue>& issues, const Limits& limits, std::string_view what, Position at);

}  // namespace moniker::read
