#include "config/study_recipients.hpp"

#include "moniker/error.hpp"

namespace moniker::study {

std::vector<seal::Recipient> parse_recipients(const std::vector<RecipientText>& texts) {
  std::vector<seal::Recipient> recipients;
  for (const RecipientText& text : texts) recipients.push_back(seal::parse_recipient(text.text, text.file, text.at));
  return recipients;
}

std::vector<seal::Recipient> study_recipients(const StudyConfig& config) {
  if (config.recipients.empty()) {
    throw Error::usage("nobody could open what would be sealed: seal.recipients is empty",
                       "run `moniker keygen` and name keys/custodian.pub under seal: recipients:", {config.file});
  }
  return parse_recipients(config.recipients);
}

}  // namespace moniker::study
