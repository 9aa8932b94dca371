package lectern.kernel.message;

import com.google.gson.JsonObject;
import java.util.Optional;

/** What a front end asks for. */
public sealed interface Request
    permits CommClose,
        CommInfoRequest,
        CommMessage,
        CommOpen,
        CompleteRequest,
        CreateSubshell,
        DebugRequest,
        DeleteSubshell,
        ExecuteRequest,
        HistoryRequest,
        InspectRequest,
        InterruptRequest,
        IsCompleteRequest,
        KernelInfoRequest,
        ListSubshells,
        ShutdownRequest {

  /**
   * Reads a request.
   *
   * @return empty for a type that this kernel does not know
   * @throws BadRequest where the type is known and the content is not as the protocol says
   */
  static Optional<Request> read(String type, JsonObject content) throws BadRequest {
    Fields fields = new Fields(content);
    return Optional.ofNullable(
        switch (type) {
          case "comm_close" -> new CommClose(fields.text("comm_id"), fields.object("data"));
          case "comm_info_request" -> new CommInfoRequest(fields.text("target_name", ""));
          case "comm_msg" -> new CommMessage(fields.text("comm_id"), fields.object("data"));
          case "comm_open" ->
              new CommOpen(
                  fields.text("comm_id"), fields.text("target_name"), fields.object("data"));
          case "complete_request" -> CompleteRequest.read(fields);
          case "create_subshell_request" -> new CreateSubshell();
          case "debug_request" -> DebugRequest.read(fields);
          case "delete_subshell_request" -> new DeleteSubshell(fields.text("subshell_id"));
          case "execute_request" -> ExecuteRequest.read(fields);
          case "history_request" -> HistoryRequest.read(fields);
          case "inspect_request" -> InspectRequest.read(fields);
          case "interrupt_request" -> new InterruptRequest();
          case "is_complete_request" -> new IsCompleteRequest(fields.text("code"));
          case "kernel_info_request" -> new KernelInfoRequest();
          case "list_subshell_request" -> new ListSubshells();
          case "shutdown_request" -> new ShutdownRequest(fields.truth("restart", false));
          default -> null;
        });
  }
}
