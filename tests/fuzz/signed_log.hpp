#pragma once
#include <array>
#include <cstdint>
#include <string_view>

// A log of a made-up study as its seeds hold it, by digest: its secret key and the cosigner's are gone, so nobody can
// sign more, and what is taken for signed must be one of these.
namespace moniker::fuzz {

constexpr std::string_view log_key = "RWRmtpLXbP2gGg7D7XIp4Zjz+Kf/qlteqUQjg9U5daCCGPxDtR/V8CVv";
constexpr std::string_view cosigner_key = "RWQW8ZFNxJrRRb2SCreglVjn8vGtXRxct7Hiom4CKWc1zqQaNdVYjeZI";
constexpr std::uint64_t records = 15, records_before = 14, cosigned_at = 1796071235;
constexpr std::string_view log_digest = "65ff0b6881aeb1404d6c19112428bcb3db69986b8ae03e3f7d4623fe05ef670a";
constexpr std::string_view log_comment =
    "moniker audit log, 15 records, head 73e85d6273530acbdb837d23ee888c0c6f500ae0bea8e58bd8e59b7664b28838";

constexpr std::array<std::string_view, records> record_digests = {
    "f45fde9a6a99c550ab2d7cae789709c5a8711a913fbcad3096f25b0aceb327bf",
    "aa37de49974ef20cfd168122b859b402d1e460bbabe2e1fee9f993275bf5957f",
    "dac825bd907a1718ab825607936e960e783248818be0866e1715dde178febef7",
    "c569b33c240390093f726bd07b2f4dfb45df40d77e7f6b23c616eebef4b265eb",
    "f5edfd15dce956d44f8452b61ae8a09bd577c10de55cd0086085605c0682fc37",
    "562a8bdfbad34181985afb70f4d54fdc8efa3c80f7d82391a1525694e725454c",
    "9fa993106e5e27ac47a722f05888d6f2763e46c4ea343879cc953fed31ee36af",
    "3b6de6085c9ce128c80a5efaeeb749db3810700145c5a1dad839e942e0cc7302",
    "1d508c71ca55ce687c2e432f4e00389641472cd44d2d1aab21248efe41fe7cc9",
    "55a84d30a189cb476623ca09ca45cb9a44f40874f5c9f9913a9a9f10e4e598ea",
    "6705887272f81059d3b4fe3acf1307048809000f45ba85ddf01d7037d2e4fb7c",
    "6a2a6c5eac868e345681d2263d9763a1c127eca074f27583d9b6c78ffd7a286a",
    "6f60852e2238f4092f0ea059eac3fa965387ea5bcb175c756dcdebd76265a7c5",
    "071b52ddcd82cfd3fae734b7aaab4954dbdfcd6c6dd3bab1b29a8b6ea5d6bc4f",
    "73e85d6273530acbdb837d23ee888c0c6f500ae0bea8e58bd8e59b7664b28838"};

constexpr std::array<std::string_view, 2> heads = {
    "moniker-audit-log/1AA0FD6CD792B666\n14\nfe9rmXb2/BSbc6YW5KIEtwJI/ZNCjmT0eSs1abAhDD8=\n",
    "moniker-audit-log/1AA0FD6CD792B666\n15\nvtlTs3y21kGNYx4xLCzp6n0Go3gR6wpSP57ruUXvNc0=\n"};
inline bool is_signed_head(std::string_view text) { return text == heads[0] || text == heads[1]; }

}  // namespace moniker::fuzz
