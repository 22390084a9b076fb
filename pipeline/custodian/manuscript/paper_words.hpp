#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "words/number_words.hpp"
#include "words/word_map.hpp"

namespace moniker::custodian {

/// What stands before a number that is an ID, or that is none.
struct IdPrefix {
  /// Of a pair (Dyad 3) each is told by what they are; at a place (Site B) many are, and may be numbered there.
  /// A role alone (practice nurse) is somebody of it, nobody knows who.
  enum class Kind : std::uint8_t { participant, group, session, pair, place, other, role };
  Kind kind{};
  bool generic = false;  // says no more than "participant"
  bool word = false;     // a word of the sentence: Participant 7
};

/// What a word says of somebody: gender, female.
struct SaidOfSomebody {
  std::string kind{}, value{};
};

/// Folded, in the order of the file.
using Phrases = std::vector<std::string>;

/// The words by which a paper is read, from rules/<language>/manuscript; plain, immutable once loaded.
struct PaperWords {
  words::WordMap<IdPrefix> prefixes{};
  words::WordMap<std::vector<SaidOfSomebody>> attributes{};
  words::WordMap<std::vector<SaidOfSomebody>> of_self{};  // what people say of themselves
  words::WordSet asked{}, open{}, hedges{}, remainder{}, several{}, people{}, took_part{}, breaks_down{}, experience{},
      units{}, speaks{}, renamed{}, occasions{}, table_counts{}, table_ids{}, totals{}, negations{};
  Phrases sentence_begins{}, short_forms{}, percents{}, range{};
  Phrases she{}, he{}, somebody{}, titles{}, cites{}, cites_page{}, ours{};
  Phrases table_names{}, table_pseudonym{}, table_participant{}, table_age{}, table_gender{}, table_year{},
      table_talk{};
  Phrases ordinals{}, ordinal_endings{}, year{}, study_year{}, age_words{}, age_said{}, age_about{}, years_old{};
  Phrases lines{}, at_place{}, begun{}, before_now{}, months{};
  Phrases of{}, the{}, conjunction{}, of_whom{}, everybody{}, respondents{}, agreed{}, them{}, them_did{}, interviews{},
      says_total{}, in_total{}, apart{};
  Phrases talks{}, talks_with{}, of_part{}, of_one{}, joins{}, whole_before{};
  Phrases of_the{}, of_these{}, of_named{}, of_some{}, of_them{}, rest_of{}, rest_of_place{};
  Phrases label_leads{}, articles{}, part_of{}, said_of_people{}, has{}, with{}, and_one{}, numbering{},
      count_bracket{};
  Phrases label_before{}, label_ends{}, of_all{}, also_people{}, talks_held{}, unit_apart{};
  Phrases no_people{}, one_before{}, or_more{}, and_over{}, over{}, one{}, one_who{};
  Phrases asks{}, answers{}, no_names{}, saints{}, did{}, not_so{}, anaphoric{}, remaining{}, sum_to{}, named{};
  Phrases item_before{}, item_leads{}, whole_leads{}, rest_leads{}, exclusive{}, open_if_told{}, leaving{};
  Phrases at_one{}, first_names_changed{}, numbered{}, of_each{}, in_both{}, changed{}, known_to_all{}, plain_words{};
  Phrases each{}, evenly{}, fractions{}, all_but{}, there_were{}, remained{}, past_endings{}, plural_endings{};
  Phrases announces{}, total_of{}, twice{}, another{}, became{}, own{}, leads_in{}, head_ends{}, age_behind{}, mostly{},
      last_is{}, only{}, only_in{}, fell_out{}, measures{}, some_of_them{};
  Phrases was{}, formerly{}, one_of_the{}, clause_kinds{}, clause_leads{}, in_the_job{}, experience_named{}, decades{};
  Phrases supposes{}, i_am{}, i_have_been{};
  Phrases a_decade{}, tenure_units{}, nth_of{}, first_time{}, stem_endings{}, no_stems{}, sole{}, one_was{};
  Phrases agent_endings{}, table_children{}, in_each_other{}, not_only{}, pair_counts{}, group_counts{}, versus{},
      lost{}, kept{};
  Phrases together_with{}, whole_sample{}, made_up{}, made_of{}, among_them{}, below{}, of_both{}, one_of_them{},
      whose{}, again{}, lasting_kinds{}, participles{}, still{}, for_a_while{}, not_given{}, one_of_people{}, further{},
      more{}, respectively{}, thing_named{}, speaker_was{}, speaks_by{}, that{}, an{}, by{}, holds{}, extremes{},
      of_the_others{}, other_half{}, once{}, twice_on_scale{}, kinds_of_samples{}, learning{}, being_one{}, list_ends{},
      the_other_was{}, flow_begins{}, flow_asks{}, flow_lost{}, flow_kept{}, flow_why{}, flow_later{}, counted_in{},
      relative{}, occasion_alone{}, self_is{}, final_year{}, recalled_by{}, my{}, in_my{}, here{}, as_one{}, anybody{},
      back_then{}, theirs{}, gender_said{}, part_of_decade{}, age_led_by{}, first_person{}, the_first{}, the_last{},
      modals{}, stands_for{}, does_one{}, has_several{};
  Phrases as_the_only{}, now_is{}, and_i{}, now_of_two{}, overlaps{}, as{}, living{}, turned{}, age_now{}, have_kids{},
      kid_words{}, self_has{}, self_ends{}, beside_a_job{}, it_is{}, talks_in{}, born_in{}, here_since{}, called_she{},
      the_other_one{}, towns{}, countryside{}, town_parts{}, lived_in{}, lately{}, years_here{}, years_of_job{},
      qualified{}, goes{}, for_years{}, done_all_day{}, vehicles{}, still_since{}, births_before{}, older_ones{},
      kids_and_births{}, expecting{}, goes_to{}, and_she{}, former{}, are_the_rest{}, months_named{}, before_month{},
      kind_led_by{}, at_age_of{}, behind_age{}, was_so_old{}, works{}, like_other{}, is_so_old{}, at_our_talk{},
      to_somebody{};
  words::NumberWords numbers{};

  /// Throws Error{usage} with file and line for what is ragged, and for a list that no row gives.
  static PaperWords load(const std::filesystem::path& rules, const std::string& language);
};

/// Whether one of the phrases stands in a folded text, as whole words.
bool says_one_of(std::string_view folded, const words::WordSet& phrases);
bool says_one_of(std::string_view folded, const Phrases& phrases);

bool is_one_of(std::string_view word, const Phrases& phrases);
/// The phrase that a text begins with, as whole words; empty where it begins with none.
std::string_view lead_of(std::string_view text, const Phrases& phrases);
/// "worked": by its ending a word for what somebody did.
bool is_past(std::string_view word, const PaperWords& words);
/// "ringer", "pianist": whoever does something, by the ending of the word.
bool is_agent(std::string_view word, const PaperWords& words);
/// Whether what somebody is ends before this word: at nothing more, or at one that begins more of it ("in", "because").
bool ends_head(const std::vector<std::string>& said, std::size_t at, const PaperWords& words);
/// "nurses" of "nurse", the same word too.
bool is_plural_of(std::string_view plural, std::string_view word, const PaperWords& words);
/// One is the other, or its plural.
bool is_same_noun(std::string_view a, std::string_view b, const PaperWords& words);
/// "nurse" of "nurses" and "family" of "families"; the word itself where it has no ending of the kind.
std::string singular(std::string_view word, const PaperWords& words);
bool ends_as_plural(std::string_view word, const PaperWords& words);

/// The phrase that a text ends with, alone or behind a blank; empty where it ends with none.
std::string_view tail_of(std::string_view text, const Phrases& phrases);

}  // namespace moniker::custodian
