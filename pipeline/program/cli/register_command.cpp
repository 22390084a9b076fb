#include "base/delivery_folder.hpp"
#include "cli/progress_bar.hpp"
#include "cli/register_page.hpp"
#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "config/config.hpp"

namespace moniker::cli {

std::vector<std::string_view> register_words() { return {"check"}; }

int run_register(const Arguments& arguments, Terminal& terminal) {
  const study::StudyConfig config = study::read_config(arguments.rest.at(1));
  const Register people = study::read_register(config);
  const auto language = words::Language::load(terminal.rules_folder(arguments.value("rules")), config.languages);
  const DeliveryFolder folder = list_deliveries(StudyLayout{arguments.rest.at(1)});
  RegisterPage page = [&] {
    ProgressBar bar(terminal, ProgressBar::From::a_second);
    return register_page(config, people,
                         look::check_delivered(config.checks, people, language, folder.entries, bar.watcher()));
  }();
  page.show_text = arguments.has("show-text");
  show(arguments, terminal, page);
  return page.needs_a_person() || page.people == 0 ? 1 : 0;
}

}  // namespace moniker::cli
