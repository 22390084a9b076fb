# moniker for R: texts as lines of JSON into the program, by a pipe, and what it answers back into vectors and data frames.
#
# R's own pipes go one way, so the answers are read from a file in R's temporary folder, which is the user's alone, and removed:
# pseudonymised texts, or places without words. What was given is in no file. What goes wrong is one condition of class
# "moniker_error" with the program's message, hint and status; no condition holds a text.

fail <- function(message, hint = "", status = 2L) {
  stop(structure(class = c("moniker_error", "error", "condition"), list(message = message, call = NULL, hint = hint, status = status)))
}

# A key or a passphrase is given as the file it lies in; in clear it would stand in the list of processes.
file_named <- function(what, value) {
  if (!is.character(value) || length(value) != 1L || !file.exists(value) || dir.exists(value)) {
    fail(paste("the", what, "is no file"), paste("give the path of the file that the", what, "lies in"))
  }
  path.expand(value)
}

program <- function() {
  named <- Sys.getenv("MONIKER", "moniker")
  found <- Sys.which(named)
  if (!nzchar(found)) fail(paste("the program", named, "is not there"), "install it, or set MONIKER to where it is")
  unname(found)
}

words_of <- function(options) {
  given <- options[!vapply(options, is.null, NA)]
  unlist(lapply(names(given), function(name) rbind(paste0("--", name), as.character(given[[name]]))))
}

said_of <- function(file) {
  said <- readLines(file, warn = FALSE, encoding = "UTF-8")
  part <- function(start) paste(substring(said[startsWith(said, start)], nchar(start) + 1L), collapse = "; ")
  list(message = part("moniker: error: "), hint = part("moniker: hint: "))
}

# As many lines as are given, or an error.
exchange <- function(lines, words) {
  force(lines)   # what is wrong with them is told before a process starts
  answers <- tempfile("moniker-")
  said <- tempfile("moniker-")
  on.exit(unlink(c(answers, said)))
  command <- paste(c(shQuote(c(program(), words)), ">", shQuote(answers), "2>", shQuote(said)), collapse = " ")
  pipe <- pipe(paste("umask 077;", command), open = "wb")
  tryCatch(suppressWarnings(writeLines(lines, pipe, useBytes = TRUE)), error = function(e) NULL)   # it has ended; why, it has said
  status <- suppressWarnings(close(pipe))
  status <- if (is.null(status)) 0L else if (status >= 256L) status %/% 256L else status
  got <- if (file.exists(answers)) readLines(answers, warn = FALSE, encoding = "UTF-8") else character()
  if (status != 0L || length(got) != length(lines)) {
    why <- said_of(said)
    fail(if (nzchar(why$message)) why$message else paste("moniker ended with status", status, "and said nothing"), why$hint, status)
  }
  got
}

# Lines of JSON, written without R's own guesses: a text is a string, whatever it looks like.
# enc2utf8() alone would write <e9> where a letter is no letter.
lines_of <- function(texts) {
  native <- Encoding(texts) == "unknown"
  texts[native] <- iconv(texts[native], "", "UTF-8")
  if (any(Encoding(texts) == "bytes")) texts <- NA_character_
  texts <- enc2utf8(texts)
  if (anyNA(texts) || !all(validUTF8(texts))) fail("a text is in no encoding that R knows it to be in", "convert it with iconv()", 3L)
  vapply(texts, function(text) sprintf("{\"id\":\"\",\"text\":%s}", jsonlite::toJSON(jsonlite::unbox(text))), "", USE.NAMES = FALSE)
}

# Texts with pseudonyms in them; NA stays NA.
mask <- function(texts, key = NULL, study = NULL, profile = NULL, language = NULL, passphrase_file = NULL) {
  if (!is.character(texts)) fail("the texts are no character vector", "convert them with as.character()")
  words <- words_of(list(study = study, profile = profile, language = language))
  if (!is.null(key)) words <- c(words, "--key", file_named("key", key))
  if (!is.null(passphrase_file)) words <- c(words, "--passphrase-file", file_named("passphrase", passphrase_file))
  there <- !is.na(texts)
  if (any(there)) {
    answers <- exchange(lines_of(texts[there]), c("filter", "--jsonl", words))
    texts[there] <- vapply(answers, function(answer) jsonlite::fromJSON(answer)$text, "", USE.NAMES = FALSE)
  }
  texts
}

# A data frame with pseudonyms in the columns that are named. Name all that hold people's words.
mask_frame <- function(frame, columns, ...) {
  frame[columns] <- lapply(frame[columns], mask, ...)
  frame
}

# A row a finding: `row`, counted from 1, and places for substr(texts[row], start, end).
detect <- function(texts, study = NULL, profile = NULL, language = NULL, doubtful = FALSE) {
  if (!is.character(texts)) fail("the texts are no character vector", "convert them with as.character()")
  words <- c(words_of(list(study = study, profile = profile, language = language)), if (doubtful) "--doubtful")
  there <- which(!is.na(texts))
  answers <- if (length(there)) exchange(lines_of(texts[there]), c("detect", "--input", "jsonl", "--output", "jsonl", words, "-"))
  found <- Map(function(row, answer) spans_of(row, texts[[row]], jsonlite::fromJSON(answer, simplifyVector = FALSE)$spans), there, answers)
  none <- data.frame(row = integer(), start = integer(), end = integer(), label = character(), score = numeric(), rule = character(),
                     subtype = character(), review = logical())
  do.call(rbind, c(list(none), found))
}

# The program counts bytes of UTF-8 from 0, R counts characters from 1.
spans_of <- function(row, text, spans) {
  if (!length(spans)) return(NULL)
  ends <- cumsum(nchar(strsplit(enc2utf8(text), "")[[1]], "bytes"))
  of <- function(name, otherwise) vapply(spans, function(span) if (is.null(span[[name]])) otherwise else span[[name]], otherwise)
  data.frame(row = row, start = match(of("start", 0L), c(0L, ends)), end = match(of("end", 0L), ends), label = of("label", ""),
             score = vapply(spans, function(span) as.numeric(span$score), 0), rule = of("rule", ""), subtype = of("subtype", NA_character_),
             review = of("review", FALSE))
}
