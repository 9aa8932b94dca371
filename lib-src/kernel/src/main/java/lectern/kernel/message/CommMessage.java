package lectern.kernel.message;

import com.google.gson.JsonObject;

/** {@code comm_msg}: the front end says something over a comm. */
public record CommMessage(String commId, JsonObject data) implements Request {}
