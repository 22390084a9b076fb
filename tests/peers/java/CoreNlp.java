import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreEntityMention;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Stanford CoreNLP's name finder. Input, output and times as in python/run.py; modes: default, caseless. */
class CoreNlp {
  static final String TAGGER = "edu/stanford/nlp/models/pos-tagger/english-caseless-left3words-distsim.tagger";
  static final String FINDERS = "edu/stanford/nlp/models/ner/english.all.3class.caseless.distsim.crf.ser.gz,"
      + "edu/stanford/nlp/models/ner/english.muc.7class.caseless.distsim.crf.ser.gz,"
      + "edu/stanford/nlp/models/ner/english.conll.4class.caseless.distsim.crf.ser.gz";

  static StanfordCoreNLP start(String mode) {
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,pos,lemma,ner");
    settings.setProperty("threads", "1");
    if (mode.equals("caseless")) {
      settings.setProperty("pos.model", TAGGER);
      settings.setProperty("ner.model", FINDERS);
    }
    return new StanfordCoreNLP(settings);
  }

  static long processorTime() {
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }

  /** Where each UTF-16 unit begins in UTF-8. */
  static int[] byteOffsets(String text) {
    int[] at = new int[text.length() + 1];
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i), units = Character.charCount(point);
      int bytes = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      for (int k = 1; k < units; k++) at[i + k] = at[i];
      at[i + units] = at[i] + bytes;
      i += units;
    }
    return at;
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    StanfordCoreNLP pipeline = start(args[0]);
    pipeline.processToCoreDocument("Tom Baker moved to Leeds on 4 May.");
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Gson gson = new Gson();
    long spent = 0;
    for (String line; (line = lines.readLine()) != null; ) {
      JsonObject document = gson.fromJson(line, JsonObject.class);
      String text = document.get("text").getAsString();
      long begin = processorTime();
      CoreDocument found = pipeline.processToCoreDocument(text);
      spent += processorTime() - begin;
      int[] at = byteOffsets(text);
      JsonArray spans = new JsonArray();
      if (found.entityMentions() != null)
        for (CoreEntityMention mention : found.entityMentions()) {
          if (!mention.tokens().isEmpty() && isPronoun(mention)) continue;
          JsonObject span = new JsonObject();
          span.addProperty("start", at[mention.charOffsets().first()]);
          span.addProperty("end", at[mention.charOffsets().second()]);
          span.addProperty("label", mention.entityType());
          spans.add(span);
        }
      JsonObject answer = new JsonObject();
      answer.add("id", document.get("id"));
      answer.add("spans", spans);
      out.println(gson.toJson(answer));
    }
    out.flush();
    System.err.println(spent / 1e9);
  }

  /** Since version 4 pronouns are mentions too; nobody asks for "he" to be masked. */
  static boolean isPronoun(CoreEntityMention mention) {
    return mention.tokens().size() == 1 && mention.tokens().get(0).tag() != null
        && mention.tokens().get(0).tag().startsWith("PRP");
  }
}
