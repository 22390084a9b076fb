#pragma once
#include <deque>
#include <string_view>

#include "base/byte_source.hpp"
#include "moniker/utterance.hpp"
#include "read/formats/json_asides.hpp"
#include "read/formats/time_unit.hpp"
#include "read/turns/segments.hpp"

namespace moniker::read {

/// The segments of one JSON document, in its order: the objects of an array at its top, or of one named segments
/// (Whisper, faster-whisper, WhisperX), transcription (whisper.cpp) or utterances (AssemblyAI, Deepgram), wherever it
/// stands; audio_segments (Amazon), the sentences of paragraphs (Deepgram); words with times of their own where there
/// is nothing else. Of each, its text and speaker; its time from start and end (seconds or milliseconds, as people can
/// have spoken), from offsets or from timestamps.
///
/// Reads the document to its end and holds its talk, not the rest of it: a recogniser may say at the end what the
/// beginning needs. Throws Error{input} with line and column: no JSON, a text that is no string, half a surrogate pair,
/// nested deeper than 512, more than 256 MiB of talk. `asides`: how many texts stand beside the talk.
std::deque<Segment> json_segments(ByteSource& source, std::uint64_t& asides);

/// A turn of a JSON object: {"speaker":"ID04","start":1000,"end":2500,"text":"..."}.
/// One line of JSON lines. `line` is the line's number, for errors; `unit`: seconds that one of a time counts where
/// the object does not say so. Throws Error{input} with line and column.
/// Its texts beside the talk are noted in `asides`, with what was said.
Segment json_turn(std::string_view text, std::uint32_t line, double unit = 1, JsonAsides* asides = nullptr);

/// Notes what the times of such a line would say of their unit; nothing where the object says it.
void note_json_turn(std::string_view text, TimeUnit& unit);

/// Whether the text begins with an object that says who speaks or what is said: a line of JSON lines.
bool begins_with_json_turn(std::string_view text);

}  // namespace moniker::read
