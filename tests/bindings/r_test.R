# The R package, installed into a folder of this test's own: Rscript r_test.R MONIKER SOURCE. Status 77 where jsonlite is missing.
arguments <- commandArgs(trailingOnly = TRUE)
if (!requireNamespace("jsonlite", quietly = TRUE)) {
  cat("SKIPPED: there is no jsonlite: scripts/setup engines\n")
  quit(status = 77)
}
program <- normalizePath(arguments[[1]])
source_folder <- normalizePath(arguments[[2]])
library_folder <- tempfile("library-")
dir.create(library_folder)
copy <- tempfile("package-")
dir.create(copy)
stopifnot(file.copy(file.path(source_folder, "bindings/R"), copy, recursive = TRUE))
installed <- system2(file.path(R.home("bin"), "R"), c("CMD", "INSTALL", "--no-docs", paste0("--library=", library_folder), file.path(copy, "R")),
                     stdout = FALSE, stderr = FALSE)
stopifnot("the package can be installed" = installed == 0)
Sys.setenv(MONIKER = program, MONIKER_RULES = file.path(source_folder, "rules"))
library(moniker, lib.loc = library_folder)

folder <- tempfile("keys-")
stopifnot(system2(program, c("keygen", "--folder", folder, "--only", "study"), stdout = FALSE) == 0)
key <- file.path(folder, "study.key")
secret <- "Zebedee Quillfeather"
left <- function() sort(list.files(tempdir()))
before <- left()

refused <- function(call, status) {
  error <- tryCatch({ call; stop("was not refused") }, moniker_error = function(e) e)
  shown <- paste(capture.output(print(unclass(error))), collapse = " ")
  stopifnot("no word of a text is in it" = !grepl("Quillfeather", shown), error$status == status)
  invisible(error)
}

# What comes is what a pipe gives.
talk <- unlist(lapply(sort(list.files(file.path(source_folder, "sample_data/gold"), "jsonl$", full.names = TRUE)), function(file) {
  unlist(lapply(readLines(file, encoding = "UTF-8"), function(line) strsplit(jsonlite::fromJSON(line)$text, "\n")[[1]]))
}))
talk <- talk[nzchar(trimws(talk))]
given <- tempfile()
connection <- file(given, "wb")
writeLines(vapply(talk, function(text) sprintf("{\"text\":%s}", jsonlite::toJSON(jsonlite::unbox(text))), "", USE.NAMES = FALSE), connection, useBytes = TRUE)
close(connection)
piped <- system2(program, c("filter", "--jsonl", "--key", key), stdin = given, stdout = TRUE)
Encoding(piped) <- "UTF-8"
unlink(given)
wanted <- vapply(piped, function(line) jsonlite::fromJSON(line)$text, "", USE.NAMES = FALSE)
stopifnot(length(talk) > 500, identical(enc2utf8(mask(talk, key = key)), enc2utf8(wanted)), !identical(wanted, talk))

# NA and nothing stay; only the columns that are named change.
stopifnot(identical(mask(c(NA, "Hello."), key = key), c(NA, "Hello.")), identical(mask(character(), key = key), character()))
frame <- mask_frame(data.frame(said = "Kate Shaw", note = "Kate Shaw"), "said", key = key)
stopifnot(!grepl("Kate", frame$said), frame$note == "Kate Shaw")

# Places are R's: characters, from 1.
text <- "\U0001f642 Zo\u00eb told Jos\u00e9 Fern\u00e1ndez of Leeds."
spans <- detect(c(NA, "Hello.", text))
stopifnot(identical(substring(text, spans$start, spans$end), c("Zo\u00eb", "Jos\u00e9 Fern\u00e1ndez", "Leeds")), all(spans$row == 3),
          identical(spans$label, c("PERSON", "PERSON", "LOCATION")), nrow(detect("Hello.")) == 0)

# What goes wrong.
stopifnot(identical(refused(mask(secret), 2)$message, "the pseudonyms need a key"))
stopifnot(identical(refused(detect(secret, profile = "none"), 2)$message, "there is no profile `none`"))
refused(mask("caf\xe9 Quillfeather", key = key), 3)
refused(mask(1, key = key), 2)
for (clear in c(readLines(key)[[1]], strrep("AGE-SECRET-KEY-1Q", 50))) {
  stopifnot(!grepl(clear, refused(mask("Hello.", key = clear), 2)$message, fixed = TRUE))
}
stand_in <- tempfile("stand-in-")
for (says in c("head -n 1", "exit 0", "kill -9 $$", "head -n 1 >&2; exit 1")) {
  writeLines(c("#!/bin/sh", says), stand_in)
  Sys.chmod(stand_in, "0755")
  Sys.setenv(MONIKER = stand_in)
  error <- tryCatch({ mask(rep(secret, 10000), key = key); stop("was not refused") }, moniker_error = function(e) e)
  stopifnot(grepl("said nothing", error$message), !grepl("Quillfeather", paste(unlist(error), collapse = " ")))
}
unlink(stand_in)
Sys.setenv(MONIKER = "/nowhere/moniker")
stopifnot(identical(refused(mask("Hello.", key = key), 2)$message, "the program /nowhere/moniker is not there"))
stopifnot("nothing is left behind" = identical(left(), before))
cat("the R package does as it should\n")
