#include "base/bundle.hpp"

#include <sodium.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "base/bundle_manifest.hpp"
#include "base/keyed_hash.hpp"
#include "moniker/error.hpp"
#include "support/temporary_folder.hpp"
#include "unit/stages/read/docx_fixture.hpp"

using namespace moniker;
using Parts = std::vector<std::pair<std::string, std::string>>;

namespace {

std::string sum_of(const std::string& bytes) {
  unsigned char sum[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(sum, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hex(std::string_view(reinterpret_cast<const char*>(sum), sizeof sum));
}

std::string line_for(const std::string& name, const std::string& bytes) { return sum_of(bytes) + "  " + name + "\n"; }

std::filesystem::path bundle(const moniker::test::TemporaryFolder& folder, const Parts& parts) {
  const auto file = folder.path() / "may.zip";
  std::ofstream(file, std::ios::binary) << reading::zip_of(parts);
  return file;
}

/// Names of the members, or what is wrong.
std::vector<std::string> members(const Parts& parts) {
  const moniker::test::TemporaryFolder folder;
  FileSource source(bundle(folder, parts));
  const ZipPackage package(source);
  if (!is_bundle(package)) return {"no bundle"};
  std::vector<std::string> names;
  try {
    for (const BundleMember& member : bundle_members(package)) names.push_back(member.name);
  } catch (const Error& error) {
    return {error.problem().what};
  }
  return names;
}

std::string read_whole(const std::filesystem::path& delivery) {
  try {
    return read_all(*open_delivery(delivery), 1 << 20);
  } catch (const Error& error) {
    return "refused: " + error.problem().what;
  }
}

}  // namespace

TEST_CASE("a bundle is a zip with a manifest, and its files are those of the manifest") {
  using Names = std::vector<std::string>;
  const std::string a = line_for("a.txt", "I1: One"), b = line_for("b.txt", "R: Two");
  const auto [name, parts, expected] = GENERATE_COPY(table<const char*, Parts, Names>({
      {"sha256sum", {{"SHA256SUMS", a + b}, {"b.txt", "R: Two"}, {"a.txt", "I1: One"}}, {"a.txt", "b.txt"}},
      {"a folder", {{"may/", ""}, {"may/manifest.sha256", a}, {"may/a.txt", "I1: One"}}, {"may/a.txt"}},
      {"names from the top",
       {{"may/manifest.sha256", line_for("may/a.txt", "I1: One")}, {"may/a.txt", "I1: One"}},
       {"may/a.txt"}},
      {"a bag",
       {{"bagit.txt", "x"},
        {"manifest-sha256.txt", line_for("data/a.txt", "I1: One")},
        {"data/a.txt", "I1: One"},
        {"tagmanifest-sha256.txt", "y"}},
       {"data/a.txt"}},
      {"litter",
       {{"checksums.txt", a}, {"a.txt", "I1: One"}, {"__MACOSX/._a.txt", "x"}, {".DS_Store", "y"}},
       {"a.txt"}},
      {"no manifest", {{"a.txt", "I1: One"}}, {"no bundle"}},
      {"a document", {{"[Content_Types].xml", ""}, {"manifest.txt", ""}}, {"no bundle"}},
      {"not listed",
       {{"SHA256SUMS", a}, {"a.txt", "I1: One"}, {"b.txt", "R: Two"}},
       {"is a bundle with a file that its manifest does not list"}},
      {"not there", {{"SHA256SUMS", a + b}, {"a.txt", "I1: One"}}, {"is a bundle that lacks a file of its manifest"}},
      {"listed twice",
       {{"SHA256SUMS", a + a}, {"a.txt", "I1: One"}},
       {"the manifest of the bundle lists a file twice"}},
      {"leads out",
       {{"SHA256SUMS", line_for("../a.txt", "x")}, {"../a.txt", "x"}},
       {"is a bundle with a file whose name leads out of it"}},
      {"no manifest after all",
       {{"manifest.txt", "What is in here"}, {"a.txt", "x"}},
       {"a line of the bundle's manifest is no SHA-256 sum and a file"}},
  }));
  CAPTURE(name);
  CHECK(members(parts) == expected);
}

TEST_CASE("manifests are read as programs write them") {
  const std::string sum(64, 'a');
  const auto [text, expected] = GENERATE_COPY(table<std::string, std::map<std::string, std::string>>({
      {sum + "  a b.txt\n", {{"a b.txt", sum}}},
      {sum + " *./a.txt\r\n\r\n", {{"a.txt", sum}}},
      {"\xEF\xBB\xBF" + std::string(64, 'A') + "\tfolder\\a.txt", {{"folder/a.txt", sum}}},
      {sum + "  .\\a.txt\n", {{"a.txt", sum}}},
      {"# made by us\nSHA256 (a (1).txt) = " + sum + "\n", {{"a (1).txt", sum}}},
      {"SHA256(a.txt)= " + sum + "\n", {{"a.txt", sum}}},
      {"File name,Size,SHA-256\n\"a,b.txt\",12," + sum + "\n", {{"a,b.txt", sum}}},
  }));
  CHECK(parse_manifest(text) == expected);
  CHECK(names_manifest("Manifest.CSV"));
  CHECK(names_manifest("delivery-3.sha256"));
  CHECK_FALSE(names_manifest("interview-01.txt"));
}

TEST_CASE("a member is read through its bundle, and proved") {
  const moniker::test::TemporaryFolder folder;
  const auto file =
      bundle(folder, {{"SHA256SUMS", line_for("x/a.txt", "I1: One") + line_for("b.txt", "something else")},
                      {"x/a.txt", "I1: One"},
                      {"b.txt", "R: Two"}});
  CHECK(deliveries_in(file) == std::vector<std::filesystem::path>{file / "b.txt", file / "x/a.txt"});
  CHECK(read_whole(file / "x/a.txt") == "I1: One");
  CHECK(delivery_bytes(file / "x/a.txt") == 7);
  CHECK(bundle_of(file / "x/a.txt") == file);
  CHECK_FALSE(bundle_of(file));
  CHECK(read_whole(file / "b.txt").starts_with("refused: is not the file that was packed"));
  CHECK(read_whole(file / "c.txt").starts_with("refused: is in no bundle"));
  CHECK(read_whole(folder.path() / "none" / "c.txt").starts_with("refused: cannot open the file"));
}

TEST_CASE("a zip that is broken, or no bundle, is a delivery itself") {
  const moniker::test::TemporaryFolder folder;
  const auto file = bundle(folder, {{"SHA256SUMS", "nonsense"}, {"a.txt", "x"}});
  CHECK(deliveries_in(file) == std::vector{file});
  std::ofstream(folder.path() / "b.zip") << "PK\x03\x04";
  CHECK(deliveries_in(folder.path() / "b.zip") == std::vector{folder.path() / "b.zip"});
  CHECK(deliveries_in(folder.path() / "none.zip") == std::vector{folder.path() / "none.zip"});
}
