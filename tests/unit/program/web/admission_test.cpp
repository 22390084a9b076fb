#include "web/admission.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using moniker::web::Admission;

TEST_CASE("the token opens once, and its cookie is known from then on") {
  Admission admission;
  admission.on_port(4321);
  const std::string token = admission.token();
  CHECK(token.size() == 64);
  CHECK_FALSE(admission.exchange(""));
  CHECK_FALSE(admission.exchange(token.substr(1)));
  CHECK_FALSE(admission.exchange(std::string(64, '0')));
  CHECK_FALSE(admission.knows("moniker_review_4321=" + token));
  const auto cookie = admission.exchange(token);
  REQUIRE(cookie);
  CHECK(*cookie != token);
  CHECK_FALSE(admission.exchange(token));
  CHECK(admission.knows("moniker_review_4321=" + *cookie));
  CHECK(admission.knows("theme=dark; moniker_review_4321=" + *cookie + "; a=b"));
}

TEST_CASE("what is not the cookie of this very review is not known") {
  Admission admission, other;
  admission.on_port(4321);
  other.on_port(4321);
  const std::string cookie = admission.exchange(admission.token()).value();
  const std::string others = other.exchange(other.token()).value();
  const std::vector<std::string> strangers = {"",
                                              cookie,
                                              "moniker_review_4322=" + cookie,
                                              "moniker_review_4321=",
                                              "moniker_review_4321=" + others,
                                              "moniker_review_4321=" + cookie + "0",
                                              "xmoniker_review_4321=" + cookie,
                                              ";;;",
                                              "="};
  for (const std::string& sent : strangers) {
    CHECK_FALSE(admission.knows(sent));
  }
}

TEST_CASE("no two reviews share a token") { CHECK(Admission().token() != Admission().token()); }
