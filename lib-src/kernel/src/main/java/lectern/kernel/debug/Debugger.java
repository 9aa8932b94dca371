package lectern.kernel.debug;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.function.Supplier;
import lectern.display.MimeBundle;
import lectern.kernel.cell.Variable;
import lectern.kernel.message.DebugReply;
import lectern.kernel.message.DebugRequest;
import lectern.kernel.message.MimeJson;
import lectern.kernel.output.Notebook;
import lectern.kernel.wire.Json;

/**
 * Answers a front end's debugger: the variables and what is in them, at any time.
 *
 * <p>Code is never paused. Breakpoints are answered as not verified, with a sentence; steps are
 * refused. Not for several threads at once.
 */
public final class Debugger {
  private static final String NEVER_PAUSES =
      "This kernel shows variables, but cannot pause code: a cell runs past its breakpoints.";

  private final Supplier<List<Variable>> variables;
  private final VariableTree tree = new VariableTree();
  private final CellSources sources = new CellSources();
  private boolean started;

  /**
   * A debugger that nobody has started.
   *
   * @param variables the notebook's, as they are now
   */
  public Debugger(Supplier<List<Variable>> variables) {
    this.variables = variables;
  }

  /** The answer to a request; what cannot be done is said in it. */
  public DebugReply answer(DebugRequest request) {
    try {
      return DebugReply.done(request, body(request.command(), request.arguments()));
    } catch (CannotDebug e) {
      return DebugReply.refused(request, e.getMessage());
    } catch (RuntimeException e) {
      return DebugReply.refused(request, request.command() + " failed: " + e);
    }
  }

  private JsonObject body(String command, JsonObject arguments) throws CannotDebug {
    return switch (command) {
      case "debugInfo" -> info();
      case "initialize" -> initialize();
      case "disconnect", "terminate" -> disconnect();
      case "inspectVariables" -> Json.object("variables", tree.list(variables.get()));
      case "variables" -> Json.object("variables", tree.open(number(arguments)));
      case "richInspectVariables" -> rich(text(arguments, "variableName"));
      case "dumpCell" -> Json.object("sourcePath", sources.add(text(arguments, "code")));
      case "source" -> source(arguments);
      case "setBreakpoints" -> breakpoints(arguments);
      case "threads" -> Json.object("threads", List.of(Json.object("id", 1, "name", "cells")));
      case "stackTrace" -> Json.object("stackFrames", new JsonArray(), "totalFrames", 0);
      case "scopes" -> Json.object("scopes", new JsonArray());
      case "modules" -> Json.object("modules", new JsonArray(), "totalModules", 0);
      case "setExceptionBreakpoints" -> Json.object("breakpoints", new JsonArray());
      case "attach", "launch", "configurationDone" -> new JsonObject();
      case "continue", "next", "stepIn", "stepOut", "stepBack", "pause", "evaluate" ->
          throw new CannotDebug(NEVER_PAUSES);
      case "copyToGlobals" ->
          throw new CannotDebug("Every variable that is shown here is the notebook's own already.");
      default -> throw new CannotDebug("This kernel's debugger does not know \"" + command + "\".");
    };
  }

  private JsonObject info() {
    return Json.object(
        "isStarted",
        started,
        "hashMethod",
        "Murmur2",
        "hashSeed",
        Integer.toUnsignedLong(CellSources.SEED),
        "tmpFilePrefix",
        CellSources.PREFIX,
        "tmpFileSuffix",
        CellSources.SUFFIX,
        "breakpoints",
        List.of(),
        "stoppedThreads",
        List.of(),
        "richRendering",
        true,
        "exceptionPaths",
        List.of(),
        "copyToGlobals",
        false);
  }

  private JsonObject initialize() {
    started = true;
    return Json.object(
        "supportsConfigurationDoneRequest", true, "exceptionBreakpointFilters", List.of());
  }

  private JsonObject disconnect() {
    started = false;
    tree.forget();
    return new JsonObject();
  }

  /** The looks of a variable, as a cell would show it. */
  private JsonObject rich(String name) throws CannotDebug {
    for (Variable each : variables.get()) {
      if (each.name().equals(name)) {
        MimeBundle bundle = Notebook.bundle(each.value());
        return Json.object("data", MimeJson.data(bundle), "metadata", MimeJson.metadata(bundle));
      }
    }
    throw new CannotDebug("There is no variable " + name + ".");
  }

  private JsonObject source(JsonObject arguments) throws CannotDebug {
    String path = text(object(arguments, "source"), "path");
    String code =
        sources.find(path).orElseThrow(() -> new CannotDebug("There is no source " + path + "."));
    return Json.object("content", code, "mimeType", "text/x-java");
  }

  private static JsonObject breakpoints(JsonObject arguments) throws CannotDebug {
    JsonArray answers = new JsonArray();
    if (arguments.get("breakpoints") instanceof JsonArray wanted) {
      for (JsonElement each : wanted) {
        JsonElement line = each instanceof JsonObject point ? point.get("line") : null;
        answers.add(
            Json.object(
                "verified",
                false,
                "line",
                line instanceof JsonPrimitive ? line : null,
                "source",
                object(arguments, "source"),
                "message",
                NEVER_PAUSES));
      }
    }
    return Json.object("breakpoints", answers);
  }

  private static JsonObject object(JsonObject from, String name) throws CannotDebug {
    if (from.get(name) instanceof JsonObject object) {
      return object;
    }
    throw new CannotDebug(name + " must be an object, not " + from.get(name) + ".");
  }

  private static String text(JsonObject from, String name) throws CannotDebug {
    if (from.get(name) instanceof JsonPrimitive text && text.isString()) {
      return text.getAsString();
    }
    throw new CannotDebug(name + " must be a string, not " + from.get(name) + ".");
  }

  private static int number(JsonObject arguments) throws CannotDebug {
    if (arguments.get("variablesReference") instanceof JsonPrimitive number && number.isNumber()) {
      return (int) number.getAsDouble();
    }
    throw new CannotDebug(
        "variablesReference must be a number, not " + arguments.get("variablesReference") + ".");
  }
}
