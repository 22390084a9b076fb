#include "rules/trace.hpp"

#include <algorithm>

namespace moniker::rules {
namespace {

/// Of one utterance, so its number says nothing; bytes are compared apart, as a loser is cut to pieces.
bool same_claim(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.label == b.label && a.score == b.score;
}

}  // namespace

/// The patterns of one rule often find the same words; they are one claim.
void Trace::note(ClaimTrace claim) {
  const bool known = std::any_of(claims_.begin(), claims_.end(), [&](const ClaimTrace& c) {
    return c.claim.bytes == claim.claim.bytes && same_claim(c.claim, claim.claim);
  });
  if (!known) claims_.push_back(std::move(claim));
}

ClaimTrace* Trace::find(const Finding& claim) {
  const auto found = std::find_if(claims_.begin(), claims_.end(), [&](const ClaimTrace& c) {
    return same_claim(c.claim, claim) &&
           (c.claim.bytes == claim.bytes || std::find(c.left.begin(), c.left.end(), claim.bytes) != c.left.end());
  });
  return found == claims_.end() ? nullptr : &*found;
}

void Trace::weighed(const Finding& claim, const Context& context) {
  ClaimTrace one{.claim = claim, .own = claim.score, .context = context};
  one.claim.score = in_context(claim.score, context);
  if (context.veto) one.fate = Fate::vetoed;
  note(std::move(one));
}

void Trace::added(std::span<const Finding> claims) {
  for (const Finding& claim : claims) note({.claim = claim, .own = claim.score});
}

void Trace::tagged(const Finding& claim, std::vector<TagReason> reasons) {
  note({.claim = claim, .own = claim.score, .reasons = std::move(reasons)});
}

void Trace::raised(const Finding& claim, float score) {
  ClaimTrace* one = find(claim);
  if (!one) return;
  one->claim.score = score;
  one->raised = true;
}

void Trace::overruled(const Finding& claim) {
  if (ClaimTrace* one = find(claim)) one->fate = Fate::overruled;
}

void Trace::vetoed(const Finding& claim, const Context& context) {
  if (ClaimTrace* one = find(claim)) one->fate = Fate::vetoed, one->context = context;
}

void Trace::invalid(const Finding& claim) {
  if (ClaimTrace* one = find(claim)) one->fate = Fate::invalid;
}

void Trace::kept(const Finding& claim, const Kept& keep) {
  if (ClaimTrace* one = find(claim)) one->fate = Fate::kept, one->keep = keep;
}

void Trace::too_low(const Finding& claim) {
  if (ClaimTrace* one = find(claim)) one->fate = Fate::too_low;
}

/// A piece that an earlier round left may lose in a later one: then its own pieces are what is left.
void Trace::lost(const Finding& claim, const Finding& winner, Order order, std::vector<ByteRange> left) {
  ClaimTrace* one = find(claim);
  if (!one || (same_claim(claim, winner) && claim.bytes == winner.bytes)) return;
  if (one->fate == Fate::lost) {
    std::erase(one->left, claim.bytes);
    one->left.insert(one->left.end(), left.begin(), left.end());
    return;
  }
  one->fate = Fate::lost;
  one->winner = winner;
  one->order = order;
  one->left = std::move(left);
}

}  // namespace moniker::rules
