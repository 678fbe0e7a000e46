import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Judges PDF files by veraPDF, all in one process.
 *
 * Run: java -cp CLASSPATH VeraPdf.java FLAVOUR... with the names of the files on standard input, one a line. A flavour is
 * ua1, 3a and the like. For each file and flavour it prints one line
 *
 *   verdict TAB file TAB flavour TAB PASS, FAIL or ERROR TAB the number of rules, or the error
 *
 * and before a FAIL one line for each rule that is broken:
 *
 *   broken TAB file TAB flavour TAB clause-test TAB how often TAB what is wrong TAB where it is the first time
 */
public final class VeraPdf {
    private static final String PROFILES = "org/verapdf/pdfa/validation/";

    private VeraPdf() {}

    public static void main(String[] flavours) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String flavour : flavours) {
            profiles.put(flavour, profile(flavour));
        }
        String given = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        List<String> files = given.lines().collect(Collectors.toList());
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<String>> verdicts = new ArrayList<>();
        for (String file : files) {
            for (String flavour : flavours) {
                verdicts.add(workers.submit(() -> judged(file, flavour, profiles.get(flavour))));
            }
        }
        workers.shutdown();
        for (Future<String> verdict : verdicts) {
            System.out.write(verdict.get().getBytes(StandardCharsets.UTF_8));
        }
        System.out.flush();
    }

    private static String judged(String file, String flavour, ValidationProfile profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            String verdict = result.isCompliant() ? "PASS" : "FAIL";
            String rules = Integer.toString(profile.getRules().size());
            return broken(file, flavour, result) + line("verdict", file, flavour, verdict, rules);
        } catch (Exception | Error error) {
            return line("verdict", file, flavour, "ERROR", error.toString());
        }
    }

    private static String broken(String file, String flavour, ValidationResult result) {
        Map<String, List<TestAssertion>> byRule = new TreeMap<>();
        for (TestAssertion found : result.getTestAssertions()) {
            if (found.getStatus() == TestAssertion.Status.FAILED) {
                RuleId rule = found.getRuleId();
                String name = rule.getClause() + "-" + rule.getTestNumber();
                byRule.computeIfAbsent(name, unused -> new ArrayList<>()).add(found);
            }
        }
        StringBuilder lines = new StringBuilder();
        byRule.forEach((rule, found) -> {
            TestAssertion first = found.get(0);
            String count = Integer.toString(found.size());
            String where = first.getLocation().getContext();
            lines.append(line("broken", file, flavour, rule, count, first.getMessage(), where));
        });
        return lines.toString();
    }

    private static String line(String... fields) {
        return Arrays.stream(fields)
                .map(field -> String.valueOf(field).replaceAll("\\s+", " "))
                .collect(Collectors.joining("\t", "", "\n"));
    }

    /** Reads a profile from the class path; veraPDF's own reader needs JAXB, which Java has no longer. */
    private static ValidationProfile profile(String flavour) throws Exception {
        String name = flavour.startsWith("ua") ? "PDFUA-" + flavour.substring(2) : "PDFA-" + flavour.toUpperCase();
        Document read;
        try (InputStream stream = VeraPdf.class.getClassLoader().getResourceAsStream(PROFILES + name + ".xml")) {
            if (stream == null) {
                throw new IllegalArgumentException("the class path has no profile " + name);
            }
            read = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : all(read.getDocumentElement(), "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element one : all(read.getDocumentElement(), "variable")) {
            variables.add(Profiles.variableFromValues(
                    one.getAttribute("name"), one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
        }
        return Profiles.profileFromValues(
                PDFAFlavour.fromString(flavour),
                Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)),
                "",
                rules,
                variables);
    }

    private static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"),
                "true".equals(rule.getAttribute("deferred")) ? Boolean.TRUE : null,
                rule.getAttribute("tags"),
                text(rule, "description"),
                text(rule, "test"),
                Profiles.errorFromValues(text(rule, "message"), arguments),
                references);
    }

    private static List<Element> all(Element above, String tag) {
        NodeList found = above.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int place = 0; place < found.getLength(); place++) {
            elements.add((Element) found.item(place));
        }
        return elements;
    }

    private static String text(Element above, String tag) {
        List<Element> found = all(above, tag);
        return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
    }
}
