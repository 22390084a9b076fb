#pragma once
#include <algorithm>
#include <iterator>
#include <string_view>

// The words by which labels are judged, each list in byte order for binary search (a test holds them to it).
namespace moniker::label_words {

/// What people are called by their part in the talk.
inline constexpr std::string_view roles[] = {
    "all", "audience", "both", "carer", "chair", "chairman", "chairperson", "chairwoman", "child", "client",
    "clinician", "consultant", "counsel", "counsellor", "dad", "daughter", "doctor", "everybody", "everyone",
    "facilitator", "father", "female", "fm", "gp", "group", "guest", "host", "husband", "int", "interpreter",
    "interviewee", "interviewer", "judge", "lecturer", "male", "man", "manager", "member", "midwife", "mod",
    "moderator", "mother", "mum", "note-taker", "notetaker", "nurse", "observer", "operator", "panel",
    "parent", "participant", "partner", "patient", "person", "pharmacist", "physio", "physiotherapist", "pi",
    "presenter", "professor", "receptionist", "relative", "reporter", "res", "researcher", "resp",
    "respondent", "sister", "son", "speaker", "speakers", "student", "teacher", "therapist", "translator",
    "unclear", "unidentified", "unknown", "user", "voice", "voices", "wife", "witness", "woman", "worker"};

/// What may stand beside such a word, but is no label alone.
inline constexpr std::string_view qualifiers[] = {
    "another", "first", "lead", "main", "new", "other", "second", "service", "several", "social", "support",
    "third"};

/// Small words inside a name.
inline constexpr std::string_view particles[] = {
    "al", "and", "bin", "d'", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "le", "of",
    "the", "van", "von", "y"};

/// Fields of a transcript's head.
inline constexpr std::string_view fields[] = {
    "apologies", "attendees", "audio", "code", "conventions", "date", "duration", "file", "filename", "id",
    "interviewees", "key", "language", "length", "location", "note", "notes", "participants", "place",
    "present", "project", "recorded", "recording", "ref", "reference", "site", "study", "subject", "time",
    "title", "topic", "transcribed", "transcriber", "transcript", "transcription", "typist", "venue",
    "version", "web"};

/// Words with which a sentence or a heading begins that ends in a colon, and a label never.
inline constexpr std::string_view lead_ins[] = {
    "a", "about", "actually", "after", "again", "aim", "aims", "also", "although", "an", "and", "another",
    "answer", "any", "anyway", "appendix", "are", "as", "at", "background", "basically", "because", "before",
    "but", "by", "can", "cc", "chapter", "conclusion", "did", "discussion", "do", "dob", "does", "e.g",
    "e.g.", "eg", "email", "example", "fax", "figure", "finally", "firstly", "for", "from", "has", "have",
    "he", "her", "here", "his", "how", "however", "http", "https", "i'd", "i'll", "i'm", "i've", "i.e",
    "i.e.", "ie", "if", "in", "instead", "introduction", "is", "isn't", "it", "it's", "its", "just",
    "lastly", "like", "mailto", "maybe", "meaning", "method", "methods", "my", "name", "namely", "nb",
    "never", "nhs", "no", "not", "now", "of", "oh", "ok", "okay", "on", "or", "our", "page", "part",
    "perhaps", "phone", "please", "plus", "ps", "question", "questions", "quote", "re", "reason", "remember",
    "results", "right", "secondly", "section", "she", "since", "so", "some", "sorry", "step", "subject",
    "such", "summary", "table", "tel", "thank", "thanks", "that", "that's", "the", "their", "then", "there",
    "there's", "therefore", "these", "they", "they're", "thirdly", "this", "those", "tip", "to", "tomorrow",
    "url", "warning", "was", "we", "we're", "well", "were", "what", "what's", "when", "where", "which",
    "who", "why", "with", "www", "yeah", "yes", "yet", "you", "your"};

/// What people answer in one word: never the value of a field.
inline constexpr std::string_view answers[] = {
    "alright", "er", "erm", "good", "great", "hello", "hi", "hiya", "hmm", "lovely", "mhm", "mm", "mmm",
    "no", "oh", "ok", "okay", "right", "so", "sure", "thanks", "uh", "um", "well", "yeah", "yep", "yes"};

template <std::size_t N>
constexpr bool has(const std::string_view (&list)[N], std::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

}  // namespace moniker::label_words
