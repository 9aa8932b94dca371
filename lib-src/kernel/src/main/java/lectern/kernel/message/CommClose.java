package lectern.kernel.message;

import com.google.gson.JsonObject;

/** {@code comm_close}: the front end closes a comm. */
public record CommClose(String commId, JsonObject data) implements Request {}
