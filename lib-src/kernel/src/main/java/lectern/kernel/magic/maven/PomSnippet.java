package lectern.kernel.magic.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import lectern.display.UserError;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Parts of a POM, as a notebook shows them, made a whole one: {@code <dependencies>}, {@code
 * <repositories>}, {@code <properties>} and so on, also single {@code <dependency>} and {@code
 * <repository>}.
 */
final class PomSnippet {
  private static final String PROLOG = "^\\s*<\\?xml[^>]*\\?>";

  private PomSnippet() {}

  /** A whole POM is returned with what it must have: version of the model and coordinates. */
  static String wholePom(String text) {
    try {
      Document document = parse("<snippet>" + text.replaceFirst(PROLOG, "") + "</snippet>");
      Element project = onlyProject(document.getDocumentElement());
      if (project == null) {
        project = wrap(document);
      }
      addMissing(project, "modelVersion", "4.0.0");
      if (child(project, "parent") == null) {
        addMissing(project, "groupId", "lectern.notebook");
        addMissing(project, "version", "1");
      }
      addMissing(project, "artifactId", "cell");
      return write(project);
    } catch (SAXParseException e) {
      throw new UserError(
          "Not XML: line " + e.getLineNumber() + " of the POM: " + e.getMessage(), e);
    } catch (SAXException | IOException | ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Document parse(String xml)
      throws SAXException, IOException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  private static Element onlyProject(Element snippet) {
    for (Node node = snippet.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        return element.getTagName().equals("project") ? element : null;
      }
    }
    return null;
  }

  private static Element wrap(Document document) {
    Element snippet = document.getDocumentElement();
    Element project = document.createElement("project");
    for (Node node = snippet.getFirstChild(); node != null; node = snippet.getFirstChild()) {
      snippet.removeChild(node);
      if (!(node instanceof Element element)) {
        refuseText(node);
      } else if (element.getTagName().equals("dependency")) {
        list(project, "dependencies").appendChild(element);
      } else if (element.getTagName().equals("repository")) {
        list(project, "repositories").appendChild(element);
      } else {
        merge(project, element);
      }
    }
    return project;
  }

  private static void refuseText(Node node) {
    if (node.getNodeType() == Node.TEXT_NODE && !node.getTextContent().isBlank()) {
      throw new UserError(
          "Not part of a POM: "
              + node.getTextContent().strip()
              + ". Write <dependencies>, or %maven for group:artifact:version.");
    }
  }

  /** A second list of the same name continues the first. */
  private static void merge(Element project, Element element) {
    Element before = child(project, element.getTagName());
    if (before == null) {
      project.appendChild(element);
      return;
    }
    while (element.getFirstChild() != null) {
      before.appendChild(element.getFirstChild());
    }
  }

  private static Element list(Element project, String name) {
    Element list = child(project, name);
    if (list == null) {
      list = project.getOwnerDocument().createElement(name);
      project.appendChild(list);
    }
    return list;
  }

  private static void addMissing(Element project, String name, String text) {
    if (child(project, name) == null) {
      Element added = project.getOwnerDocument().createElement(name);
      added.setTextContent(text);
      project.appendChild(added);
    }
  }

  private static Element child(Element project, String name) {
    for (Node node = project.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    return null;
  }

  private static String write(Element project) throws TransformerException {
    TransformerFactory factory = TransformerFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    Transformer transformer = factory.newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter out = new StringWriter();
    transformer.transform(new DOMSource(project), new StreamResult(out));
    return out.toString();
  }
}
