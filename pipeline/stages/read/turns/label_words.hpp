#pragma once
#include <algorithm>
#include <iterator>
#include <string_view>

// The words by which labels are judged, each list in byte order for binary search (a test holds them to it).
namespace moniker::label_words {

/// What people are called by their part in the talk.
inline constexpr std::string_view roles[] = {
    "agent",      "all",         "audience",     "both",         "carer",       "chair",
    "chairman",   "chairperson", "chairwoman",   "child",        "client",      "clinician",
    "consultant", "counsel",     "counsellor",   "customer",     "dad",         "daughter",
    "doctor",     "everybody",   "everyone",     "fac",          "facilitator", "father",
    "female",     "fm",          "gp",           "group",        "guest",       "host",
    "husband",    "int",         "interpreter",  "interviewee",  "interviewer", "judge",
    "lecturer",   "male",        "man",          "manager",      "member",      "midwife",
    "mod",        "moderator",   "mother",       "mum",          "note-taker",  "notetaker",
    "nurse",      "observer",    "operator",     "panel",        "parent",      "participant",
    "partner",    "patient",     "person",       "pharmacist",   "physio",      "physiotherapist",
    "pi",         "presenter",   "professor",    "receptionist", "relative",    "reporter",
    "res",        "researcher",  "resp",         "respondent",   "sister",      "son",
    "speaker",    "speakers",    "student",      "system",       "teacher",     "therapist",
    "translator", "unclear",     "unidentified", "unknown",      "user",        "voice",
    "voices",     "wife",        "witness",      "woman",        "worker"};

/// What may stand beside such a word, but is no label alone.
inline constexpr std::string_view qualifiers[] = {"another", "first",   "lead",    "main",   "new",     "other",
                                                  "second",  "service", "several", "social", "support", "third"};

/// Small words inside a name.
inline constexpr std::string_view particles[] = {"al", "and", "bin", "d'", "da", "de", "del", "den", "der", "di",
                                                 "du", "el",  "ibn", "la", "le", "of", "the", "van", "von", "y"};

/// Fields of a transcript's head.
inline constexpr std::string_view fields[] = {
    "apologies",   "attendees",    "audio",         "code",    "conventions", "date",     "duration",  "file",
    "filename",    "id",           "interviewees",  "key",     "language",    "length",   "location",  "note",
    "notes",       "participants", "place",         "present", "project",     "recorded", "recording", "ref",
    "reference",   "site",         "study",         "subject", "time",        "title",    "topic",     "transcribed",
    "transcriber", "transcript",   "transcription", "typist",  "venue",       "version",  "web"};

/// Words with which a sentence or a heading begins that ends in a colon, and a label never.
inline constexpr std::string_view lead_ins[] = {
    "a",         "about",        "actually",   "after",     "again",     "aim",        "aims",      "also",
    "although",  "an",           "and",        "annex",     "another",   "answer",     "any",       "anyway",
    "appendix",  "are",          "article",    "as",        "at",        "background", "basically", "because",
    "before",    "but",          "by",         "can",       "cc",        "chapter",    "clause",    "conclusion",
    "day",       "did",          "discussion", "do",        "dob",       "does",       "e.g",       "e.g.",
    "eg",        "email",        "example",    "exhibit",   "fax",       "figure",     "finally",   "firstly",
    "for",       "from",         "has",        "have",      "he",        "hence",      "her",       "here",
    "his",       "how",          "however",    "http",      "https",     "i'd",        "i'll",      "i'm",
    "i've",      "i.e",          "i.e.",       "ie",        "if",        "ii",         "iii",       "in",
    "instead",   "introduction", "is",         "isn't",     "it",        "it's",       "item",      "its",
    "iv",        "ix",           "just",       "lastly",    "let",       "let's",      "like",      "listen",
    "look",      "mailto",       "maybe",      "meaning",   "method",    "methods",    "module",    "my",
    "name",      "namely",       "nb",         "never",     "nhs",       "no",         "not",       "now",
    "obviously", "of",           "oh",         "ok",        "okay",      "on",         "or",        "our",
    "page",      "paragraph",    "part",       "perhaps",   "phone",     "photo",      "please",    "plus",
    "point",     "ps",           "question",   "questions", "quote",     "re",         "reason",    "remember",
    "results",   "right",        "secondly",   "section",   "see",       "she",        "since",     "slide",
    "so",        "some",         "sometimes",  "sorry",     "step",      "subject",    "such",      "summary",
    "table",     "tel",          "thank",      "thanks",    "that",      "that's",     "the",       "their",
    "theme",     "then",         "there",      "there's",   "therefore", "these",      "they",      "they're",
    "thirdly",   "this",         "those",      "thus",      "tip",       "to",         "today",     "tomorrow",
    "update",    "url",          "vi",         "video",     "vii",       "viii",       "volume",    "warning",
    "was",       "we",           "we're",      "week",      "well",      "were",       "what",      "what's",
    "when",      "where",        "which",      "who",       "why",       "with",       "www",       "xi",
    "xii",       "yeah",         "yes",        "yesterday", "yet",       "you",        "your"};

/// Words that stand in a sentence and in no label: "Matt Hancock says:", "First question:".
inline constexpr std::string_view sentence_words[] = {
    "are",     "as",       "ask",       "asked",   "asks",     "at",        "be",     "because", "been",   "but",
    "example", "examples", "following", "follows", "for",      "from",      "had",    "has",     "have",   "he",
    "her",     "his",      "i",         "if",      "in",       "is",        "it",     "my",      "not",    "on",
    "or",      "our",      "point",     "points",  "question", "questions", "quote",  "read",    "reads",  "reason",
    "reasons", "replied",  "replies",   "reply",   "said",     "say",       "saying", "says",    "she",    "so",
    "stated",  "states",   "that",      "their",   "then",     "these",     "they",   "thing",   "things", "this",
    "those",   "to",       "was",       "we",      "were",     "what",      "when",   "which",   "who",    "with",
    "write",   "writes",   "wrote",     "you",     "your"};

/// What people answer in one word: never the value of a field.
inline constexpr std::string_view answers[] = {
    "alright", "er", "erm",  "good",  "great", "hello", "hi",     "hiya", "hmm", "lovely", "mhm",  "mm",  "mmm", "no",
    "oh",      "ok", "okay", "right", "so",    "sure",  "thanks", "uh",   "um",  "well",   "yeah", "yep", "yes"};

template <std::size_t N>
constexpr bool has(const std::string_view (&list)[N], std::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

}  // namespace moniker::label_words
