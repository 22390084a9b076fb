// The lists of rules/<language>/manuscript by which a paper is read: which there are, and that none is missing.
#include "manuscript/paper_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "words/list_cells.hpp"
#include "words/list_file.hpp"

namespace moniker::custodian {
namespace {

constexpr const char* lists_are_named = "the file's first lines name the lists";

struct PaperList {
  std::string_view name;
  words::WordSet PaperWords::*words;
};
constexpr PaperList paper_lists[] = {
    {"asked", &PaperWords::asked},           {"hedges", &PaperWords::hedges},
    {"remainder", &PaperWords::remainder},   {"open", &PaperWords::open},
    {"several", &PaperWords::several},       {"people", &PaperWords::people},
    {"took part", &PaperWords::took_part},   {"breaks down", &PaperWords::breaks_down},
    {"experience", &PaperWords::experience}, {"unit", &PaperWords::units},
    {"speaks", &PaperWords::speaks},         {"renamed", &PaperWords::renamed},
    {"occasion", &PaperWords::occasions},    {"table counts", &PaperWords::table_counts},
    {"table ids", &PaperWords::table_ids},   {"totals", &PaperWords::totals},
    {"negations", &PaperWords::negations},
};

struct PhraseList {
  std::string_view name;
  Phrases PaperWords::*phrases;
};
constexpr PhraseList phrase_lists[] = {
    {"sentence begins", &PaperWords::sentence_begins},
    {"short forms", &PaperWords::short_forms},
    {"percent", &PaperWords::percents},
    {"range", &PaperWords::range},
    {"she", &PaperWords::she},
    {"he", &PaperWords::he},
    {"somebody", &PaperWords::somebody},
    {"titles", &PaperWords::titles},
    {"cites", &PaperWords::cites},
    {"cites page", &PaperWords::cites_page},
    {"ours", &PaperWords::ours},
    {"table names", &PaperWords::table_names},
    {"table pseudonym", &PaperWords::table_pseudonym},
    {"table participant", &PaperWords::table_participant},
    {"table age", &PaperWords::table_age},
    {"table gender", &PaperWords::table_gender},
    {"table talk", &PaperWords::table_talk},
    {"begun", &PaperWords::begun},
    {"before now", &PaperWords::before_now},
    {"months", &PaperWords::months},
    {"table year", &PaperWords::table_year},
    {"ordinals", &PaperWords::ordinals},
    {"ordinal endings", &PaperWords::ordinal_endings},
    {"year", &PaperWords::year},
    {"study year", &PaperWords::study_year},
    {"age words", &PaperWords::age_words},
    {"age said", &PaperWords::age_said},
    {"age about", &PaperWords::age_about},
    {"years old", &PaperWords::years_old},
    {"lines", &PaperWords::lines},
    {"at place", &PaperWords::at_place},
    {"of", &PaperWords::of},
    {"the", &PaperWords::the},
    {"and", &PaperWords::conjunction},
    {"of whom", &PaperWords::of_whom},
    {"everybody", &PaperWords::everybody},
    {"respondents", &PaperWords::respondents},
    {"agreed", &PaperWords::agreed},
    {"them", &PaperWords::them},
    {"them did", &PaperWords::them_did},
    {"interviews", &PaperWords::interviews},
    {"says total", &PaperWords::says_total},
    {"in total", &PaperWords::in_total},
    {"apart", &PaperWords::apart},
    {"talks", &PaperWords::talks},
    {"talks with", &PaperWords::talks_with},
    {"of part", &PaperWords::of_part},
    {"of one", &PaperWords::of_one},
    {"joins", &PaperWords::joins},
    {"whole before", &PaperWords::whole_before},
    {"of the", &PaperWords::of_the},
    {"of these", &PaperWords::of_these},
    {"of named", &PaperWords::of_named},
    {"of some", &PaperWords::of_some},
    {"of them", &PaperWords::of_them},
    {"rest of", &PaperWords::rest_of},
    {"rest of place", &PaperWords::rest_of_place},
    {"label leads", &PaperWords::label_leads},
    {"articles", &PaperWords::articles},
    {"part of", &PaperWords::part_of},
    {"said of people", &PaperWords::said_of_people},
    {"has", &PaperWords::has},
    {"count bracket", &PaperWords::count_bracket},
    {"with", &PaperWords::with},
    {"and one", &PaperWords::and_one},
    {"numbering", &PaperWords::numbering},
    {"label before", &PaperWords::label_before},
    {"label ends", &PaperWords::label_ends},
    {"of all", &PaperWords::of_all},
    {"also people", &PaperWords::also_people},
    {"talks held", &PaperWords::talks_held},
    {"unit apart", &PaperWords::unit_apart},
    {"no people", &PaperWords::no_people},
    {"one before", &PaperWords::one_before},
    {"or more", &PaperWords::or_more},
    {"and over", &PaperWords::and_over},
    {"over", &PaperWords::over},
    {"one", &PaperWords::one},
    {"one who", &PaperWords::one_who},
    {"asks", &PaperWords::asks},
    {"answers", &PaperWords::answers},
    {"no names", &PaperWords::no_names},
    {"saints", &PaperWords::saints},
    {"did", &PaperWords::did},
    {"not so", &PaperWords::not_so},
    {"anaphoric", &PaperWords::anaphoric},
    {"remaining", &PaperWords::remaining},
    {"sum to", &PaperWords::sum_to},
    {"named", &PaperWords::named},
    {"item before", &PaperWords::item_before},
    {"item leads", &PaperWords::item_leads},
    {"whole leads", &PaperWords::whole_leads},
    {"rest leads", &PaperWords::rest_leads},
    {"exclusive", &PaperWords::exclusive},
    {"open if told", &PaperWords::open_if_told},
    {"leaving", &PaperWords::leaving},
    {"at one", &PaperWords::at_one},
    {"of each", &PaperWords::of_each},
    {"in both", &PaperWords::in_both},
    {"changed", &PaperWords::changed},
    {"numbered", &PaperWords::numbered},
    {"first names changed", &PaperWords::first_names_changed},
    {"known to all", &PaperWords::known_to_all},
    {"plain words", &PaperWords::plain_words},
    {"each", &PaperWords::each},
    {"evenly", &PaperWords::evenly},
    {"fractions", &PaperWords::fractions},
    {"all but", &PaperWords::all_but},
    {"there were", &PaperWords::there_were},
    {"remained", &PaperWords::remained},
    {"past endings", &PaperWords::past_endings},
    {"plural endings", &PaperWords::plural_endings},
    {"announces", &PaperWords::announces},
    {"total of", &PaperWords::total_of},
    {"twice", &PaperWords::twice},
    {"another", &PaperWords::another},
    {"became", &PaperWords::became},
    {"own", &PaperWords::own},
    {"leads in", &PaperWords::leads_in},
    {"head ends", &PaperWords::head_ends},
    {"age behind", &PaperWords::age_behind},
    {"mostly", &PaperWords::mostly},
    {"last is", &PaperWords::last_is},
    {"only", &PaperWords::only},
    {"only in", &PaperWords::only_in},
    {"fell out", &PaperWords::fell_out},
    {"measures", &PaperWords::measures},
    {"some of them", &PaperWords::some_of_them},
    {"was", &PaperWords::was},
    {"formerly", &PaperWords::formerly},
    {"one of the", &PaperWords::one_of_the},
    {"clause kinds", &PaperWords::clause_kinds},
    {"clause leads", &PaperWords::clause_leads},
    {"in the job", &PaperWords::in_the_job},
    {"experience named", &PaperWords::experience_named},
    {"decades", &PaperWords::decades},
    {"a decade", &PaperWords::a_decade},
    {"tenure unit", &PaperWords::tenure_units},
    {"nth of", &PaperWords::nth_of},
    {"first time", &PaperWords::first_time},
    {"stem ending", &PaperWords::stem_endings},
    {"no stem", &PaperWords::no_stems},
    {"sole", &PaperWords::sole},
    {"one was", &PaperWords::one_was},
    {"agent ending", &PaperWords::agent_endings},
    {"table children", &PaperWords::table_children},
    {"in each other", &PaperWords::in_each_other},
    {"not only", &PaperWords::not_only},
    {"pair counts", &PaperWords::pair_counts},
    {"group counts", &PaperWords::group_counts},
    {"versus", &PaperWords::versus},
    {"whose", &PaperWords::whose},
    {"participles", &PaperWords::participles},
    {"still", &PaperWords::still},
    {"lasting kinds", &PaperWords::lasting_kinds},
    {"again", &PaperWords::again},
    {"among them", &PaperWords::among_them},
    {"for a while", &PaperWords::for_a_while},
    {"not given", &PaperWords::not_given},
    {"further", &PaperWords::further},
    {"more", &PaperWords::more},
    {"respectively", &PaperWords::respectively},
    {"one of people", &PaperWords::one_of_people},
    {"below", &PaperWords::below},
    {"of both", &PaperWords::of_both},
    {"one of them", &PaperWords::one_of_them},
    {"made up", &PaperWords::made_up},
    {"made of", &PaperWords::made_of},
    {"lost", &PaperWords::lost},
    {"kept", &PaperWords::kept},
    {"together with", &PaperWords::together_with},
    {"whole sample", &PaperWords::whole_sample},
    {"thing named", &PaperWords::thing_named},
    {"speaker was", &PaperWords::speaker_was},
    {"speaks by", &PaperWords::speaks_by},
    {"that", &PaperWords::that},
    {"an", &PaperWords::an},
    {"by", &PaperWords::by},
    {"holds", &PaperWords::holds},
    {"extremes", &PaperWords::extremes},
    {"of the others", &PaperWords::of_the_others},
    {"other half", &PaperWords::other_half},
    {"once", &PaperWords::once},
    {"twice on scale", &PaperWords::twice_on_scale},
    {"kinds of samples", &PaperWords::kinds_of_samples},
    {"learning", &PaperWords::learning},
    {"being one", &PaperWords::being_one},
    {"list ends", &PaperWords::list_ends},
    {"the other was", &PaperWords::the_other_was},
    {"flow begins", &PaperWords::flow_begins},
    {"flow asks", &PaperWords::flow_asks},
    {"flow lost", &PaperWords::flow_lost},
    {"flow kept", &PaperWords::flow_kept},
    {"flow why", &PaperWords::flow_why},
    {"flow later", &PaperWords::flow_later},
    {"counted in", &PaperWords::counted_in},
    {"relative", &PaperWords::relative},
    {"occasion alone", &PaperWords::occasion_alone},
    {"self is", &PaperWords::self_is},
    {"recalled by", &PaperWords::recalled_by},
    {"my", &PaperWords::my},
    {"in my", &PaperWords::in_my},
    {"here", &PaperWords::here},
    {"as one", &PaperWords::as_one},
    {"anybody", &PaperWords::anybody},
    {"back then", &PaperWords::back_then},
    {"theirs", &PaperWords::theirs},
    {"gender said", &PaperWords::gender_said},
    {"part of decade", &PaperWords::part_of_decade},
    {"age led by", &PaperWords::age_led_by},
    {"first person", &PaperWords::first_person},
    {"final year", &PaperWords::final_year},
    {"the first", &PaperWords::the_first},
    {"the last", &PaperWords::the_last},
    {"modals", &PaperWords::modals},
    {"stands for", &PaperWords::stands_for},
    {"does one", &PaperWords::does_one},
    {"has several", &PaperWords::has_several},
    {"supposes", &PaperWords::supposes},
    {"i am", &PaperWords::i_am},
    {"as", &PaperWords::as},
    {"living", &PaperWords::living},
    {"and i", &PaperWords::and_i},
    {"as the only", &PaperWords::as_the_only},
    {"now is", &PaperWords::now_is},
    {"now of two", &PaperWords::now_of_two},
    {"overlaps", &PaperWords::overlaps},
    {"turned", &PaperWords::turned},
    {"age now", &PaperWords::age_now},
    {"have kids", &PaperWords::have_kids},
    {"kid words", &PaperWords::kid_words},
    {"self has", &PaperWords::self_has},
    {"self ends", &PaperWords::self_ends},
    {"beside a job", &PaperWords::beside_a_job},
    {"it is", &PaperWords::it_is},
    {"talks in", &PaperWords::talks_in},
    {"born in", &PaperWords::born_in},
    {"here since", &PaperWords::here_since},
    {"called she", &PaperWords::called_she},
    {"the other one", &PaperWords::the_other_one},
    {"towns", &PaperWords::towns},
    {"countryside", &PaperWords::countryside},
    {"town parts", &PaperWords::town_parts},
    {"lived in", &PaperWords::lived_in},
    {"lately", &PaperWords::lately},
    {"years here", &PaperWords::years_here},
    {"years of job", &PaperWords::years_of_job},
    {"qualified", &PaperWords::qualified},
    {"goes", &PaperWords::goes},
    {"for years", &PaperWords::for_years},
    {"done all day", &PaperWords::done_all_day},
    {"vehicles", &PaperWords::vehicles},
    {"still since", &PaperWords::still_since},
    {"births before", &PaperWords::births_before},
    {"older ones", &PaperWords::older_ones},
    {"kids and births", &PaperWords::kids_and_births},
    {"expecting", &PaperWords::expecting},
    {"goes to", &PaperWords::goes_to},
    {"and she", &PaperWords::and_she},
    {"former", &PaperWords::former},
    {"are the rest", &PaperWords::are_the_rest},
    {"months named", &PaperWords::months_named},
    {"before month", &PaperWords::before_month},
    {"kind led by", &PaperWords::kind_led_by},
    {"at age of", &PaperWords::at_age_of},
    {"behind age", &PaperWords::behind_age},
    {"was so old", &PaperWords::was_so_old},
    {"works", &PaperWords::works},
    {"like other", &PaperWords::like_other},
    {"is so old", &PaperWords::is_so_old},
    {"at our talk", &PaperWords::at_our_talk},
    {"to somebody", &PaperWords::to_somebody},
    {"i have been", &PaperWords::i_have_been},
};

void read_prefixes(const words::ListFile& list, PaperWords& paper) {
  words::each_row(list, {"prefix", "kind", "generic", "word"}, [&](const words::ListRow& row) {
    const std::size_t kind =
        words::place_in(list, row, 1, {"participant", "group", "session", "pair", "place", "other"});
    paper.prefixes.try_emplace(fold(row.cells[0]), IdPrefix{.kind = static_cast<IdPrefix::Kind>(kind),
                                                            .generic = words::place_in(list, row, 2, {"yes"}) == 0,
                                                            .word = words::place_in(list, row, 3, {"yes"}) == 0});
  });
}

void read_attributes(const words::ListFile& list, std::string_view of,
                     words::WordMap<std::vector<SaidOfSomebody>>& said) {
  words::each_row(list, {of, "kind", "value"}, [&](const words::ListRow& row) {
    said[fold(row.cells[0])].push_back({std::string(row.cells[1]), std::string(row.cells[2])});
  });
}

/// Whether there is a list of the row's name.
bool take_row(const words::ListRow& row, PaperWords& paper) {
  const auto words = words::cut_cell(row.cells[1]);
  for (const PaperList& one : paper_lists) {
    if (one.name != row.cells[0]) continue;
    for (const std::string_view word : words) (paper.*one.words).insert(fold(word));
    return true;
  }
  for (const PhraseList& one : phrase_lists) {
    if (one.name != row.cells[0]) continue;
    for (const std::string_view word : words) (paper.*one.phrases).push_back(fold(word));
    return true;
  }
  return false;
}

void read_paper_lists(const words::ListFile& list, PaperWords& paper) {
  words::ListRow last;
  words::each_row(list, {"list", "words"}, [&](const words::ListRow& row) {
    if (!take_row(row, paper))
      words::fail_row(list, row, fmt::format("there is no list `{}`", row.cells[0]), lists_are_named);
    last = row;
  });
  const auto refuse = [&](std::string_view name) {
    words::fail_row(list, last, fmt::format("no row has words of the list `{}`", name), lists_are_named);
  };
  for (const PaperList& one : paper_lists) {
    if ((paper.*one.words).empty()) refuse(one.name);
  }
  for (const PhraseList& one : phrase_lists) {
    if ((paper.*one.phrases).empty()) refuse(one.name);
  }
}

}  // namespace

PaperWords PaperWords::load(const std::filesystem::path& rules, const std::string& language) {
  PaperWords paper;
  const auto folder = rules / language;
  read_prefixes(words::read_list_file(folder / "manuscript" / "ids.tsv"), paper);
  read_attributes(words::read_list_file(folder / "manuscript" / "attributes.tsv"), "word", paper.attributes);
  read_attributes(words::read_list_file(folder / "manuscript" / "self.tsv"), "phrase", paper.of_self);
  read_paper_lists(words::read_list_file(folder / "manuscript" / "words.tsv"), paper);
  paper.numbers.read(words::read_list_file(folder / "language" / "numbers.tsv"));
  return paper;
}

}  // namespace moniker::custodian
