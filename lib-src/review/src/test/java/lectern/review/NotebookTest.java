package lectern.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {
  private static final String AS_JUPYTER_WRITES =
      """
      {
       "cells": [
        {
         "cell_type": "markdown",
         "id": "a",
         "metadata": {},
         "source": [
          "# 用户 <b> & 'x'\\n",
          "1e-7"
         ]
        }
       ],
       "metadata": {
        "kernelspec": {
         "name": "lectern"
        },
        "number": 1.0
       },
       "nbformat": 4,
       "nbformat_minor": 5
      }
      """;

  @Test
  void writesWhatJupyterWrites(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("课程 notebook.ipynb");
    Notebook.parse(AS_JUPYTER_WRITES, "x").write(file);
    assertEquals(AS_JUPYTER_WRITES, Files.readString(file));
    assertEquals("# 用户 <b> & 'x'\n1e-7", Notebook.read(file).cells().get(0).source());
    Set<PosixFilePermission> readable = PosixFilePermissions.fromString("rw-r--r--");
    Files.setPosixFilePermissions(file, readable);
    Notebook.read(file).write(file);
    assertEquals(readable, Files.getPosixFilePermissions(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void whatIsNoNotebookIsSaidInOneSentence(@TempDir Path folder) throws Exception {
    Path absent = folder.resolve("absent.ipynb");
    assertTrue(
        assertThrows(UserError.class, () -> Notebook.read(absent))
            .getMessage()
            .startsWith("there is no notebook at "));
    assertTrue(
        assertThrows(UserError.class, () -> Notebook.read(folder))
            .getMessage()
            .contains("cannot read"));
    for (String text : new String[] {"", "[]", "{}", "{\"cells\":3,\"nbformat\":4}", "not json"}) {
      assertThrows(UserError.class, () -> Notebook.parse(text, "x"), text);
    }
    var old =
        assertThrows(UserError.class, () -> Notebook.parse("{\"nbformat\":3,\"cells\":[]}", "x"));
    assertTrue(old.getMessage().contains("format 3"), old.getMessage());
  }
}
