package lectern.kernel.message;

import com.google.gson.JsonObject;

/** {@code comm_open}: the front end wants a comm to a target in the kernel. */
public record CommOpen(String commId, String targetName, JsonObject data) implements Request {}
